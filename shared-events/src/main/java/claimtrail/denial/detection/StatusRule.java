package claimtrail.denial.detection;

import claimtrail.event.pattern.PatternEvent.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Rule `status/1`: the status of a pattern follows its outcomes. Windows that overlap the baseline say nothing.
/// Practising alone changes no status.
public final class StatusRule {

    /// Written into every change that this rule has made.
    public static final String NAME = "status/1";

    private static final int CURRENT = 60; // days
    private static final int WINDOW = 30; // days

    private StatusRule() {}

    /// How far a rate must have fallen. Settings, each with the day from which it holds.
    ///
    /// @param improved percent below the baseline, for improving
    /// @param cured percent below the baseline, for resolved
    /// @param residual percent of exposed claims that may still be denied, for resolved
    public record Bounds(int improved, int cured, int residual) {

        /// What we ship.
        public static Bounds standard() {
            return new Bounds(20, 80, 3);
        }
    }

    /// A change of status, with what justifies it.
    ///
    /// @param windows what justifies the change, the newest first
    public record Change(Status to, List<Share> windows) {
        public Change {
            windows = List.copyOf(windows);
        }
    }

    /// What the status becomes at the end of a day; empty while it stays. An archived pattern stays archived
    /// until a person says otherwise.
    ///
    /// @param bounds what is set for that day
    public static Optional<Change> change(
            Status status, Share baseline, Collection<Exposure> exposures, LocalDate day, Bounds bounds) {
        var last = Share.of(exposures, day, WINDOW);
        var before = Share.of(exposures, day.minusDays(WINDOW), WINDOW);
        return switch (status) {
            case ACTIVE -> improved(baseline, exposures, day, bounds);
            case IMPROVING -> resolved(baseline, last, before, bounds).or(() -> risen(last, before, exposures, day));
            case RESOLVED -> risen(last, before, exposures, day);
            case ARCHIVED -> Optional.empty();
        };
    }

    private static Optional<Change> improved(
            Share baseline, Collection<Exposure> exposures, LocalDate day, Bounds bounds) {
        var current = Share.of(exposures, day, CURRENT);
        return isAfter(current, baseline) && current.hasFallen(bounds.improved(), baseline)
                ? Optional.of(new Change(Status.IMPROVING, List.of(current)))
                : Optional.empty();
    }

    private static Optional<Change> resolved(Share baseline, Share last, Share before, Bounds bounds) {
        return isAfter(before, baseline) && isCured(last, baseline, bounds) && isCured(before, baseline, bounds)
                ? Optional.of(new Change(Status.RESOLVED, List.of(last, before)))
                : Optional.empty();
    }

    private static boolean isCured(Share window, Share baseline, Bounds bounds) {
        return window.isAtMost(bounds.residual()) && window.hasFallen(bounds.cured(), baseline);
    }

    private static Optional<Change> risen(Share last, Share before, Collection<Exposure> exposures, LocalDate day) {
        var earlier = Share.of(exposures, day.minusDays(2L * WINDOW), WINDOW);
        return last.hasRisen(before) && before.hasRisen(earlier)
                ? Optional.of(new Change(Status.ACTIVE, List.of(last, before, earlier)))
                : Optional.empty();
    }

    private static boolean isAfter(Share window, Share baseline) {
        return window.from().isAfter(baseline.to());
    }
}
