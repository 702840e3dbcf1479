package claimtrail.denial.detection;

import java.time.LocalDate;
import java.util.Collection;

/// Denied among exposed and decided claims in a window of days, both ends included.
///
/// @param exposedDecided claims
/// @param denied claims
/// @param deniedCents on the lines linked to the pattern
public record Share(LocalDate from, LocalDate to, int exposedDecided, int denied, long deniedCents) {

    /// The window of so many days that ends with a day.
    public static Share of(Collection<Exposure> exposures, LocalDate to, int days) {
        var from = to.minusDays(days - 1L);
        var decided = 0;
        var denied = 0;
        var cents = 0L;
        for (var it : exposures) {
            if (!it.decidedOn().isBefore(from) && !it.decidedOn().isAfter(to)) {
                decided++;
                denied += it.denied() ? 1 : 0;
                cents += it.deniedCents();
            }
        }
        return new Share(from, to, decided, denied, cents);
    }

    boolean isKnown() {
        return exposedDecided > 0;
    }

    /// The rate is at most so many percent; false while nothing was decided.
    boolean isAtMost(int percent) {
        return isKnown() && 100L * denied <= (long) percent * exposedDecided;
    }

    /// The rate lies at least so many percent below an earlier one; false while either is not known, or the
    /// earlier one is 0.
    boolean hasFallen(int percent, Share before) {
        return isKnown()
                && before.denied() > 0
                && 100L * denied * before.exposedDecided() <= (100L - percent) * before.denied() * exposedDecided;
    }

    /// The rate lies more than half a point above an earlier one, and both windows together have 4 denials.
    boolean hasRisen(Share before) {
        return isKnown()
                && before.isKnown()
                && denied + before.denied() >= 4
                && 1000L * denied * before.exposedDecided() - 1000L * before.denied() * exposedDecided
                        > 5L * exposedDecided * before.exposedDecided();
    }
}
