package claimtrail.query.number;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.Posting;
import claimtrail.metric.StreamFold;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.claim.ClaimLife;
import claimtrail.query.claim.ClaimProjection;
import claimtrail.query.feed.Counting;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Projection;
import claimtrail.query.number.Standings.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts what arrives: folds a batch in memory, then writes each touched row once.
@Component
final class LiveCounting implements Counting {

    /// Who follows the log, for all folds together, and keeps how far each stream is counted.
    static final String PROCESSOR = ClaimFold.NAME;

    private final LogReader log;
    private final Editions editions;
    private final Standings standings;
    private final List<PostingWriter> numbers;
    private final ObjectProvider<ClaimProjection> claims;
    private final List<Projection> projections;

    LiveCounting(
            LogReader log,
            Editions editions,
            Standings standings,
            List<PostingWriter> numbers,
            ObjectProvider<ClaimProjection> claims,
            List<Projection> projections) {
        this.log = log;
        this.editions = editions;
        this.standings = standings;
        this.numbers = numbers;
        this.claims = claims;
        this.projections = projections;
    }

    @Override
    public String fold() {
        return PROCESSOR;
    }

    @Override
    public void count(List<LogEntry> batch) {
        var streams = batch.stream().map(entry -> entry.envelope().streamId()).collect(Collectors.toSet());
        var standing = standings.of(PROCESSOR, streams);
        var before = Map.copyOf(standing);
        var news = new ArrayList<Recorded<DomainEvent>>(batch.size());
        for (var entry : batch) {
            var stream = entry.envelope().streamId();
            if (!Standing.seen(standing.get(stream), entry.envelope())) {
                news.add(entry.read());
                standing.put(stream, Standing.after(entry.envelope()));
            }
        }
        if (news.isEmpty()) {
            return;
        }
        var folds = editions.now().folds();
        var histories = histories(before, news);
        var postings = new ArrayList<Posting>();
        histories.values().forEach(history -> history.fold(folds, postings));
        numbers.forEach(table -> table.add(postings));
        projections.forEach(projection -> projection.project(news));
        claims.ifAvailable(it -> it.project(histories.values().stream()
                .flatMap(history -> history.life().stream())
                .toList()));
        standings.keep(PROCESSOR, standing);
    }

    /// The streams that a batch touches and that somebody folds, each with all its facts: those counted before are read
    /// again from the log.
    private Map<UUID, History> histories(Map<UUID, Standing> before, List<Recorded<DomainEvent>> news) {
        var histories = new LinkedHashMap<UUID, History>();
        for (var fact : news) {
            if (!FoldCatalogue.of(fact.envelope().streamType()).isEmpty()) {
                histories.computeIfAbsent(fact.envelope().streamId(), History::new);
            }
        }
        var known = histories.keySet().stream().filter(before::containsKey).toList();
        if (!known.isEmpty()) {
            var upTo = known.stream()
                    .mapToLong(stream -> standing(before, stream).position())
                    .max()
                    .orElseThrow();
            for (var entry : log.streams(known, upTo)) {
                var stream = entry.envelope().streamId();
                if (entry.envelope().sequence() <= standing(before, stream).sequence()) {
                    history(histories, stream).old().add(entry.read());
                }
            }
        }
        for (var fact : news) {
            if (histories.containsKey(fact.envelope().streamId())) {
                history(histories, fact.envelope().streamId()).fresh().add(fact);
            }
        }
        return histories;
    }

    private static History history(Map<UUID, History> histories, UUID stream) {
        return Objects.requireNonNull(histories.get(stream), "only touched streams were asked for");
    }

    private static Standing standing(Map<UUID, Standing> standings, UUID stream) {
        return Objects.requireNonNull(standings.get(stream), "asked only for streams that have one");
    }

    /// One stream: what was counted before, and what is new.
    private record History(UUID stream, List<Recorded<DomainEvent>> old, List<Recorded<DomainEvent>> fresh) {

        History(UUID stream) {
            this(stream, new ArrayList<>(), new ArrayList<>());
        }

        /// Folds the whole stream, in each version that is kept, and keeps what the new facts post.
        void fold(List<String> folds, List<Posting> postings) {
            for (var fold : FoldCatalogue.of(fresh.getFirst().envelope().streamType(), folds)) {
                fold(fold, postings);
            }
        }

        private <S, E extends DomainEvent> void fold(StreamFold<S, E> fold, List<Posting> postings) {
            var standing = fold.start();
            for (var fact : old) {
                standing = fold.stepAny(standing, fact).standing();
            }
            for (var fact : fresh) {
                var step = fold.stepAny(standing, fact);
                standing = step.standing();
                postings.addAll(step.postings());
            }
        }

        /// The life of a claim; empty for any other stream.
        Optional<ClaimLife> life() {
            var facts = new ArrayList<Recorded<ClaimEvent>>();
            for (var fact : Stream.concat(old.stream(), fresh.stream()).toList()) {
                if (fact.event() instanceof ClaimEvent event) {
                    facts.add(new Recorded<>(fact.envelope(), event));
                }
            }
            return facts.isEmpty() ? Optional.empty() : Optional.of(ClaimLife.of(stream, facts, fresh.size()));
        }
    }
}
