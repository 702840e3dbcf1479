package claimtrail.query.number;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.query.claim.ClaimLife;
import claimtrail.query.claim.ClaimProjection;
import claimtrail.query.feed.Counting;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Projection;
import claimtrail.query.number.Standings.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts what arrives: folds a batch in memory, then writes each touched row once.
@Component
final class LiveCounting implements Counting {

    /// The fold whose figures are shown.
    static final String FOLD = "claim/1";

    private final LogReader log;
    private final Standings standings;
    private final ClaimProjection claims;
    private final List<Projection> projections;

    LiveCounting(LogReader log, Standings standings, ClaimProjection claims, List<Projection> projections) {
        this.log = log;
        this.standings = standings;
        this.claims = claims;
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
        projections.forEach(projection -> projection.project(news));
        var lives = lives(before, news);
        if (!lives.isEmpty()) {
            claims.project(lives);
        }
        standings.keep(FOLD, standing);
    }

    /// The claims that a batch touches, each with all its facts: those counted before are read again from the log.
    private Collection<ClaimLife> lives(Map<UUID, Standing> before, List<Recorded<DomainEvent>> news) {
        var facts = new LinkedHashMap<UUID, List<Recorded<ClaimEvent>>>();
        var fresh = new LinkedHashMap<UUID, Integer>();
        for (var fact : news) {
            if (fact.event() instanceof ClaimEvent) {
                facts.put(fact.envelope().streamId(), new ArrayList<>());
                fresh.merge(fact.envelope().streamId(), 1, Integer::sum);
            }
        }
        var known = facts.keySet().stream().filter(before::containsKey).toList();
        if (!known.isEmpty()) {
            var upTo = known.stream()
                    .mapToLong(stream -> standing(before, stream).position())
                    .max()
                    .orElseThrow();
            for (var entry : log.streams(known, upTo)) {
                var stream = entry.envelope().streamId();
                if (entry.envelope().sequence() <= standing(before, stream).sequence()) {
                    add(facts, entry.read());
                }
            }
        }
        news.forEach(fact -> add(facts, fact));
        return facts.entrySet().stream()
                .map(life -> ClaimLife.of(life.getKey(), life.getValue(), fresh.getOrDefault(life.getKey(), 0)))
                .toList();
    }

    private static Standing standing(Map<UUID, Standing> standings, UUID stream) {
        return Objects.requireNonNull(standings.get(stream), "asked only for streams that have one");
    }

    private static void add(Map<UUID, List<Recorded<ClaimEvent>>> facts, Recorded<DomainEvent> fact) {
        if (fact.event() instanceof ClaimEvent event) {
            facts.computeIfAbsent(fact.envelope().streamId(), _ -> new ArrayList<>())
                    .add(new Recorded<>(fact.envelope(), event));
        }
    }
}
