package claimtrail.query.number;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.query.feed.Counting;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.Projection;
import claimtrail.query.number.Standings.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts what arrives: folds a batch in memory, then writes each touched row once.
@Component
final class LiveCounting implements Counting {

    /// The fold whose figures are shown.
    static final String FOLD = "claim/1";

    private final Standings standings;
    private final List<Projection> projections;

    LiveCounting(Standings standings, List<Projection> projections) {
        this.standings = standings;
        this.projections = projections;
    }

    @Override
    public String fold() {
        return FOLD;
    }

    @Override
    public void count(List<LogEntry> batch) {
        var streams = batch.stream().map(entry -> entry.envelope().streamId()).collect(Collectors.toSet());
        var standing = standings.of(FOLD, streams);
        var fresh = new ArrayList<Recorded<DomainEvent>>(batch.size());
        for (var entry : batch) {
            var stream = entry.envelope().streamId();
            if (!Standing.seen(standing.get(stream), entry.envelope())) {
                fresh.add(entry.read());
                standing.put(stream, Standing.after(entry.envelope()));
            }
        }
        if (!fresh.isEmpty()) {
            projections.forEach(projection -> projection.project(fresh));
            standings.keep(FOLD, standing);
        }
    }
}
