package claimtrail.query.audit;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.FoldStatus.Progress;
import claimtrail.query.feed.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at the log and at those who count.
@Component
public class Freshness {

    /// How far behind the log the figures are.
    ///
    /// @param head the last position of the log
    /// @param counted everything up to here is in the figures
    /// @param millis age of the oldest fact that is not; 0 when none waits
    /// @param state `LIVE`, `LATE` (behind for longer than is set) or `STOPPED`
    public record Fresh(
            String state,
            String fold,
            long head,
            long counted,
            long events,
            long millis,
            @Nullable Instant knownAt,
            List<Progress> segments) {

        /// Whether facts have waited too long.
        boolean late() {
            return state.equals(LATE);
        }
    }

    private static final String LATE = "LATE";

    private final LogReader log;
    private final FoldStatus status;
    private final AlarmSettings settings;
    private final Clock clock;

    Freshness(LogReader log, FoldStatus status, AlarmSettings settings, Clock clock) {
        this.log = log;
        this.status = status;
        this.settings = settings;
        this.clock = clock;
    }

    /// When a position was learnt; absent for an empty log.
    public @Nullable Instant knownAt(long position) {
        return log.knownAt(position).orElse(null);
    }

    /// At this moment.
    public Fresh now() {
        var counted = status.safe(ClaimFold.NAME);
        var head = log.head();
        var segments = status.of(ClaimFold.NAME);
        var millis = log.knownAt(counted + 1)
                .map(recordedAt -> Math.max(
                        0, Duration.between(recordedAt, clock.instant()).toMillis()))
                .orElse(0L);
        var stopped = segments.stream().anyMatch(segment -> segment.error() != null);
        return new Fresh(
                stopped ? "STOPPED" : millis > settings.lateAfter().toMillis() ? LATE : "LIVE",
                ClaimFold.NAME,
                head,
                counted,
                head - counted,
                millis,
                log.knownAt(counted).orElse(null),
                segments);
    }
}
