package claimtrail.query.audit;

import claimtrail.event.Envelope;
import claimtrail.query.audit.Alarm.Level;
import claimtrail.query.audit.Freshness.Fresh;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.integrity.Checkpoints;
import claimtrail.query.integrity.Verification;
import claimtrail.query.job.JobRuns;
import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.proof.NightlyProof;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.provider.Registry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is amiss and what is new at this moment, the gravest first. The same is answered to programs and shown on every
/// page.
@Component
public class Alarms {

    /// The job of the command side that looks whether a pattern was missed.
    private static final String PATTERN_CHECK = "pattern-check";

    private static final int DETAILS = 3;
    private static final int MOST_NEWS = 10;

    private final PracticeFreshness practices;
    private final NightlyProof proof;
    private final JobRuns runs;
    private final Verification verification;
    private final Checkpoints checkpoints;
    private final Registry registry;
    private final LogReader log;
    private final JdbcClient jdbc;
    private final AlarmSettings settings;
    private final Clock clock;

    Alarms(
            PracticeFreshness practices,
            NightlyProof proof,
            JobRuns runs,
            Verification verification,
            Checkpoints checkpoints,
            Registry registry,
            LogReader log,
            JdbcClient jdbc,
            AlarmSettings settings,
            Clock clock) {
        this.practices = practices;
        this.proof = proof;
        this.runs = runs;
        this.verification = verification;
        this.checkpoints = checkpoints;
        this.registry = registry;
        this.log = log;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /// At this moment.
    ///
    /// @param fresh a look at the log that was taken just now
    public List<Alarm> of(Fresh fresh) {
        var alarms = new ArrayList<Alarm>();
        stopped(fresh, alarms);
        differs(alarms);
        missed(alarms);
        altered(alarms);
        if (fresh.late()) {
            alarms.add(new Alarm(
                    Level.YELLOW,
                    "FIGURES_LATE",
                    null,
                    "These figures are late: " + count(fresh.events()) + " facts wait to be counted.",
                    List.of(),
                    "/api/status"));
        }
        stale(registry.practices().stream().filter(it -> !it.simulated()).toList(), alarms);
        held(alarms);
        news(alarms);
        return List.copyOf(alarms);
    }

    private static void stopped(Fresh fresh, List<Alarm> alarms) {
        var errors = fresh.segments().stream()
                .map(segment -> segment.error())
                .filter(Objects::nonNull)
                .limit(DETAILS)
                .toList();
        if (!errors.isEmpty()) {
            alarms.add(new Alarm(
                    Level.RED,
                    "COUNTING_STOPPED",
                    null,
                    "Counting has stopped. What is shown was right at fact " + count(fresh.counted())
                            + "; later facts are in the log and not in these figures.",
                    errors,
                    "/api/status"));
        }
    }

    private void differs(List<Alarm> alarms) {
        proof.last().ifPresent(run -> {
            var differences = Objects.requireNonNullElse(run.differences(), 0L);
            if (differences != 0) {
                alarms.add(new Alarm(
                        Level.RED,
                        "PROOF_DIFFERS",
                        null,
                        "The last proof found " + count(differences)
                                + (differences == 1 ? " difference." : " differences.")
                                + " What is stored is not what the log makes of it; do not rely on the figures until this"
                                + " is cleared.",
                        run.first().stream()
                                .limit(DETAILS)
                                .map(it -> it.place() + ": " + it.cell())
                                .toList(),
                        "/jobs"));
            }
        });
    }

    private void missed(List<Alarm> alarms) {
        runs.lastComplete(PATTERN_CHECK)
                .filter(run -> Objects.requireNonNullElse(run.differences(), 0L) != 0)
                .ifPresent(run -> alarms.add(new Alarm(
                        Level.RED,
                        "PATTERNS_MISSED",
                        null,
                        String.valueOf(run.says()),
                        run.first().stream()
                                .limit(DETAILS)
                                .map(it -> it.place() + ": " + it.cell())
                                .toList(),
                        "/jobs")));
    }

    private void altered(List<Alarm> alarms) {
        verification.last().ifPresent(run -> {
            var findings = Objects.requireNonNullElse(run.differences(), 0L);
            if (findings != 0) {
                alarms.add(new Alarm(
                        Level.RED,
                        "LOG_ALTERED",
                        null,
                        "The log is not what its checkpoints stand for: somebody changed what is written once.",
                        run.first().stream()
                                .limit(DETAILS)
                                .map(Difference::cell)
                                .toList(),
                        "/integrity"));
            }
        });
        checkpoints
                .trouble()
                .ifPresent(trouble -> alarms.add(new Alarm(
                        Level.RED,
                        "CHECKPOINTS_STOPPED",
                        null,
                        "No checkpoints of the log are made; what comes from now on is not evident.",
                        List.of(trouble),
                        "/integrity")));
    }

    private void stale(List<PracticeView> fed, List<Alarm> alarms) {
        var since = clock.instant().minus(settings.staleAfter());
        for (var practice : fed) {
            var latest = practices.latestFactAt(practice.id());
            if (latest != null && latest.isBefore(since)) {
                alarms.add(new Alarm(
                        Level.YELLOW,
                        "DATA_OLD",
                        practice.id(),
                        "Nothing has been told about " + practice.name() + " for more than "
                                + hours(settings.staleAfter()) + ".",
                        List.of(),
                        "/imports?practice=" + practice.id()));
            }
        }
    }

    private void held(List<Alarm> alarms) {
        jdbc.sql("""
                        select i.practice, count(*) as held from read_model.import_report r
                          join read_model.import i on i.import_id = r.import_id
                         where r.severity = 'HELD' and r.verdict is null and i.started_at < ?
                         group by 1 order by 1
                        """)
                .param(java.sql.Timestamp.from(clock.instant().minus(settings.heldAfter())))
                .query((row, _) -> new Alarm(
                        Level.YELLOW,
                        "RECORDS_HELD",
                        row.getObject("practice", UUID.class),
                        "Held for more than " + hours(settings.heldAfter()) + ", and nobody has judged them: "
                                + count(row.getLong("held")) + " records of files.",
                        List.of(),
                        "/imports?practice=" + row.getString("practice")))
                .list()
                .forEach(alarms::add);
    }

    /// The last facts of each kind, as long as they are news. Few are looked at, whatever the length of the log.
    private void news(List<Alarm> alarms) {
        var found = jdbc.sql("""
                        select position, practice, pattern_id, title from read_model.pattern_found
                         order by position desc limit :most
                        """)
                .param("most", MOST_NEWS)
                .query((row, _) -> new News(
                        row.getLong("position"),
                        new Alarm(
                                Level.BLUE,
                                "PATTERN_NEW",
                                row.getObject("practice", UUID.class),
                                "New pattern: " + words(row.getString("title")) + ".",
                                List.of(),
                                "/patterns/" + row.getString("pattern_id") + "?practice=" + row.getString("practice"))))
                .list();
        var changed = jdbc.sql("""
                        select s.last_position as position, p.practice, p.pattern_id, p.title, lower(s.status) as status
                          from read_model.pattern_status s join read_model.pattern p using (pattern_id)
                         where exists (select from read_model.pattern_status earlier
                                        where earlier.pattern_id = s.pattern_id and earlier.last_position < s.last_position)
                         order by s.last_position desc limit :most
                        """)
                .param("most", MOST_NEWS)
                .query((row, _) -> new News(
                        row.getLong("position"),
                        new Alarm(
                                Level.BLUE,
                                "PATTERN_STATUS",
                                row.getObject("practice", UUID.class),
                                "Pattern " + words(row.getString("title")) + " is now " + row.getString("status") + ".",
                                List.of(),
                                "/patterns/" + row.getString("pattern_id") + "?practice=" + row.getString("practice"))))
                .list();
        var files = jdbc.sql("""
                        select last_position as position, practice, import_id, read from read_model.import
                         where state = 'COMPLETED' and read >= :large order by last_position desc limit :most
                        """)
                .param("large", settings.largeFile())
                .param("most", MOST_NEWS)
                .query((row, _) -> new News(
                        row.getLong("position"),
                        new Alarm(
                                Level.BLUE,
                                "IMPORT_DONE",
                                row.getObject("practice", UUID.class),
                                "A file of " + count(row.getLong("read")) + " records was taken in.",
                                List.of(),
                                "/imports/" + row.getString("import_id"))))
                .list();
        var all = Stream.of(found, changed, files).flatMap(List::stream).toList();
        var since = clock.instant().minus(settings.newsFor());
        var recent = log.at(all.stream().map(News::position).distinct().toList()).stream()
                .map(LogEntry::envelope)
                .filter(place -> place.recordedAt().isAfter(since))
                .map(Envelope::position)
                .collect(Collectors.toSet());
        all.stream()
                .filter(it -> recent.contains(it.position()))
                .map(News::alarm)
                .forEach(alarms::add);
    }

    private record News(long position, Alarm alarm) {}

    private static String hours(Duration time) {
        return time.toHours() + " hours";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A title inside a sentence.
    private static String words(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }
}
