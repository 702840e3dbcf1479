package claimtrail.query.proof;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.metric.Posting;
import claimtrail.proof.HistoryBroken;
import claimtrail.proof.StreamCount;
import claimtrail.query.feed.LogEntry;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts streams one after another; in memory is the standing of one.
class StreamShare implements LogShares.Share {

    private final StreamCount count;
    private @Nullable UUID stream;

    /// @param ledger is given every posting
    StreamShare(List<String> folds, Consumer<Posting> ledger) {
        this.count = new StreamCount(folds, ledger);
    }

    @Override
    public void read(LogEntry entry) {
        var place = entry.envelope();
        if (!place.streamId().equals(stream)) {
            stream = place.streamId();
            count.forget();
        }
        count.read(fact(entry));
    }

    private static Recorded<DomainEvent> fact(LogEntry entry) {
        try {
            return entry.read();
        } catch (IllegalStateException e) {
            var place = entry.envelope();
            throw new HistoryBroken(
                    place.position(),
                    "position " + place.position() + " can not be read as " + place.name() + " version "
                            + place.version());
        }
    }

    long events() {
        return count.events();
    }

    long streams() {
        return count.streams();
    }
}
