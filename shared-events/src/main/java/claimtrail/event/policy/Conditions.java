package claimtrail.event.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions on a line of a claim; an empty list means all.
///
/// @param companions codes on another line of the same day
/// @param authorisation whether an authorisation must be stated
/// @param filingDays days from service to submission, at most
/// @param unchecked sentences that are kept and not tested
public record Conditions(
        List<String> payers,
        List<String> claimTypes,
        List<String> codes,
        List<String> companions,
        List<String> diagnoses,
        List<String> places,
        @Nullable Modifiers modifiers,
        @Nullable Age age,
        @Nullable Frequency frequency,
        @Nullable Boolean authorisation,
        @Nullable Integer filingDays,
        List<String> unchecked) {

    public Conditions {
        payers = List.copyOf(payers);
        claimTypes = List.copyOf(claimTypes);
        codes = List.copyOf(codes);
        companions = List.copyOf(companions);
        diagnoses = List.copyOf(diagnoses);
        places = List.copyOf(places);
        unchecked = List.copyOf(unchecked);
    }

    /// No condition at all.
    public static Conditions none() {
        return new Conditions(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null,
                List.of());
    }

    /// Which modifiers a line has or lacks.
    public record Modifiers(List<String> anyOf, List<String> allOf, List<String> noneOf) {
        public Modifiers {
            anyOf = List.copyOf(anyOf);
            allOf = List.copyOf(allOf);
            noneOf = List.copyOf(noneOf);
        }
    }

    /// Years at the service day, both ends included.
    public record Age(@Nullable Integer min, @Nullable Integer max) {}

    /// At most `count` services per period.
    public record Frequency(int count, Period per, @Nullable Integer everyDays) {

        /// The stretch of time in which services are counted.
        public enum Period {
            DAY,
            WEEK,
            MONTH,
            YEAR,
            LIFETIME
        }
    }
}
