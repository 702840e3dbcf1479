package claimtrail.event.claim;

import claimtrail.event.Reason;
import org.jspecify.annotations.Nullable;

/// What the denial rule makes of one line of an answer.
///
/// @param deniedCents denying adjustments, at most the line's charge
/// @param primary the denying code with the largest amount; absent when nothing is denied or no code was sent
/// @param reasonClass our name for the cause on that day; absent when nothing is denied
/// @param liability who bears the denied amount; absent when nothing is denied
public record Finding(
        Result result,
        long deniedCents,
        @Nullable Reason primary,
        @Nullable String reasonClass,
        @Nullable Liability liability) {

    /// What became of the line.
    public enum Result {
        CLEAR,
        REDUCED,
        DENIED
    }

    /// Who bears a denied amount.
    public enum Liability {
        PROVIDER,
        PATIENT,
        OTHER
    }
}
