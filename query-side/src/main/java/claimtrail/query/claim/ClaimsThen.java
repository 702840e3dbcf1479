package claimtrail.query.claim;

import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Then;
import claimtrail.query.provider.Registry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of claims as they were at a position: lives that went on later are read again from the log, up to there.
@Component
public class ClaimsThen {

    /// Of a row `t` of a table without positions: its claim was not touched later.
    static final String CLAIM_UNTOUCHED =
            "not exists (select from read_model.claim x where x.claim_id = t.claim_id and x.last_position > :asOf)";

    /// Lives read from the log at once.
    private static final int LIVES = 2_000;

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Registry registry;

    ClaimsThen(JdbcClient jdbc, LogReader log, Registry registry) {
        this.jdbc = jdbc;
        this.log = log;
        this.registry = registry;
    }

    /// Claims that began by a position and went on later. One of which it is not known since when it has stood
    /// as it does may have begun later.
    private static final String ON_THEIR_WAY = """
        select claim_id from read_model.claim
         where practice = :practice and last_position > :asOf
           and (since_position is null or since_position <= :asOf)
         union all
        select claim_id from read_model.claim_was
         where practice = :practice and int8range(since_position, until_position) @> :asOf
        """;

    /// All claims of a practice, and who is who.
    Then ofPractice(UUID practice, long asOf) {
        return refolded(
                asOf,
                jdbc.sql(ON_THEIR_WAY)
                        .param("practice", practice)
                        .param("asOf", asOf)
                        .query((row, _) -> Row.id(row))
                        .list());
    }

    /// Only how the claims of a practice stood in lists, as a source of rows with [ClaimStandings#COLUMNS]. Those
    /// of which it is not known are read again from the log.
    Then standings(UUID practice, long asOf) {
        return refolded(
                asOf,
                jdbc.sql("""
                    select claim_id from read_model.claim
                     where practice = ? and last_position > ? and since_position is null
                    """)
                        .params(practice, asOf)
                        .query((row, _) -> Row.id(row))
                        .list());
    }

    /// Some claims, and who is who.
    Then of(Collection<UUID> claims, long asOf) {
        return refolded(
                asOf,
                jdbc.sql("select claim_id from read_model.claim where claim_id = any(?) and last_position > ?")
                        .params(claims.toArray(UUID[]::new), asOf)
                        .query((row, _) -> Row.id(row))
                        .list());
    }

    private Then refolded(long asOf, List<UUID> touched) {
        var then = registry.then(asOf);
        if (touched.isEmpty()) {
            return then;
        }
        var claims = new ArrayList<List<@Nullable Object>>();
        var lines = new ArrayList<List<@Nullable Object>>();
        var episodes = new ArrayList<List<@Nullable Object>>();
        for (int from = 0; from < touched.size(); from += LIVES) {
            for (var life : lives(touched.subList(from, Math.min(touched.size(), from + LIVES)), asOf)) {
                claims.add(ClaimRow.of(life));
                lines.addAll(ClaimProjection.lines(life));
                episodes.addAll(ClaimProjection.episodes(life));
            }
        }
        then.refolded(ClaimTables.CLAIM, claims);
        then.refolded(ClaimTables.LINE, lines);
        then.refolded(ClaimTables.EPISODE, episodes);
        return then;
    }

    /// The lives of some claims up to a position; those that began later are missing.
    public List<ClaimLife> lives(List<UUID> claims, long asOf) {
        var facts = new LinkedHashMap<UUID, List<Recorded<ClaimEvent>>>();
        for (var entry : log.streams(claims, asOf)) {
            if (entry.read().event() instanceof ClaimEvent event) {
                facts.computeIfAbsent(entry.envelope().streamId(), _ -> new ArrayList<>())
                        .add(new Recorded<>(entry.envelope(), event));
            }
        }
        return facts.entrySet().stream()
                .map(each -> ClaimLife.of(each.getKey(), each.getValue(), 0))
                .toList();
    }
}
