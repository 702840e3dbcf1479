package claimtrail.query.replay;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.replay.Replay.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What two versions of the fold of claims count differently, claim by claim: the postings of both sides,
/// and the classes in which its denials stand. Both count the same facts, so the claims listed are the
/// whole difference.
@Component
public class FoldDifference {

    private static final String OPENED = "episode.opened";
    private static final String OPENED_CENTS = "episode.opened.cents";

    private final JdbcClient jdbc;

    FoldDifference(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A claim that is counted differently.
    ///
    /// @param number absent while only an answer is known
    /// @param before the classes of its denials under the standard, that the other one names otherwise
    /// @param after the classes that they have under the other
    /// @param cents of these denials when they opened
    /// @param postings of both sides
    public record MovedClaim(
            UUID claim,
            @Nullable String number,
            List<String> before,
            List<String> after,
            long cents,
            List<Moved> postings) {}

    /// What one fact adds to one cell, under the one and the other version.
    public record Moved(long position, String measure, String facet, String eventDay, long standard, long other) {}

    /// The versions that are held against each other: the standard, and the newest other one that the
    /// replay counts; empty where it counts none.
    public List<String> pair(Replay replay) {
        return ClaimFold.VERSIONS.reversed().stream()
                .map(ClaimFold::name)
                .filter(name -> !name.equals(ClaimFold.NAME) && replay.folds().contains(name))
                .filter(_ -> replay.state() == State.COMPARED || isLive(replay))
                .findFirst()
                .map(other -> List.of(ClaimFold.NAME, other))
                .orElse(List.of());
    }

    /// A later edition may count other folds.
    private boolean isLive(Replay replay) {
        return replay.state() == State.SWITCHED
                && jdbc.sql("select folds @> ?::text[] from read_model.edition")
                        .param(replay.folds().toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    /// How many claims are counted differently.
    public long count(Replay replay) {
        return pair(replay).isEmpty()
                ? 0
                : asking(replay, "select count(distinct stream_id) from moved")
                        .query(Long.class)
                        .single();
    }

    /// Some of them, those first that were told first.
    public List<MovedClaim> claims(Replay replay, int limit, long offset) {
        if (pair(replay).isEmpty()) {
            return List.of();
        }
        var postings = new LinkedHashMap<UUID, List<Moved>>();
        var numbers = new LinkedHashMap<UUID, @Nullable String>();
        asking(replay, """
                , page as (
                    select stream_id, min(position) as since from moved
                     group by stream_id order by since limit :limit offset :offset)
                select page.stream_id, claim.number, position, measure, facet, event_day, standard, other
                  from page join moved using (stream_id)
                  left join read_model.claim on claim.claim_id = page.stream_id
                 order by since, position, measure, facet
                """).param("limit", limit).param("offset", offset).query(row -> {
            var claim = Objects.requireNonNull(row.getObject("stream_id", UUID.class));
            numbers.put(claim, row.getString("number"));
            postings.computeIfAbsent(claim, _ -> new ArrayList<>())
                    .add(new Moved(
                            row.getLong("position"),
                            row.getString("measure"),
                            row.getString("facet"),
                            row.getString("event_day"),
                            row.getLong("standard"),
                            row.getLong("other")));
        });
        return postings.entrySet().stream()
                .map(it -> moved(it.getKey(), numbers.get(it.getKey()), it.getValue()))
                .toList();
    }

    private JdbcClient.StatementSpec asking(Replay replay, String question) {
        var pair = pair(replay);
        // What a posting of either side adds, where the sides differ. A cell in which both come to the same is no
        // matter.
        return jdbc.sql("""
                    with cell as (
                        select position, measure, practice, payer, provider, facet, event_day, cohort_day,
                               coalesce(sum(amount) filter (where fold = :standard), 0)::bigint as standard,
                               coalesce(sum(amount) filter (where fold = :other), 0)::bigint as other
                          from %s.metric_posting where fold in (:standard, :other)
                         group by 1, 2, 3, 4, 5, 6, 7, 8),
                    moved as (
                        select e.stream_id, cell.* from cell join event_store.event e on e.position = cell.position
                         where cell.standard <> cell.other)
                    """.formatted(replay.state() == State.COMPARED ? Beside.SCHEMA : Beside.LIVE) + question)
                .param("standard", pair.getFirst())
                .param("other", pair.getLast());
    }

    private static MovedClaim moved(UUID claim, @Nullable String number, List<Moved> postings) {
        var before = new TreeSet<String>();
        var after = new TreeSet<String>();
        var cents = 0L;
        for (var it : postings) {
            if (it.measure().equals(OPENED)) {
                (it.standard() > it.other() ? before : after).add(it.facet());
            } else if (it.measure().equals(OPENED_CENTS) && it.other() > it.standard()) {
                cents += it.other() - it.standard();
            }
        }
        return new MovedClaim(claim, number, List.copyOf(before), List.copyOf(after), cents, postings);
    }
}
