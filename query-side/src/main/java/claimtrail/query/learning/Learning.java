package claimtrail.query.learning;

import claimtrail.metric.Basis;
import claimtrail.metric.pattern.PatternScore;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.feed.Then;
import claimtrail.query.learning.Practised.Effect;
import claimtrail.query.number.Measured;
import claimtrail.query.number.Settings;
import claimtrail.query.number.SubjectDays;
import claimtrail.query.pattern.Patterns;
import claimtrail.query.pattern.Patterns.Name;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What practice on patterns comes to. Progress says how much was practised, and nothing about outcomes.
@Component
public class Learning {

    /// Assumed for an hour of practice while nobody has set one, in cents.
    static final long HOUR_CENTS = 50_00;

    private static final String HOURLY_RATE = "hourly-rate";

    private static final long HOUR_SECONDS = 3600;
    private static final int ENOUGH = 20;
    private static final int DAYS = 30;

    private static final String SUMS = """
            select subject, sum(practice_started)::bigint as started, sum(practice_completed)::bigint as completed,
                   sum(practice_seconds)::bigint as seconds, sum(practice_correct)::bigint as correct,
                   sum(practice_total)::bigint as total, sum(corrections_applied)::bigint as applied,
                   sum(corrections_reported)::bigint as reported, sum(progress_points)::bigint as points
              from %s d where day >= :from group by subject
            having sum(practice_started) <> 0 or sum(practice_completed) <> 0 or sum(corrections_applied) <> 0
            """;

