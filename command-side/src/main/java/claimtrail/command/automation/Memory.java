package claimtrail.command.automation;

import claimtrail.command.automation.Detecting.Touched;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.detection.Evidence;
import claimtrail.event.claim.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the finding of patterns remembers of the log, in tables beside it. Its methods run in the transaction of their
/// caller, in which the token moves too.
@Component
final class Memory {

    /// More claims than a person has in a day.
    private static final int MOST_CLAIMS_A_DAY = 100;

    /// More lines than a person has over the years that a policy counts.
    private static final int MOST_LINES = 1_000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Memory(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// How far the log was read; empty while another node works. Holds the other nodes off until the transaction ends.
    Optional<Long> lockToken(String name) {
        database.sql("""
                insert into event_store.automation_token (name, position) values (?, 0)
                on conflict (name) do nothing
                """).params(name).update();
        return database.sql("""
                select position from event_store.automation_token where name = ? for update skip locked
                """).params(name).query(Long.class).optional();
    }

    void moveToken(String name, long position) {
        database.sql("update event_store.automation_token set position = ? where name = ?")
                .params(position, name)
                .update();
    }

    /// How far the log was read, by whichever node.
    long token(String name) {
        return database.sql("select coalesce(max(position), 0) from event_store.automation_token where name = ?")
                .params(name)
                .query(Long.class)
                .single();
    }

    void claims(Collection<ClaimOn> claims) {
        batches.batchUpdate(
                """
                insert into event_store.automation_claim (claim, practice, submitted_on) values (?, ?, ?)
                on conflict (claim) do update set submitted_on = excluded.submitted_on
                """,
                claims.stream()
                        .map(it -> new Object[] {it.claim(), it.practice(), it.on()})
                        .toList());
    }

    /// A claim and the day by which it is filled back.
    record ClaimOn(UUID claim, UUID practice, LocalDate on) {}

    List<UUID> claimsFrom(UUID practice, LocalDate day) {
        return database.sql("""
                select claim from event_store.automation_claim where practice = ? and submitted_on >= ?
                 order by submitted_on, claim
                """)
                .params(practice, day)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> practices() {
        return database.sql("select distinct practice from event_store.automation_claim order by practice")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The lines of a claim's newest version that other claims of the patient may have to know.
    ///
    /// @param position of the fact that told them
    record KeptLines(UUID practice, UUID claim, long position, BilledClaim bill, List<Line> lines) {
        KeptLines {
            lines = List.copyOf(lines);
        }

        private Stream<@Nullable Object[]> rows() {
            var patient = bill.patient();
            return patient == null
                    ? Stream.empty()
                    : lines.stream().map(it -> new @Nullable Object[] {
                        claim,
                        it.no(),
                        practice,
                        patient,
                        it.serviceFrom(),
                        CodeSet.folded(it.code()),
                        bill.provider(it),
                        bill.group(),
                        BilledClaim.services(it),
                        position
                    });
        }
    }

    /// Keeps lines in place of those that were kept of the same claims.
    void lines(Collection<KeptLines> claims) {
        forgetLines(claims.stream().map(KeptLines::claim).toList());
        batches.batchUpdate("""
                insert into event_store.automation_line
                       (claim, line_no, practice, patient, service_on, code, provider, group_id, units, position)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, claims.stream().flatMap(KeptLines::rows).toList());
    }

    void forgetLines(List<UUID> claims) {
        database.sql("delete from event_store.automation_line where claim = any (?)")
                .params((Object) claims.toArray(UUID[]::new))
                .update();
    }

    /// Claims of one patient and day, of which at least one is among these: all of them, with their practice. A masked
    /// name, on which more claims stand than a person can have in a day, makes no neighbours.
    Map<UUID, UUID> ofOneDay(List<UUID> claims) {
        var found = new LinkedHashMap<UUID, UUID>();
        database.sql("""
                with day as (
                    select l.practice, l.patient, l.service_on
                      from event_store.automation_line l
                      join (select distinct practice, patient, service_on
                              from event_store.automation_line
                             where claim = any (?)) as touched
                     using (practice, patient, service_on)
                     group by l.practice, l.patient, l.service_on
                    having count(distinct l.claim) between 2 and ?)
                select distinct l.claim, l.practice
                  from event_store.automation_line l
                  join day using (practice, patient, service_on)
                 order by l.claim
                """).params(claims.toArray(UUID[]::new), MOST_CLAIMS_A_DAY).query(row -> {
            found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        });
        return found;
    }

    /// Lines of the patient's other claims up to a day; of very many the newest, because only a masked name has them.
    List<NearbyLine> nearby(UUID practice, UUID patient, UUID claim, LocalDate until) {
        return database.sql("""
                select claim, line_no, code, service_on, provider, group_id, units,
                       position < coalesce((select min(own.position) from event_store.automation_line own
                                             where own.claim = ?), 0)
                  from (select * from event_store.automation_line
                         where practice = ? and patient = ? and service_on <= ? and claim <> ?
                         order by service_on desc
                         limit ?) as newest
                 order by service_on, claim, line_no
                """)
                .params(claim, practice, patient, until, claim, MOST_LINES)
                .query(Memory::line)
                .list();
    }

    private static NearbyLine line(ResultSet row, int number) throws SQLException {
        return new NearbyLine(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getInt(7),
                row.getBoolean(8));
    }

    /// A claim that was denied on a day.
    record Denied(UUID practice, LocalDate on, UUID claim) {}

    void denied(List<Denied> denials) {
        batches.batchUpdate(
                """
                insert into event_store.automation_denial (practice, decided_on, claim) values (?, ?, ?)
                on conflict do nothing
                """,
                denials.stream()
                        .map(it -> new Object[] {it.practice(), it.on(), it.claim()})
                        .toList());
    }

    long denied(UUID practice, LocalDate from, LocalDate to) {
        return database.sql("""
                select count(distinct claim) from event_store.automation_denial
                 where practice = ? and decided_on between ? and ?
                """).params(practice, from, to).query(Long.class).single();
    }

    /// What one claim gives to the detectors.
    record ClaimEvidence(UUID practice, FoundEvidence found) {}

    /// Keeps evidence in place of what the same claims gave before.
    ///
    /// @param again claims whose evidence was kept and has to be read anew
    void evidence(List<ClaimEvidence> evidence, List<UUID> again) {
        database.sql("delete from event_store.automation_evidence where claim = any (?)")
                .params((Object) again.toArray(UUID[]::new))
                .update();
        batches.batchUpdate(
                """
                insert into event_store.automation_evidence (practice, detector, subject, claim, decision_key, line_no,
                                                             decided_on, code, denied_cents, counts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                evidence.stream()
                        .map(it -> {
                            var found = it.found();
                            return new Object[] {
                                it.practice(),
                                found.detector(),
                                found.subject(),
                                found.evidence().claim(),
                                found.decisionKey(),
                                found.line(),
                                found.evidence().decidedOn(),
                                found.evidence().code(),
                                found.evidence().deniedCents(),
                                found.evidence().counts()
                            };
                        })
                        .toList());
    }

    List<Evidence> evidence(UUID practice, String detector, String subject, LocalDate from, LocalDate to) {
        return database.sql("""
                select claim, decided_on, code, denied_cents, counts
                  from event_store.automation_evidence
                 where practice = ? and detector = ? and subject = ? and decided_on between ? and ?
                """)
                .params(practice, detector, subject, from, to)
                .query(Memory::evidence)
                .list();
    }

    /// Subjects with evidence on a day or later, and the days of it.
    ///
    /// @param practice absent: of all practices
    List<Touched> subjects(@Nullable UUID practice, LocalDate from) {
        return database.sql("""
                select practice, detector, subject, min(decided_on), max(decided_on)
                  from event_store.automation_evidence
                 where practice = coalesce(cast(:practice as uuid), practice) and decided_on >= :from
                 group by practice, detector, subject
                """)
                .param("practice", practice, java.sql.Types.OTHER)
                .param("from", from)
                .query((row, _) -> new Touched(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getLong(4),
                row.getBoolean(5));
    }

    /// A claim that a pattern could have caught.
    record Exposed(UUID pattern, UUID claim) {}

    void exposed(Collection<Exposed> exposures) {
        batches.batchUpdate(
                """
                insert into event_store.automation_exposure (pattern, claim) values (?, ?) on conflict do nothing
                """,
                exposures.stream()
                        .map(it -> new Object[] {it.pattern(), it.claim()})
                        .toList());
    }

    List<UUID> exposed(UUID pattern) {
        return database.sql("select claim from event_store.automation_exposure where pattern = ? order by claim")
                .params(pattern)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void day(UUID practice, LocalDate on) {
        database.sql("""
                insert into event_store.automation_day as d (practice, latest_on) values (?, ?)
                on conflict (practice) do update set latest_on = greatest(d.latest_on, excluded.latest_on)
                """).params(practice, on).update();
    }

    /// Practices with days that have passed since the last judgement.
    List<ToJudge> toJudge() {
        return database.sql("""
                select practice, judged_on + 1, latest_on - 1 from event_store.automation_day
                 where judged_on is null or judged_on < latest_on - 1
                """)
                .query((row, _) -> new ToJudge(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)))
                .list();
    }

    /// Days of a practice that have passed.
    ///
    /// @param from absent where none was judged before
    record ToJudge(UUID practice, @Nullable LocalDate from, LocalDate to) {}

    /// Days after this one are to be judged, again where they were judged before.
    void judgeAfter(UUID practice, LocalDate day) {
        database.sql("update event_store.automation_day set judged_on = least(judged_on, ?) where practice = ?")
                .params(day, practice)
                .update();
    }

    void judged(UUID practice, LocalDate on) {
        database.sql("update event_store.automation_day set judged_on = ? where practice = ?")
                .params(on, practice)
                .update();
    }
}
