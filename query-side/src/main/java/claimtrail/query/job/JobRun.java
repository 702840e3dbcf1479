package claimtrail.query.job;

import claimtrail.query.job.Outcome.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a job on one node.
///
/// @param finishedAt absent while it runs
/// @param millis how long it took; absent while it runs
/// @param says the outcome in a sentence; absent while it runs
/// @param asOf the log position it looked up to; absent while it runs, and where it failed
/// @param differences what does not agree, or should not be there; absent where the run did not come to its end
/// @param first the first of them
public record JobRun(
        long id,
        String job,
        String node,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long millis,
        State outcome,
        @Nullable String says,
        @Nullable Long asOf,
        @Nullable Long differences,
        List<Difference> first) {

    public JobRun {
        first = List.copyOf(first);
    }

    /// What became of a run.
    public enum State {
        RUNNING,
        /// Came to its end, and everything agrees.
        DONE,
        /// Came to its end, and something does not agree: an alarm.
        DIFFERENT,
        /// Could not be done.
        FAILED,
        /// Its node was gone before the end; a later run took its place.
        ABANDONED
    }

    static @Nullable Long millis(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toMillis();
    }
}
