package claimtrail.query.pattern;

import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.metric.Basis;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.StreamKind;
import claimtrail.query.feed.Table;
import claimtrail.query.number.Measured;
import claimtrail.query.pattern.Patterns.Counted;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A pattern as a row, and its statuses.
final class PatternRows {

    static final Table PATTERN = new Table(
            "pattern",
            List.of(
                    "pattern_id",
                    "practice",
                    "number_source",
                    "number",
                    "origin",
                    "detector",
                    "subject",
                    "reason_class",
                    "category",
                    "title",
                    "codes",
                    "detected_on",
                    "evidence",
                    "status",
                    "recovery_status",
                    "guidance",
                    "asserted",
                    "last_position"),
            Set.of("guidance", "asserted"));
    static final Table STATUS = new Table(
            "pattern_status",
            List.of("pattern_id", "last_position", "status", "from_on", "reason", "changed"),
            Set.of("changed"));
    static final Table ACTION =
            new Table("pattern_action", List.of("pattern_id", "last_position", "action_type", "taken_on"));

    static final StreamKind<PatternEvent> KIND =
            new StreamKind<>(PatternEvent.class, "pattern_id", List.of(PATTERN, STATUS, ACTION), PatternRows::of);

    private static final String CHANGED = "pattern.status-changed";

    private PatternRows() {}

    private static List<List<List<@Nullable Object>>> of(List<Recorded<PatternEvent>> facts) {
        var first = facts.getFirst().envelope();
        if (!(facts.getFirst().event() instanceof PatternDetected detected)) {
            throw new IllegalStateException("a pattern begins with its detection: " + first);
        }
        GuidanceSet guidance = null;
        var status = Status.ACTIVE;
        var statuses = new ArrayList<List<@Nullable Object>>();
        var actions = new ArrayList<List<@Nullable Object>>();
        statuses.add(status(first, status, detected.detectedOn(), origin(detected), null));
        for (var fact : facts) {
            switch (fact.event()) {
                case PatternDetected _, BaselineFixed _ -> {}
                case GuidanceSet it -> guidance = it;
                case ActionRecorded it ->
                    actions.add(Row.of(
                            fact.envelope().streamId(),
                            fact.envelope().position(),
                            it.actionType().name(),
                            it.takenOn()));
                case StatusChanged it -> {
                    status = it.to();
                    statuses.add(status(fact.envelope(), status, it.on(), cause(it), tree(it)));
                }
            }
        }
        var number = detected.number();
        return List.of(
                List.of(Row.of(
                        first.streamId(),
                        Objects.requireNonNull(first.practice(), "a pattern belongs to a practice"),
                        number == null ? null : number.source(),
                        number == null ? null : number.value(),
                        detected.origin().name(),
                        detected.detector(),
                        detected.subject(),
                        detected.reasonClass(),
                        detected.category(),
                        detected.title(),
                        detected.codes().toArray(String[]::new),
                        detected.detectedOn(),
                        detected.evidence().toArray(UUID[]::new),
                        status.name(),
                        guidance == null ? null : guidance.recoveryStatus().name(),
                        guidance == null ? null : tree(guidance),
                        JsonMapper.shared().valueToTree(Objects.requireNonNullElse(detected.asserted(), Map.of())),
                        facts.getLast().envelope().position())),
                statuses,
                actions);
    }

    private static List<@Nullable Object> status(
            Envelope place, Status status, LocalDate from, String why, @Nullable JsonNode changed) {
        return Row.of(place.streamId(), place.position(), status.name(), from, why, changed);
    }

    private static JsonNode tree(PatternEvent told) {
        return JsonMapper.shared().readTree(new String(EventJson.write(told), StandardCharsets.UTF_8));
    }

    /// A status as its row holds it.
    static Patterns.Status read(ResultSet row, UUID pattern, Asked asked) throws SQLException {
        var text = row.getString("changed");
        var changed =
                text == null ? null : (StatusChanged) EventJson.read(CHANGED, 1, text.getBytes(StandardCharsets.UTF_8));
        return new Patterns.Status(
                Patterns.word(row.getString("status")),
                row.getObject("from_on", LocalDate.class),
                row.getString("reason"),
                row.getLong("last_position"),
                changed == null ? null : Patterns.word(changed.cause().name()),
                changed == null ? null : changed.rule(),
                changed == null ? List.of() : counted(changed, pattern, asked));
    }

    private static List<Counted> counted(StatusChanged changed, UUID pattern, Asked asked) {
        var counted = new ArrayList<Counted>();
        for (var it : changed.windows()) {
            counted.add(new Counted(
                    it.from(),
                    it.to(),
                    it.denied(),
                    it.exposedDecided(),
                    changed.asOfPosition() == null ? null : explain(it, changed.asOfPosition(), pattern, asked)));
        }
        if (changed.baseline() != null) {
            var it = changed.baseline();
            counted.add(new Counted(null, null, it.denied(), it.exposedDecided(), null));
        }
        return counted;
    }

    private static String explain(PatternEvent.Window it, long position, UUID pattern, Asked asked) {
        var then = asked.on(Basis.EVENT)
                .ofPayer(null)
                .of(null)
                .about(new Window(it.from(), it.to()))
                .upTo(position);
        return Measured.explain("pattern.rate", then, "pattern=" + pattern);
    }

    private static String origin(PatternDetected detected) {
        return switch (detected.origin()) {
            case DETECTED -> "found by a detector";
            case DECLARED -> "declared by a person";
            case IMPORTED -> "told by a file";
            case SCENARIO -> "part of a simulated run";
        };
    }

    /// In words, with the counts that justify it.
    private static String cause(StatusChanged it) {
        var windows = it.windows().stream()
                .map(window -> "%d of %d denied from %s to %s"
                        .formatted(window.denied(), window.exposedDecided(), window.from(), window.to()))
                .collect(Collectors.joining("; "));
        var by = switch (it.cause()) {
            case RULE -> "by " + it.rule();
            case PERSON -> "by a person";
            case IMPORT -> "told by a file";
        };
        return windows.isEmpty() ? by : by + ": " + windows;
    }
}
