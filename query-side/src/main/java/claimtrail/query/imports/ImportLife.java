package claimtrail.query.imports;

import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of one file, folded from its facts up to some position.
final class ImportLife {

    static final Table IMPORT = new Table(
            "import",
            List.of(
                    "import_id",
                    "practice",
                    "sha256",
                    "bytes",
                    "format",
                    "profile",
                    "parser_version",
                    "received_on",
                    "interchange",
                    "state",
                    "read",
                    "stored",
                    "seen_before",
                    "held",
                    "refused",
                    "warnings",
                    "events",
                    "millis",
                    "seen_again",
                    "started_at",
                    "last_position"));
    static final Table REPORT = new Table(
            "import_report",
            List.of(
                    "import_id",
                    "place",
                    "code",
                    "byte_from",
                    "byte_to",
                    "severity",
                    "field",
                    "claim",
                    "verdict",
                    "position"));
    static final Table CODE = new Table("import_code", List.of("import_id", "code", "count", "position"));

    private final Envelope start;
    private final ImportStarted started;
    private @Nullable ImportCompleted completed;
    private int seenAgain;
    private long lastPosition;
    private long completedPosition;
    private final Map<List<String>, Recorded<RecordNoted>> notes = new LinkedHashMap<>();
    private final Map<String, String> verdicts = new HashMap<>();

    private ImportLife(Envelope start, ImportStarted started) {
        this.start = start;
        this.started = started;
        this.lastPosition = start.position();
    }

    /// The life of a file.
    ///
    /// @param facts of one stream, in order, the start first
    static ImportLife of(List<Recorded<ImportEvent>> facts) {
        var first = facts.getFirst();
        if (!(first.event() instanceof ImportStarted started)) {
            throw new IllegalStateException("a file begins with its start: " + first.envelope());
        }
        var life = new ImportLife(first.envelope(), started);
        facts.forEach(life::tell);
        return life;
    }

    private void tell(Recorded<ImportEvent> fact) {
        var position = fact.envelope().position();
        switch (fact.event()) {
            case ImportStarted _ -> {}
            case RecordNoted it ->
                notes.putIfAbsent(List.of(it.place(), it.code()), new Recorded<>(fact.envelope(), it));
            case ImportCompleted it -> {
                completed = it;
                completedPosition = position;
                lastPosition = position;
            }
            case ImportSeenAgain _ -> {
                seenAgain++;
                lastPosition = position;
            }
            case RecordJudged it -> verdicts.put(it.place(), it.verdict().name());
        }
    }

    List<@Nullable Object> row() {
        var end = completed;
        return Row.of(
                start.streamId(),
                Objects.requireNonNull(start.practice(), "a file belongs to a practice"),
                started.sha256(),
                started.bytes(),
                started.format().name(),
                started.profile(),
                started.parserVersion(),
                started.receivedOn(),
                started.interchange(),
                end == null ? "STARTED" : "COMPLETED",
                end == null ? null : end.read(),
                end == null ? null : end.stored(),
                end == null ? null : end.seenBefore(),
                end == null ? null : end.held(),
                end == null ? null : end.refused(),
                end == null ? null : end.warnings(),
                end == null ? null : end.events(),
                end == null ? null : end.millis(),
                seenAgain,
                start.recordedAt(),
                lastPosition);
    }

    List<List<@Nullable Object>> reports() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var fact : notes.values()) {
            var it = fact.event();
            rows.add(Row.of(
                    start.streamId(),
                    it.place(),
                    it.code(),
                    it.from(),
                    it.to(),
                    it.severity().name(),
                    it.field(),
                    it.claim(),
                    it.severity().name().equals("HELD") ? verdicts.get(it.place()) : null,
                    fact.envelope().position()));
        }
        return rows;
    }

    List<List<@Nullable Object>> codes() {
        var rows = new ArrayList<List<@Nullable Object>>();
        if (completed != null) {
            completed
                    .codes()
                    .forEach((code, count) -> rows.add(Row.of(start.streamId(), code, count, completedPosition)));
        }
        return rows;
    }
}
