package claimtrail.event.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One service on a bill.
///
/// @param no 1 or more, unique in a version of the claim
/// @param code procedure or revenue code as sent
/// @param units as sent, up to three decimals
/// @param chargeCents 0 or more
/// @param provider only where it differs from the claim's
/// @param previousNo the line's number in the version before, where a source states it; of a line that only an
///     answer shows, its number on the bill as the payer returns it. Where absent, the reading finds the line.
/// @param split how we know the line
public record Line(
        int no,
        String code,
        List<String> modifiers,
        List<String> diagnoses,
        @Nullable BigDecimal units,
        long chargeCents,
        LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable String place,
        @Nullable UUID provider,
        @Nullable Integer previousNo,
        Split split) {

    /// How we know that the line exists.
    public enum Split {
        /// The source has lines.
        STATED,
        /// The source has codes and one amount; the amount was divided evenly.
        ASSUMED,
        /// Only a remittance shows it.
        REMITTANCE
    }

    public Line {
        modifiers = List.copyOf(modifiers);
        diagnoses = List.copyOf(diagnoses);
    }
}
