package claimtrail.query.replay;

import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// Brings the tables beside to where the live ones are: the facts that came after the start are counted in
/// batches, by those who count them live.
final class CatchUp {

    private static final int BATCH = 1000;

    private final Shadow shadow;
    private final LogReader log;
    private final FoldStatus status;
    private final JdbcTemplate live;
    private final Counters counters;
    private final Progress progress;

    CatchUp(Shadow shadow, LogReader log, FoldStatus status, JdbcTemplate live, Counters counters, Progress progress) {
        this.shadow = shadow;
        this.log = log;
        this.status = status;
        this.live = live;
        this.counters = counters;
        this.progress = progress;
    }

    /// Counts what is counted live by now, until little is left or it is not to go on.
    void near() {
        for (var behind = Long.MAX_VALUE; behind > BATCH && progress.goesOn(); ) {
            upTo(status.safe(counters.batches().fold()));
            behind = status.safe(counters.batches().fold()) - shadow.caughtUp();
        }
    }

    /// Counts exactly what is counted live. To be called while nothing is counted live.
    ///
    /// @return the position up to which everything is counted on both sides
    long exactly() {
        var fold = counters.batches().fold();
        var safe = status.safe(fold);
        upTo(safe);
        var furthest = status.of(fold).stream()
                .mapToLong(FoldStatus.Progress::token)
                .max()
                .orElse(safe);
        for (var from = safe; from < furthest; from += BATCH) {
            var counted = counted(log.page(from, furthest, BATCH));
            if (!counted.isEmpty()) {
                counters.transaction()
                        .executeWithoutResult(_ -> counters.batches().count(counted));
            }
        }
        return safe;
    }

    private void upTo(long position) {
        for (var from = shadow.caughtUp(); from < position && progress.goesOn(); ) {
            var page = log.page(from, position, BATCH);
            var last = page.getLast().envelope().position();
            counters.transaction().executeWithoutResult(_ -> {
                counters.batches().count(page);
                counters.jdbc().update("update read_model.plan set caught_up = ?", last);
            });
            from = last;
        }
    }

    /// Those facts that a segment ahead of the others has counted.
    private List<LogEntry> counted(List<LogEntry> page) {
        var streams =
                page.stream().map(it -> it.envelope().streamId()).distinct().toArray(UUID[]::new);
        var positions = new HashMap<UUID, Long>();
        live.query(
                "select stream_id, position from read_model.metric_standing where fold = ? and stream_id = any(?)",
                row -> {
                    positions.put(row.getObject("stream_id", UUID.class), row.getLong("position"));
                },
                counters.batches().fold(),
                streams);
        return page.stream()
                .filter(it -> it.envelope().position()
                        <= positions.getOrDefault(it.envelope().streamId(), 0L))
                .toList();
    }
}
