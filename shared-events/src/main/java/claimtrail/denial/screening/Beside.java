package claimtrail.denial.screening;

import claimtrail.denial.bill.NearbyLine;
import claimtrail.event.policy.Conditions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a bill cannot tell by itself, as known when it is screened.
///
/// @param nearby lines of the patient's other claims, not voided, up to and including the days of this one;
///     empty where they were not looked up
/// @param age what the vault answers about the patient's age; the answer is kept, the birthday is not
public record Beside(Optional<List<NearbyLine>> nearby, Function<Conditions.Age, Truth> age) {

    public Beside {
        nearby = nearby.map(List::copyOf);
    }

    /// Nothing was looked up.
    public static Beside nothing() {
        return new Beside(Optional.empty(), _ -> Truth.UNKNOWN);
    }

    /// The patient's other lines were looked up.
    public static Beside lines(List<NearbyLine> nearby) {
        return new Beside(Optional.of(nearby), _ -> Truth.UNKNOWN);
    }

    /// Those that are known, none where nobody looked.
    public List<NearbyLine> known() {
        return nearby.orElse(List.of());
    }
}
