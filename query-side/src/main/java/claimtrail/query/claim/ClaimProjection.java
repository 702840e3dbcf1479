package claimtrail.query.claim;

import claimtrail.denial.AppealReading;
import claimtrail.denial.ClaimFacts;
import claimtrail.denial.Episode;
import claimtrail.denial.Meaning;
import claimtrail.query.audit.Sentence;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps the lists of claims, lines, denials and appeals. The rows of a touched claim are written anew from its
/// reading, so a fact that comes late or out of order needs no special case.
@Component
public class ClaimProjection {

    private final JdbcTemplate jdbc;

    ClaimProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes what some claims now are.
    public void project(Collection<ClaimLife> lives) {
        if (lives.isEmpty()) {
            return;
        }
        var claims = lives.stream().map(ClaimLife::claim).toArray(UUID[]::new);
        var since = since(claims);
        for (var table : List.of(ClaimTables.CLAIM, ClaimTables.LINE, ClaimTables.EPISODE, ClaimTables.APPEAL)) {
            jdbc.update("delete from " + table.now() + " where claim_id = any(?)", (Object) claims);
        }
        writeStanding(lives, since);
        write(
                ClaimTables.LINE,
                lives.stream().flatMap(life -> lines(life).stream()).toList());
        write(
                ClaimTables.EPISODE,
                lives.stream().flatMap(life -> episodes(life).stream()).toList());
        write(
                ClaimTables.APPEAL,
                lives.stream().flatMap(life -> appeals(life).stream()).toList());
        write(
                ClaimTables.HISTORY,
                lives.stream().flatMap(life -> history(life).stream()).toList());
    }

    /// Since when the claims have stood in lists as they did until now; those of which it is not known are missing.
    private Map<UUID, Long> since(UUID[] claims) {
        var since = new HashMap<UUID, Long>();
        jdbc.query(
                """
                select claim_id, since_position from read_model.claim
                 where claim_id = any(?) and since_position is not null
                """,
                row -> {
                    since.put(row.getObject("claim_id", UUID.class), row.getLong("since_position"));
                },
                (Object) claims);
        return since;
    }

    /// Writes how the claims stand now, and keeps how they stood before what is new.
    private void writeStanding(Collection<ClaimLife> lives, Map<UUID, Long> since) {
        var before = new ArrayList<Object[]>();
        var now = new ArrayList<List<@Nullable Object>>();
        for (var life : lives) {
            var changes = ClaimStandings.of(life, since.get(life.claim()));
            before.addAll(changes.before());
            var row = new ArrayList<@Nullable Object>(ClaimRow.of(life));
            row.add(changes.since());
            now.add(row);
        }
        write(ClaimTables.CLAIM_SINCE, now);
        if (!before.isEmpty()) {
            jdbc.batchUpdate(ClaimStandings.INSERT, before);
        }
    }

    private void write(Table table, List<List<@Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(table.insert(), rows.stream().map(List::toArray).toList());
        }
    }

    static List<List<@Nullable Object>> lines(ClaimLife life) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : ClaimRow.lines(life)) {
            rows.add(Row.of(
                    life.claim(),
                    line.no(),
                    line.code(),
                    line.modifiers().toArray(String[]::new),
                    line.diagnoses().toArray(String[]::new),
                    line.units(),
                    line.chargeCents(),
                    line.serviceFrom(),
                    line.split().name()));
        }
        return rows;
    }

    static List<List<@Nullable Object>> episodes(ClaimLife life) {
        var rows = new ArrayList<List<@Nullable Object>>();
        var submission = life.reading().submission();
        for (var episode : life.reading().episodes()) {
            var opened = episode.opened();
            var finding = opened.finding();
            var primary = finding.primary();
            var won = won(episode, life);
            rows.add(Row.of(
                    life.claim(),
                    episode.line(),
                    episode.payerSequence(),
                    life.practice(),
                    submission == null ? null : submission.provider(),
                    episode.payer(),
                    opened.on(),
                    life.positionOf(opened.decisionKey()),
                    opened.cents(),
                    Objects.requireNonNullElse(finding.reasonClass(), Meaning.UNCLASSIFIED),
                    primary == null ? null : primary.system() + " " + primary.code(),
                    finding.liability() == null ? null : finding.liability().name(),
                    episode.state().name(),
                    episode.level(),
                    opened.appealable(),
                    opened.appealLastDay(),
                    episode.closedOn(),
                    episode.road() == null ? null : episode.road().name(),
                    episode.recoveredCents(),
                    episode.awaitedCents(),
                    episode.denials(),
                    won == null ? null : won.on(),
                    won == null ? null : won.basis().name(),
                    life.lastPosition()));
        }
        return rows;
    }

    /// The end of the last appeal by which something of the denial was taken back.
    private static AppealReading.@Nullable Ended won(Episode episode, ClaimLife life) {
        AppealReading.Ended won = null;
        for (var appeal : life.reading().appeals()) {
            if (appeal.isOverturned()
                    && episode.overturned().stream().anyMatch(it -> it.appealNo() == appeal.appealNo())) {
                won = appeal.ended();
            }
        }
        return won;
    }

    private static List<List<@Nullable Object>> appeals(ClaimLife life) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var appeal : life.reading().appeals()) {
            var ended = appeal.ended();
            rows.add(Row.of(
                    life.claim(),
                    appeal.appealNo(),
                    life.practice(),
                    appeal.level(),
                    appeal.lines().toArray(Integer[]::new),
                    appeal.filedOn(),
                    appeal.dayAssumed(),
                    appeal.dueOn(),
                    ended == null ? null : ended.outcome().name(),
                    ended == null ? null : ended.on(),
                    life.reading().episodes().stream()
                            .flatMap(episode -> episode.overturned().stream())
                            .filter(each -> each.appealNo() == appeal.appealNo())
                            .mapToLong(each -> each.cents())
                            .sum(),
                    life.lastPosition()));
        }
        return rows;
    }

    private static List<List<@Nullable Object>> history(ClaimLife life) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var fact : life.news()) {
            rows.add(Row.of(
                    life.claim(),
                    fact.envelope().position(),
                    ClaimFacts.dayOf(fact.event()),
                    fact.envelope().name(),
                    Sentence.of(fact.event())));
        }
        return rows;
    }
}
