package claimtrail.proof;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.metric.Posting;
import claimtrail.metric.StreamFold;
import claimtrail.metric.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Counts from zero in memory, with the very fold that runs live. Not for two threads at once: a replay on
/// several threads has one for each, gives each stream to one of them, and adds up their tallies.
///
/// @param <S> the standing of the fold
/// @param <E> the events that it reads
public final class Replay<S, E extends DomainEvent> {

    private final StreamFold<S, E> fold;
    private final Consumer<Posting> ledger;
    private final Map<UUID, S> standings = new HashMap<>();
    private final Tally tally = new Tally();
    private long events;

    /// @param ledger is given every posting, in the order of the log
    public Replay(StreamFold<S, E> fold, Consumer<Posting> ledger) {
        this.fold = fold;
        this.ledger = ledger;
    }

    public Replay(StreamFold<S, E> fold) {
        this(fold, _ -> {});
    }

    /// Reads events in the order of the log.
    public static <S, E extends DomainEvent> Tally of(StreamFold<S, E> fold, Iterable<? extends Recorded<?>> log) {
        var replay = new Replay<>(fold);
        log.forEach(replay::read);
        return replay.tally();
    }

    /// Reads one more event; those of other streams are passed over.
    public void read(Recorded<?> fact) {
        var envelope = fact.envelope();
        if (!envelope.streamType().equals(fold.streamType())) {
            return;
        }
        var before = standings.getOrDefault(envelope.streamId(), fold.start());
        var step = fold.stepAny(before, fact);
        standings.put(envelope.streamId(), step.standing());
        for (var posting : step.postings()) {
            tally.add(posting);
            ledger.accept(posting);
        }
        events++;
    }

    /// What has been counted so far.
    public Tally tally() {
        return tally;
    }

    /// How many events of this fold's streams were read.
    public long events() {
        return events;
    }
}
