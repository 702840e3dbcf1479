package claimtrail.query.pattern;

import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.feed.Then;
import claimtrail.query.web.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
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

    private final JdbcClient jdbc;
    private final StreamRows rows;
    private final Weights weights;
    private final Weighing weighing;
    private final Snapshot snapshot;
    private final Remembered remembered;

    Patterns(
            JdbcClient jdbc,
            StreamRows rows,
            Weights weights,
            Weighing weighing,
            Snapshot snapshot,
            Remembered remembered) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.weights = weights;
        this.weighing = weighing;
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
            @Nullable String detector,
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
            var scales = weighing.scales(asked);
            return told(asked).stream()
                    .filter(it -> asked.payer() == null || scales.isTouched(it.id()))
                    .map(it -> weighing.view(it, asked, scales))
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

    /// One pattern as told; empty where none of this id was known by the end of the window.
    Optional<Told> told(UUID id, Asked asked) {
        return told(asked).stream().filter(it -> it.id().equals(id)).findFirst();
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
                row.getString("detector"),
                row.getObject("detected_on", LocalDate.class),
                row.getString("status"),
                row.getString("recovery_status"),
                guidance == null ? null : JsonMapper.shared().readTree(guidance),
                JsonMapper.shared().readTree(row.getString("asserted")));
    }

    static String word(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /// One status, from a day on.
    ///
    /// @param reason in words
    /// @param position the fact that says so
    /// @param cause `rule`, `person`, `import`; absent of the first, which the detection gave
    /// @param rule absent where nobody followed one
    /// @param counted what justifies the change, the newest days first; then those of the baseline
    public record Status(
            String status,
            LocalDate from,
            String reason,
            long position,
            @Nullable String cause,
            @Nullable String rule,
            List<Counted> counted) {}

    /// Claims denied by the pattern, of those that it could have caught, as counted when its status changed.
    ///
    /// @param from absent for those of the baseline
    /// @param explain where the same is counted again; the baseline has its own
    public record Counted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long denied,
            long exposedDecided,
            @Nullable String explain) {}

    /// Something that somebody did about a pattern.
    ///
    /// @param event the fact
    public record Action(String actionType, LocalDate takenOn, String event) {}

    /// What happened to a pattern on one day.
    public record Day(LocalDate day, long exposed, long decided, long denied, long deniedCents) {}

    /// A pattern with its guidance and its days.
    ///
    /// @param guidance as told; absent where nobody has given any
    /// @param evidence claims that tripped the rule, as told
    /// @param claims where the claims that it denied are listed
    /// @param evidenceLines where each denied line stands, and what speaks against the pattern
    /// @param series days of the window on which anything happened
    /// @param statuses oldest first
    /// @param actions what was done about it, oldest first
    public record Detail(
            PatternView pattern,
            @Nullable JsonNode guidance,
            List<UUID> evidence,
            String claims,
            String evidenceLines,
            List<Day> series,
            List<Status> statuses,
            List<Action> actions) {}

    /// One pattern; empty where none of this id was known by the end of the window.
    public Optional<Detail> find(UUID id, Asked asked) {
        return snapshot.of(() -> {
            return told(id, asked).map(it -> detail(it, asked));
        });
    }

    private Detail detail(Told it, Asked asked) {
        var id = it.id();
        return new Detail(
                weighing.view(it, asked, weighing.scales(asked)),
                it.guidance(),
                it.evidence(),
                "/api/claims?practice=" + asked.practice().id() + "&pattern=" + id + "&status=denied&asOf="
                        + asked.asOf(),
                "/api/patterns/" + id + "/evidence?" + asked.query(),
                weights.days(id, asked),
                statuses(id, asked),
                actions(id, asked));
    }

    private List<Status> statuses(UUID id, Asked asked) {
        var then = then(asked);
        return then.asking(jdbc.sql("select * from " + StreamRows.of(PatternRows.KIND, PatternRows.STATUS, then)
                        + " r where pattern_id = :id order by last_position"))
                .param("id", id)
                .query((row, _) -> PatternRows.read(row, id, asked))
                .list();
    }

    private List<Action> actions(UUID id, Asked asked) {
        var then = then(asked);
        return then.asking(jdbc.sql("select * from " + StreamRows.of(PatternRows.KIND, PatternRows.ACTION, then)
                        + " r where pattern_id = :id order by taken_on, last_position"))
                .param("id", id)
                .query((row, _) -> new Action(
                        word(row.getString("action_type")),
                        row.getObject("taken_on", LocalDate.class),
                        "/api/audit/events/" + row.getLong("last_position")))
                .list();
    }
}
