package claimtrail.proof;

import claimtrail.event.Recorded;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.Posting;
import claimtrail.metric.StreamFold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Counts whole streams from their beginning, with the very folds that run live. It remembers the streams that
/// it has begun until it is told to forget them. Not for two threads at once.
public final class StreamCount {

    private final Set<String> folds;
    private final Consumer<Posting> ledger;
    private final Map<UUID, Counting> open = new HashMap<>();
    private long events;
    private long streams;

    /// @param folds names of those that count
    /// @param ledger is given every posting
    public StreamCount(List<String> folds, Consumer<Posting> ledger) {
        for (var name : folds) {
            if (FoldCatalogue.find(name).isEmpty()) {
                throw new IllegalArgumentException("this program does not have the fold " + name);
            }
        }
        this.folds = Set.copyOf(folds);
        this.ledger = ledger;
    }

    /// Where one stream stands.
    private static final class Counting {
        private final List<Standing<?>> standings;
        private long next;

        Counting(List<Standing<?>> standings) {
            this.standings = standings;
        }
    }

    private static final class Standing<S> {
        private final StreamFold<S, ?> fold;
        private S now;

        Standing(StreamFold<S, ?> fold) {
            this.fold = fold;
            this.now = fold.start();
        }

        List<Posting> read(Recorded<?> fact) {
            var step = fold.stepAny(now, fact);
            now = step.standing();
            return step.postings();
        }
    }

    /// The next fact of its stream.
    ///
    /// @throws HistoryBroken if it is not the next one, or contradicts what came before it
    public void read(Recorded<?> fact) {
        var place = fact.envelope();
        var counting = open.get(place.streamId());
        if (counting == null) {
            counting = new Counting(FoldCatalogue.of(place.streamType(), folds).stream()
                    .<Standing<?>>map(Standing::new)
                    .toList());
            open.put(place.streamId(), counting);
            streams++;
        }
        if (place.sequence() != counting.next) {
            throw new HistoryBroken(
                    place.position(),
                    place.streamType() + "/" + place.streamId() + " should go on with fact " + counting.next
                            + " of the stream, and position " + place.position() + " is its fact " + place.sequence());
        }
        counting.next++;
        events++;
        for (var standing : counting.standings) {
            try {
                standing.read(fact).forEach(ledger);
            } catch (IllegalStateException | ClassCastException e) {
                throw new HistoryBroken(
                        place.position(),
                        "position " + place.position() + " contradicts its stream " + place.streamType() + "/"
                                + place.streamId() + ": " + e.getMessage());
            }
        }
    }

    /// Forgets all streams: no fact of them will follow.
    public void forget() {
        open.clear();
    }

    /// How many facts were counted.
    public long events() {
        return events;
    }

    /// How many streams they belong to.
    public long streams() {
        return streams;
    }
}
