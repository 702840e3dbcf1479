package claimtrail.query.pattern;

import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.metric.Basis;
import claimtrail.metric.pattern.PatternScore;
import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.feed.Then;
import claimtrail.query.number.Measured;
import claimtrail.query.pattern.PatternView.Score;
import claimtrail.query.pattern.Weights.Weight;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Weighs the patterns of a practice.
@Component
public class Patterns {

    private static final int DECIDED_APPEALS = 5;
    private static final int MOST_PERCENT = 60;

    private final JdbcClient jdbc;
    private final StreamRows rows;
    private final Weights weights;
    private final Snapshot snapshot;
    private final Remembered remembered;

    Patterns(JdbcClient jdbc, StreamRows rows, Weights weights, Snapshot snapshot, Remembered remembered) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.weights = weights;
        this.snapshot = snapshot;
        this.remembered = remembered;
    }

    /// A pattern as its row holds it.
    record Told(
            UUID id,
            @Nullable String number,
            String title,
            String category,
            String reasonClass,
            List<String> codes,
            List<UUID> evidence,
            String origin,
            LocalDate detectedOn,
            String status,
            @Nullable String recoveryStatus,
            @Nullable JsonNode guidance,
            JsonNode asserted) {}

    /// All of them that were known by the end of the window, by impact; ties by id.
    public List<PatternView> of(Asked asked) {
        return remembered
                .of(new Question(asked), Answer.class, () -> new Answer(weighed(asked)))
                .patterns();
    }

    private record Question(Asked asked) {}

    private record Answer(List<PatternView> patterns) {}

    private List<PatternView> weighed(Asked asked) {
        return snapshot.of(() -> {
            var summed = weights.of(asked);
            var told = told(asked);
            return told.stream()
                    .map(it -> view(it, asked, summed, told))
                    .sorted(Comparator.comparingLong(
                                    (PatternView it) -> -it.score().impactCents())
                            .thenComparing(PatternView::id))
                    .toList();
        });
    }

    /// What a pattern is called.
    public record Name(@Nullable String number, String title) {}

    /// The names of all patterns.
    public Map<UUID, Name> names(Asked asked) {
        return told(asked).stream().collect(Collectors.toMap(Told::id, it -> new Name(it.number(), it.title())));
    }

    /// The codes of each pattern that is neither resolved nor archived; no codes: every code.
    public List<Set<String>> scopes(Asked asked) {
        return told(asked).stream()
                .filter(it -> !Set.of("RESOLVED", "ARCHIVED").contains(it.status()))
                .map(it -> Set.copyOf(it.codes()))
                .toList();
    }

    private List<Told> told(Asked asked) {
        var then = then(asked);
        return then.asking(jdbc.sql("select * from " + StreamRows.of(PatternRows.KIND, PatternRows.PATTERN, then)
                        + " r where practice = :practice and detected_on <= :day"))
                .param("practice", asked.practice().id())
                .param("day", asked.window().to())
                .query((row, _) -> told(row))
                .list();
    }

    private Then then(Asked asked) {
        var then = new Then(asked.asOf());
        rows.then(PatternRows.KIND, asked.practice().id(), then);
        return then;
    }

    private static Told told(ResultSet row) throws SQLException {
        var guidance = row.getString("guidance");
        return new Told(
                row.getObject("pattern_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("category"),
                row.getString("reason_class"),
                List.of((String[]) row.getArray("codes").getArray()),
                List.of((UUID[]) row.getArray("evidence").getArray()),
                row.getString("origin"),
                row.getObject("detected_on", LocalDate.class),
                row.getString("status"),
                row.getString("recovery_status"),
                guidance == null ? null : JsonMapper.shared().readTree(guidance),
                JsonMapper.shared().readTree(row.getString("asserted")));
    }

    private static PatternView view(Told it, Asked asked, Map<UUID, Weight> summed, List<Told> all) {
        var weight = summed.getOrDefault(it.id(), Weight.NONE);
        var day = asked.window().to();
        var recovery = it.recoveryStatus() == null
                ? PatternScore.recovery(it.reasonClass())
                : RecoveryStatus.valueOf(it.recoveryStatus());
        var subject = "pattern=" + it.id();
        var happened = asked.on(Basis.EVENT);
        var rank = 1
                + all.stream()
                        .filter(other ->
                                summed.getOrDefault(other.id(), Weight.NONE).deniedCents() > weight.deniedCents())
                        .count();
        return new PatternView(
                it.id(),
                it.number(),
                it.title(),
                it.category(),
                it.reasonClass(),
                it.codes(),
                word(it.origin()),
                it.detectedOn(),
                word(it.status()),
                word(PatternScore.tier(weight.denied(), weight.deniedCents()).name()),
                new Score(
                        weight.denied(),
                        weight.deniedCents(),
                        word(PatternScore.trend(weight.lastDays(), weight.daysBefore())
                                .name()),
                        PatternScore.velocity(weight.denied(), it.detectedOn(), day),
                        PatternScore.confidence(weight.denied(), weight.first(), weight.last()),
                        PatternScore.recency(weight.last(), day)),
                (int) rank,
                average(weight),
                weight.atRiskCents(),
                PatternScore.recoverableCents(weight.atRiskCents(), recovery),
                word(recovery.name()),
                Measured.percent(
                        weight.denied(), weight.decided(), Measured.explain("pattern.rate", happened, subject)),
                weight.lastDays(),
                weight.daysBefore(),
                Measured.percent(
                        weight.cohort().denied(),
                        weight.cohort().decided(),
                        Measured.explain("pattern.appeal.rate", asked.on(Basis.SUBMISSION), subject)),
                Measured.percent(
                        weight.overturned(),
                        weight.appealsDecided(),
                        Measured.explain("pattern.overturn.rate", happened, subject)),
                verdict(weight.overturned(), weight.appealsDecided()),
                (int) PatternScore.learningProgress(weight.points()),
                weight.sittings(),
                weight.correctionsApplied(),
                weight.correctionsReported(),
                it.asserted(),
                explain(happened, subject));
    }

    private static @Nullable Long average(Weight weight) {
        var average =
                Measured.each(weight.deniedCents(), weight.denied(), 0, "").value();
        return average == null ? null : (Long) average.longValueExact();
    }

    private static Map<String, String> explain(Asked asked, String subject) {
        var ever = asked.about(asked.window().sinceEver());
        var last = asked.about(Window.ending(asked.window().to(), 30));
        var explain = new LinkedHashMap<String, String>();
        explain.put("frequency", Measured.explain("pattern.frequency", asked, subject));
        explain.put("impactCents", Measured.explain("pattern.impact", asked, subject));
        explain.put("averageDeniedCents", Measured.explain("pattern.average", asked, subject));
        explain.put("velocity", Measured.explain("pattern.frequency", asked, subject));
        explain.put("confidence", Measured.explain("pattern.frequency", asked, subject));
        explain.put("recency", Measured.explain("pattern.frequency", ever, subject));
        explain.put("lastDays", Measured.explain("pattern.rate", last, subject));
        explain.put("daysBefore", Measured.explain("pattern.rate", last.before(), subject));
        explain.put("atRiskCents", Measured.explain("pattern.at.risk", asked, subject));
        explain.put("learningProgress", Measured.explain("learning.points", asked, subject));
        explain.put("sessions", Measured.explain("practice.sessions", ever, subject));
        explain.put("correctionsApplied", Measured.explain("corrections.applied", ever, subject));
        explain.put("correctionsReported", Measured.explain("corrections.reported", ever, subject));
        return explain;
    }

    private static @Nullable String verdict(long overturned, long decided) {
        if (decided < DECIDED_APPEALS) {
            return null;
        }
        if (overturned * 100 >= decided * MOST_PERCENT) {
            return "churn";
        }
        return (decided - overturned) * 100 >= decided * MOST_PERCENT ? "sticky" : null;
    }

    private static String word(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /// One status, from a day on.
    ///
    /// @param position the fact that says so
    public record Status(String status, LocalDate from, String reason, long position) {}

    /// What happened to a pattern on one day.
    public record Day(LocalDate day, long exposed, long decided, long denied, long deniedCents) {}

    /// A pattern with its guidance and its days.
    ///
    /// @param guidance as told; absent where nobody has given any
    /// @param evidence claims that tripped the rule, as told
    /// @param claims where the claims that it denied are listed
    /// @param series days of the window on which anything happened
    /// @param statuses oldest first
    public record Detail(
            PatternView pattern,
            @Nullable JsonNode guidance,
            List<UUID> evidence,
            String claims,
            List<Day> series,
            List<Status> statuses) {}

    /// One pattern; empty where none of this id was known by the end of the window.
    public Optional<Detail> find(UUID id, Asked asked) {
        return snapshot.of(() -> {
            var told = told(asked);
            return told.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .map(it -> detail(it, asked, told));
        });
    }

    private Detail detail(Told it, Asked asked, List<Told> told) {
        var id = it.id();
        return new Detail(
                view(it, asked, weights.of(asked), told),
                it.guidance(),
                it.evidence(),
                "/api/claims?practice=" + asked.practice().id() + "&pattern=" + id + "&status=denied&asOf="
                        + asked.asOf(),
                weights.days(id, asked),
                statuses(id, asked));
    }

    private List<Status> statuses(UUID id, Asked asked) {
        var then = then(asked);
        return then.asking(jdbc.sql("select * from " + StreamRows.of(PatternRows.KIND, PatternRows.STATUS, then)
                        + " r where pattern_id = :id order by last_position"))
                .param("id", id)
                .query((row, _) -> new Status(
                        word(row.getString("status")),
                        row.getObject("from_on", LocalDate.class),
                        row.getString("reason"),
                        row.getLong("last_position")))
                .list();
    }
}
