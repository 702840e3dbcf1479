package claimtrail.command.imports;

import claimtrail.command.claim.PatientTokens;
import claimtrail.command.claim.Rulebook;
import claimtrail.command.imports.Preview.Fact;
import claimtrail.command.imports.Preview.Finding;
import claimtrail.command.imports.csv.TableReader;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.provider.Terms;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.screening.Rules;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Ids;
import claimtrail.event.json.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Shows what the first rows of a table would become, before anything is stored.
final class Previews {

    private static final int ROWS = 50;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Reception reception;
    private final Recognition recognition;
    private final PatientTokens tokens;
    private final Function<UUID, ReasonTable> reasons;

    /// @param reasons what reason codes mean to a practice
    Previews(Reception reception, Recognition recognition, PatientTokens tokens, Function<UUID, ReasonTable> reasons) {
        this.reception = reception;
        this.recognition = recognition;
        this.tokens = tokens;
        this.reasons = reasons;
    }

    /// @throws ImportRefused if what came is no single table, or no profile fits it
    Preview of(ImportRequest request, InputStream body) throws IOException {
        var received = reception.received(request.practice(), body);
        try {
            var file = received.size() == 1 ? received.getFirst().arrival() : null;
            if (file == null) {
                throw new ImportRefused(null, "PREVIEW_OF_TABLES_ONLY", 422);
            }
            var recognised = recognition.of(file.content(), request.practice(), request.profile(), request.today());
            if (!recognised.profileKnown()) {
                throw new ImportRefused(null, "PROFILE_INVALID", 422);
            }
            if (!(recognised.reader() instanceof TableReader table)) {
                throw new ImportRefused(null, "PREVIEW_OF_TABLES_ONLY", 422);
            }
            var shown = new Shown(request, file.sha256());
            table.first(ROWS, file.content(), shown);
            return new Preview(recognised.profile(), ROWS, shown.records, shown.findings);
        } finally {
            Reception.discard(received);
        }
    }

    /// Tells the records to a log that is forgotten.
    private final class Shown implements FileReader.RecordSink {

        private final UUID practice;
        private final PreviewLog log;
        private final Courier courier;
        private final References references;
        private final List<Preview.Row> records = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Shown(ImportRequest request, String sha256) {
            this.practice = request.practice();
            this.log = new PreviewLog(
                    new Rulebook(reasons.apply(practice), Terms.none(), true, true, Set.of(), Map.of(), Rules.none()));
            this.courier = new Courier(log, Ids.next(), sha256, request.today());
            this.references = new References(practice, log, tokens, courier);
        }

        @Override
        public void record(FileRecord found) {
            var prepared = Prepared.of(found, references);
            var told = new Telling(practice, log, tokens, courier, prepared, false).told();
            var facts = log.taken().stream()
                    .map(it -> new Fact(EventCatalogue.of(it).name(), MAPPER.readTree(EventJson.write(it))))
                    .toList();
            records.add(new Preview.Row(
                    found.place(),
                    told.fate().name(),
                    told.notes().stream().map(Finding::of).toList(),
                    facts));
        }

        @Override
        public void note(Note note, String place, long from, long to) {
            findings.add(Finding.of(note));
        }

        @Override
        public void reached(long bytes) {}
    }
}
