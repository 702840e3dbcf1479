package claimtrail.denial.screening;

import java.util.function.Supplier;

/// What a condition gives: a needed fact may be missing, and is never read as a no.
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean it) {
        return it ? YES : NO;
    }

    /// No if either is no, unknown if either is unknown, else yes. The other is asked only where it matters.
    Truth and(Supplier<Truth> other) {
        if (this == NO) {
            return NO;
        }
        var more = other.get();
        return more == NO || this == YES ? more : UNKNOWN;
    }
}