    private static final String EFFECTS = """
            with d as %s,
                 f as (select subject, min(day) as from_on from d where corrections_applied > 0 group by subject)
            select f.subject, f.from_on,
                   coalesce(sum(d.denied_claims) filter (where d.day < f.from_on), 0)::bigint as denied_before,
                   coalesce(sum(d.decided_claims) filter (where d.day < f.from_on), 0)::bigint as decided_before,
                   coalesce(sum(d.denied_claims) filter (where d.day >= f.from_on), 0)::bigint as denied_after,
                   coalesce(sum(d.decided_claims) filter (where d.day >= f.from_on), 0)::bigint as decided_after
              from f left join d on d.subject = f.subject and d.day between f.from_on - 30 and f.from_on + 29
             group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final StreamRows rows;
    private final SubjectDays days;
    private final Patterns patterns;
    private final Settings settings;
    private final Returns returns;
    private final Snapshot snapshot;

    Learning(
            JdbcClient jdbc,
            StreamRows rows,
            SubjectDays days,
            Patterns patterns,
            Settings settings,
            Returns returns,
            Snapshot snapshot) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.days = days;
        this.patterns = patterns;
        this.settings = settings;
        this.returns = returns;
        this.snapshot = snapshot;
    }

    /// Practice of a window, together and by pattern.
    ///
    /// @param abandoned begun more than a day before the end of the window and not completed
    /// @param accuracy pooled; not known where no score was sent
    /// @param minutes one decimal
    /// @param meanMinutes a sitting with a time; absent where none has one
    /// @param withoutTime sittings whose client sent no time
    /// @param streakDays consecutive days with a completed sitting, up to the end of the window
    /// @param costCents of the time, the figure `roi.cost`
    /// @param hourCents what an hour costs, as set for the end of the window
    /// @param returns what may have come of it; an estimate
    /// @param explain where the sums stand of which the other numbers are made
    public record Summary(
            Measured started,
            Measured sessions,
            long abandoned,
            Measured accuracy,
            BigDecimal minutes,
            @Nullable BigDecimal meanMinutes,
            long withoutTime,
            Measured seconds,
            Measured correctionsApplied,
            Measured correctionsReported,
            long streakDays,
            long costCents,
            long hourCents,
            Return returns,
            List<Practised> patterns,
            Map<String, String> explain) {}

    /// What was summed about one pattern, or all.
    private record Sums(
            long started,
            long completed,
            long seconds,
            long correct,
            long total,
            long applied,
            long reported,
            long points) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

        Sums plus(Sums it) {
            return new Sums(
                    started + it.started,
                    completed + it.completed,
                    seconds + it.seconds,
                    correct + it.correct,
                    total + it.total,
                    applied + it.applied,
                    reported + it.reported,
                    points + it.points);
        }
    }

    /// One sitting, as far as the summary needs it.
    private record Sitting(
            @Nullable LocalDate startedOn, @Nullable LocalDate completedOn, boolean timed) {}

    /// The practice of a window.
    public Summary of(Asked asked) {
        return snapshot.of(() -> {
            var sums = new HashMap<UUID, Sums>();
            days.ofPatterns(SUMS, asked, Basis.EVENT).query(row -> {
                sums.put(row.getObject("subject", UUID.class), sums(row));
            });
            var names = patterns.names(asked);
            var effects = effects(asked);
            var practised = new ArrayList<Practised>();
            sums.forEach((pattern, sum) ->
                    practised.add(practised(asked, pattern, names.get(pattern), sum, effects.get(pattern))));
            practised.sort(Comparator.comparing(Practised::shown).thenComparing(Practised::pattern));
            var sum = sums.values().stream().reduce(Sums.NONE, Sums::plus);
            var hour = Objects.requireNonNullElse(settings.of(HOURLY_RATE, asked), HOUR_CENTS);
            var corrected = effects.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, it -> it.getValue().from()));
            var cost = cost(sum.seconds(), hour);
            return summary(
                    asked,
                    sum,
                    sittings(asked),
                    hour,
                    returns.of(asked.on(Basis.EVENT), sums.keySet(), corrected, cost),
                    practised);
        });
    }

    private Map<UUID, Effect> effects(Asked asked) {
        var effects = new HashMap<UUID, Effect>();
        var happened = asked.on(Basis.EVENT);
        days.ofPatterns(EFFECTS, asked, Basis.EVENT).query(row -> {
            var pattern = row.getObject("subject", UUID.class);
            var from = row.getObject("from_on", LocalDate.class);
            var decidedBefore = row.getLong("decided_before");
            var decidedAfter = row.getLong("decided_after");
            var last = from.plusDays(DAYS - 1);
            var subject = "pattern=" + pattern;
            var before = happened.about(Window.ending(from.minusDays(1), DAYS));
            var after = happened.about(new Window(
                    from, last.isAfter(asked.window().to()) ? asked.window().to() : last));
            effects.put(
                    pattern,
                    Effect.of(
                            from,
                            Measured.percent(
                                    row.getLong("denied_before"),
                                    decidedBefore,
                                    Measured.explain("pattern.rate", before, subject)),
                            Measured.percent(
                                    row.getLong("denied_after"),
                                    decidedAfter,
                                    Measured.explain("pattern.rate", after, subject)),
                            decidedBefore >= ENOUGH && decidedAfter >= ENOUGH));
        });
        return effects;
    }

    private List<Sitting> sittings(Asked asked) {
        var then = new Then(asked.asOf());
        rows.then(SessionRows.KIND, asked.practice().id(), then);
        return then.asking(jdbc.sql("""
                        select (started_at at time zone 'UTC')::date as started_on,
                               (completed_at at time zone 'UTC')::date as completed_on, seconds is not null as timed
                          from %s r where practice = :practice and started_at is not null
                        """.formatted(StreamRows.of(SessionRows.KIND, SessionRows.SESSION, then))))
                .param("practice", asked.practice().id())
                .query((row, _) -> new Sitting(
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("completed_on", LocalDate.class),
                        row.getBoolean("timed")))
                .list();
    }

    /// Exact inside, rounded once, half up.
    private static long cost(long seconds, long hourCents) {
        return BigDecimal.valueOf(seconds)
                .multiply(BigDecimal.valueOf(hourCents))
                .divide(BigDecimal.valueOf(HOUR_SECONDS), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Summary summary(
            Asked asked, Sums sum, List<Sitting> sittings, long hour, Return returns, List<Practised> practised) {
        var window = asked.window();
        var abandoned = sittings.stream()
                .filter(it -> it.completedOn() == null)
                .filter(it -> it.startedOn() != null
                        && !it.startedOn().isBefore(window.from())
                        && it.startedOn().isBefore(window.to()))
                .count();
        var untimed = sittings.stream()
                .filter(it -> it.completedOn() != null
                        && !it.completedOn().isBefore(window.from())
                        && !it.completedOn().isAfter(window.to())
                        && !it.timed())
                .count();
        var timed = sum.completed() - untimed;
        return new Summary(
                Measured.sum(sum.started(), Measured.explain("practice.started", asked, "")),
                Measured.sum(sum.completed(), Measured.explain("practice.sessions", asked, "")),
                abandoned,
                Measured.percent(sum.correct(), sum.total(), Measured.explain("practice.accuracy", asked, "")),
                minutes(sum.seconds(), 1),
                timed <= 0 ? null : minutes(sum.seconds(), timed),
                untimed,
                Measured.sum(sum.seconds(), Measured.explain("practice.seconds", asked, "")),
                Measured.sum(sum.applied(), Measured.explain("corrections.applied", asked, "")),
                Measured.sum(sum.reported(), Measured.explain("corrections.reported", asked, "")),
                streak(sittings, window.to()),
                returns.costCents(),
                hour,
                returns,
                practised,
                explain(asked));
    }

    /// What rules make of sums.
    private static Map<String, String> explain(Asked asked) {
        var ever = asked.about(asked.window().sinceEver());
        var explain = new LinkedHashMap<String, String>();
        explain.put("abandoned", Measured.explain("practice.abandoned", asked, ""));
        explain.put("minutes", Measured.explain("practice.minutes", asked, ""));
        explain.put("streakDays", Measured.explain("practice.streak", ever, ""));
        explain.put("costCents", Measured.explain("roi.cost", asked, ""));
        explain.put("estimateCents", Measured.explain("roi.estimate", asked.on(Basis.EVENT), ""));
        return explain;
    }

    private static long streak(List<Sitting> sittings, LocalDate day) {
        var practisedOn = new HashSet<LocalDate>();
        for (var sitting : sittings) {
            if (sitting.completedOn() != null) {
                practisedOn.add(sitting.completedOn());
            }
        }
        var streak = 0L;
        while (practisedOn.contains(day.minusDays(streak))) {
            streak++;
        }
        return streak;
    }

    private static Practised practised(
            Asked asked, UUID pattern, @Nullable Name name, Sums sum, @Nullable Effect effect) {
        var subject = "pattern=" + pattern;
        return new Practised(
                pattern,
                name == null ? null : name.number(),
                name == null ? null : name.title(),
                Measured.sum(sum.completed(), Measured.explain("practice.sessions", asked, subject)),
                minutes(sum.seconds(), 1),
                Measured.percent(sum.correct(), sum.total(), Measured.explain("practice.accuracy", asked, subject)),
                (int) PatternScore.learningProgress(sum.points()),
                Measured.explain("learning.points", asked, subject),
                Measured.sum(sum.applied(), Measured.explain("corrections.applied", asked, subject)),
                Measured.sum(sum.reported(), Measured.explain("corrections.reported", asked, subject)),
                effect);
    }

    /// Minutes, one decimal.
    private static BigDecimal minutes(long seconds, long sittings) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60 * sittings), 1, RoundingMode.HALF_UP);
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("started"),
                row.getLong("completed"),
                row.getLong("seconds"),
                row.getLong("correct"),
                row.getLong("total"),
                row.getLong("applied"),
                row.getLong("reported"),
                row.getLong("points"));
    }
}
