package claimtrail.query.proof;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.StreamFold;
import claimtrail.proof.Replay;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.proof.Booked.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Folds the log again, stream by stream, and holds every posting against the ledger. In memory are one stream's
/// standing and the postings of some hundred facts, however long the log is.
final class LedgerComparison {

    /// Facts whose postings are compared at once.
    private static final int TOGETHER = 500;

    private static final String POSTINGS = """
            select fold, position, ordinal, event_id, measure, practice, payer, provider, facet, event_day, cohort_day, amount
              from read_model.metric_posting
             where fold = any(?) and position = any(?)
            """;

    private static final String CORRECT = "insert into correction values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Differences differences;
    private final String[] folds;
    private final List<Long> positions = new ArrayList<>();
    private final Map<Place, Booked> recounted = new HashMap<>();
    private List<Replay<?, ?>> replays = List.of();
    private @Nullable UUID stream;
    private long facts;
    private long postings;

    /// Makes the table of corrections: what must be added to the ledger to have what the log makes of it.
    ///
    /// @param folds that are kept
    LedgerComparison(JdbcTemplate jdbc, Differences differences, List<String> folds) {
        this.jdbc = jdbc;
        this.differences = differences;
        this.folds = folds.toArray(String[]::new);
        jdbc.execute("""
                create temporary table correction (fold text, measure text, practice uuid, payer uuid, provider uuid,
                       facet text, event_day date, cohort_day date, amount bigint) on commit drop
                """);
    }

    long facts() {
        return facts;
    }

    long postings() {
        return postings;
    }

    /// The next fact; those of one stream come together, in their order.
    void read(LogEntry entry) {
        var place = entry.envelope();
        if (!place.streamId().equals(stream)) {
            stream = place.streamId();
            replays = FoldCatalogue.of(place.streamType(), List.of(folds)).stream()
                    .<Replay<?, ?>>map(this::replay)
                    .toList();
        }
        if (!replays.isEmpty()) {
            Recorded<DomainEvent> fact = entry.read();
            replays.forEach(replay -> replay.read(fact));
        }
        facts++;
        positions.add(place.position());
        if (positions.size() == TOGETHER) {
            compare();
        }
    }

    private <S, E extends DomainEvent> Replay<S, E> replay(StreamFold<S, E> fold) {
        return new Replay<>(fold, posting -> {
            var booked = Booked.of(posting);
            recounted.put(booked.place(), booked);
        });
    }

    /// Compares the rest, and finds postings of facts that there are not, or that are not counted yet.
    void finish(long upTo, String fold) {
        compare();
        jdbc.query(
                """
                select p.fold, p.position, p.ordinal, p.event_id, p.measure, p.practice, p.payer, p.provider, p.facet,
                       p.event_day, p.cohort_day, p.amount
                  from read_model.metric_posting p
                  left join event_store.event e on e.position = p.position
                  left join read_model.metric_standing s on s.fold = ? and s.stream_id = e.stream_id
                 where p.fold = any(?) and (e.position is null or e.position > greatest(?, coalesce(s.position, 0)))
                 order by p.position, p.fold, p.ordinal
                """,
                row -> {
                    differ(Booked.of(row), null);
                },
                fold,
                folds,
                upTo);
    }

    private void compare() {
        if (positions.isEmpty()) {
            return;
        }
        jdbc.query(
                POSTINGS,
                row -> {
                    var stored = Booked.of(row);
                    var again = recounted.remove(stored.place());
                    if (!stored.equals(again)) {
                        differ(stored, again);
                    }
                    postings++;
                },
                folds,
                positions.toArray(Long[]::new));
        recounted.values().stream()
                .sorted(Comparator.comparing(Booked::place))
                .forEach(missing -> differ(null, missing));
        recounted.clear();
        positions.clear();
    }

    private void differ(@Nullable Booked stored, @Nullable Booked again) {
        differences.add(Booked.between(stored, again));
        if (stored != null) {
            jdbc.update(CORRECT, stored.correction(-1));
        }
        if (again != null) {
            jdbc.update(CORRECT, again.correction(1));
        }
    }
}
