package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.json.JsonElements;
import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the portal's JSON files in both container shapes. The day of the extract, which stands in for days that the
/// portal never kept, is the latest processing day of the file; hence claims are passed over twice.
public final class PortalReader implements FileReader {

    /// The members by which a simulator's scenario is told; a scenario is no file of facts.
    private static final Set<String> SCENARIO = Set.of("timeline", "volume", "targetMetrics");

    private final @Nullable String source;
    private final LocalDate received;

    /// @param source of the numbers; absent: `portal`, `portal-original` for a bare array of claims, `library` for
    ///     policies in the words of the scenario editor
    /// @param received the day the file is taken in
    public PortalReader(@Nullable String source, LocalDate received) {
        this.source = source;
        this.received = received;
    }

    @Override
    public void read(FileContent file, RecordSink sink) throws IOException {
        var extract = new ExtractDay();
        JsonElements.read(file, extract);
        if (extract.isScenario()) {
            var whole = new NotReadable("SCENARIO_NOT_IMPORTED", "");
            sink.record(FileRecord.unreadable("/", 0, extract.end, whole));
            return;
        }
        JsonElements.read(file, new Records(sink, extract.latest == null ? received : extract.latest));
    }

    /// First pass: the latest processing day, and what kind of object wraps the file.
    private static final class ExtractDay implements JsonElements.Sink {

        private @Nullable LocalDate latest;
        private long end;
        private final Set<String> members = new HashSet<>();

        boolean isScenario() {
            return members.containsAll(SCENARIO);
        }

        @Override
        public void element(String container, int index, JsonElements.Element element) {
            end = element.to();
            if (!element.value().isObject()) {
                return;
            }
            try {
                var day = Fields.of(element.value()).dayOrNull("processingDate");
                if (day != null && (latest == null || day.isAfter(latest))) {
                    latest = day;
                }
            } catch (NotReadable e) {
                // The second pass puts it on the report.
            }
        }

        @Override
        public void member(String name, @Nullable String text) {
            members.add(name);
        }

        @Override
        public void broken(String place, long from) {
            end = Math.max(end, from);
        }
    }

    /// Second pass: one record per element.
    private final class Records implements JsonElements.Sink {

        private final RecordSink sink;
        private final LocalDate extractedOn;
        private final PortalLearning learning = new PortalLearning();
        private @Nullable PortalFile kind;
        private @Nullable String container;
        private String numbers = "portal";

        Records(RecordSink sink, LocalDate extractedOn) {
            this.sink = sink;
            this.extractedOn = extractedOn;
        }

        @Override
        public void element(String wrappedIn, int index, JsonElements.Element element) {
            if (!wrappedIn.equals(container)) {
                container = wrappedIn;
                kind = PortalFile.of(wrappedIn, element.value());
                numbers = source == null ? sourceOf(wrappedIn, element.value()) : source;
            }
            sink.record(record(element));
            sink.reached(element.to());
        }

        private String sourceOf(String wrappedIn, JsonNode first) {
            if (kind == PortalFile.CLAIMS && wrappedIn.isEmpty()) {
                return "portal-original";
            }
            return kind == PortalFile.POLICIES && PortalPolicies.isLibrary(first) ? "library" : "portal";
        }

        private FileRecord record(JsonElements.Element element) {
            try {
                if (kind == null) {
                    throw new NotReadable("NOT_RECOGNISED", "");
                }
                return told(kind, element, new ArrayList<>());
            } catch (NotReadable e) {
                return FileRecord.unreadable(element.place(), element.from(), element.to(), e);
            }
        }

        private FileRecord told(PortalFile known, JsonElements.Element element, List<Note> notes) {
            var fields = Fields.of(element.value());
            var statements = switch (known) {
                case CLAIMS -> PortalClaims.statements(fields, numbers, extractedOn, notes);
                case PROVIDERS -> PortalProviders.statements(fields, numbers, notes);
                case POLICIES -> PortalPolicies.statements(fields, numbers, notes);
                case CODES -> PortalCodes.statements(fields, notes);
                case PATTERNS -> PortalPatterns.statements(fields, numbers, notes);
                case LEARNING_EVENTS -> learning.statements(fields, numbers, notes);
                case LEARNING_MARKERS -> throw new NotReadable("CLAIM_UNKNOWN", "/claimId");
                case INSIGHTS -> throw new NotReadable("SUPERSEDED", "");
            };
            var lane = known == PortalFile.LEARNING_EVENTS ? "sessionId" : known == PortalFile.CODES ? "code" : "id";
            return new FileRecord(element.place(), element.from(), element.to(), fields.text(lane), statements, notes);
        }

        @Override
        public void member(String name, @Nullable String text) {}

        @Override
        public void broken(String place, long from) {
            sink.record(FileRecord.unreadable(place, from, from, new NotReadable("JSON_INVALID", "")));
        }
    }
}
