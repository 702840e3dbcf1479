package claimtrail.denial.screening;

import claimtrail.denial.bill.NearbyLine;
import claimtrail.event.policy.Conditions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What a bill cannot tell by itself, as known when it is screened.
///
/// @param nearby lines of the patient's other claims, not voided, up to and including the days of this one;
///     empty where they were not looked up
/// @param age what is answered about the patient's age on a day; the answer is kept, the birthday is not
public record Beside(Optional<List<NearbyLine>> nearby, BiFunction<Conditions.Age, LocalDate, Truth> age) {

    public Beside {
        nearby = nearby.map(List::copyOf);
    }

    /// Nothing was looked up.
    public static Beside nothing() {
        return new Beside(Optional.empty(), (_, _) -> Truth.UNKNOWN);
    }

    /// Only the patient's birthday is known, or not even that.
    public static Beside born(@Nullable LocalDate bornOn) {
        return bornOn == null ? nothing() : new Beside(Optional.empty(), (age, day) -> isOf(age, bornOn, day));
    }

    private static Truth isOf(Conditions.Age age, LocalDate bornOn, LocalDate day) {
        if (day.isBefore(bornOn)) {
            return Truth.UNKNOWN; // one of the two days is wrong
        }
        var years = ChronoUnit.YEARS.between(bornOn, day);
        var min = age.min();
        var max = age.max();
        return Truth.of((min == null || years >= min) && (max == null || years <= max));
    }

    /// The patient's other lines were looked up.
    public static Beside lines(List<NearbyLine> nearby) {
        return new Beside(Optional.of(nearby), (_, _) -> Truth.UNKNOWN);
    }

    /// Those that are known, none where nobody looked.
    public List<NearbyLine> known() {
        return nearby.orElse(List.of());
    }
}
