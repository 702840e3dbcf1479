package claimtrail.query.number;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.Posting;
import claimtrail.metric.StreamFold;
import claimtrail.query.claim.ClaimLife;
import claimtrail.query.claim.ClaimProjection;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.StreamCounting;
import claimtrail.query.number.Standings.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;

/// Counts whole streams, each from its first fact on, with the very folds and rows of those who count what
/// arrives.
final class WholeStreams implements StreamCounting {

    private final Editions editions;
    private final Standings standings;
    private final ObjectProvider<LedgerCopy> ledger;
    private final ObjectProvider<ClaimProjection> claims;
    private final List<Projection> projections;

    WholeStreams(
            Editions editions,
            Standings standings,
            ObjectProvider<LedgerCopy> ledger,
            ObjectProvider<ClaimProjection> claims,
            List<Projection> projections) {
        this.editions = editions;
        this.standings = standings;
        this.ledger = ledger;
        this.claims = claims;
        this.projections = projections;
    }

    @Override
    public void count(List<LogEntry> entries) {
        var streams = new ArrayList<List<Recorded<DomainEvent>>>();
        var standing = new HashMap<UUID, Standing>();
        for (var entry : entries) {
            var stream = entry.envelope().streamId();
            if (Standing.seen(standing.get(stream), entry.envelope())) {
                throw new IllegalStateException("fact " + entry.envelope().position() + " comes twice");
            }
            if (standing.put(stream, Standing.after(entry.envelope())) == null) {
                streams.add(new ArrayList<>());
            }
            streams.getLast().add(entry.read());
        }
        ledger.ifAvailable(it -> post(streams, it));
        claims.ifAvailable(it -> it.project(streams.stream()
                .filter(stream -> stream.getFirst().event() instanceof ClaimEvent)
                .map(WholeStreams::life)
                .toList()));
        project(streams);
        standings.keep(LiveCounting.PROCESSOR, standing);
    }

    private void post(List<List<Recorded<DomainEvent>>> streams, LedgerCopy ledger) {
        var folds = editions.now().folds();
        ledger.write(posting -> {
            for (var stream : streams) {
                for (var fold : FoldCatalogue.of(stream.getFirst().envelope().streamType(), folds)) {
                    post(fold, stream, posting);
                }
            }
        });
    }

    private static <S, E extends DomainEvent> void post(
            StreamFold<S, E> fold, List<Recorded<DomainEvent>> stream, Consumer<Posting> posting) {
        var standing = fold.start();
        for (var fact : stream) {
            var step = fold.stepAny(standing, fact);
            standing = step.standing();
            step.postings().forEach(posting);
        }
    }

    private static ClaimLife life(List<Recorded<DomainEvent>> stream) {
        var facts = new ArrayList<Recorded<ClaimEvent>>(stream.size());
        for (var fact : stream) {
            facts.add(new Recorded<>(fact.envelope(), (ClaimEvent) fact.event()));
        }
        return ClaimLife.of(stream.getFirst().envelope().streamId(), facts, facts.size());
    }

    /// In the order of the log, as they come live.
    private void project(List<List<Recorded<DomainEvent>>> streams) {
        if (!projections.isEmpty()) {
            var facts = streams.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingLong(fact -> fact.envelope().position()))
                    .toList();
            projections.forEach(projection -> projection.project(facts));
        }
    }
}
