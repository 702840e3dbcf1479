package claimtrail.metric.imports;

import static claimtrail.metric.Measure.IMPORT_NOTED;
import static claimtrail.metric.Measure.IMPORT_RECORDS;

import claimtrail.event.Recorded;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.metric.Cell;
import claimtrail.metric.Measure;
import claimtrail.metric.Step;
import claimtrail.metric.StreamFold;
import claimtrail.metric.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Fold `import/1`: what became of the records of a file, and what was found in it; on the day the file was
/// received.
public final class ImportFold implements StreamFold<ImportStanding, ImportEvent> {

    /// Who counts, in which version.
    public static final String NAME = "import/1";

    /// Written where the day of receipt is not known.
    private static final long NO_DAY = Long.MIN_VALUE;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String streamType() {
        return "import";
    }

    @Override
    public Class<ImportEvent> family() {
        return ImportEvent.class;
    }

    @Override
    public ImportStanding start() {
        return ImportStanding.START;
    }

    @Override
    public Step<ImportStanding> step(ImportStanding before, Recorded<ImportEvent> fact) {
        var after = switch (fact.event()) {
            case ImportStarted it -> before.started(it.receivedOn());
            case RecordNoted it -> before.noted(it.code());
            case ImportCompleted it -> before.completed(it);
            case ImportSeenAgain _, RecordJudged _ -> before;
        };
        var practice = fact.envelope().practice();
        var tenant = practice == null ? Cell.NOBODY : practice;
        return new Step<>(
                after, tally(after, tenant).minus(tally(before, tenant)).postings(fact.envelope()));
    }

    private static Tally tally(ImportStanding standing, UUID practice) {
        var tally = new Tally();
        var on = standing.receivedOn();
        if (on != null) {
            standing.records().forEach((fate, times) -> tally.add(cell(IMPORT_RECORDS, practice, fate, on), times));
            standing.noted().forEach((code, times) -> tally.add(cell(IMPORT_NOTED, practice, code, on), times));
        }
        return tally;
    }

    private static Cell cell(Measure measure, UUID practice, String facet, LocalDate on) {
        return new Cell(NAME, measure, practice, Cell.NOBODY, Cell.NOBODY, facet, on, on);
    }

    /// The day of receipt, then both counts.
    @Override
    public byte[] write(ImportStanding standing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var on = standing.receivedOn();
            out.writeLong(on == null ? NO_DAY : on.toEpochDay());
            write(standing.records(), out);
            write(standing.noted(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, Integer> counts, DataOutputStream out) throws IOException {
        out.writeInt(counts.size());
        for (var entry : new TreeMap<>(counts).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    @Override
    public ImportStanding read(byte[] standing) {
        try (var in = new DataInputStream(new ByteArrayInputStream(standing))) {
            var day = in.readLong();
            var on = day == NO_DAY ? null : LocalDate.ofEpochDay(day);
            return new ImportStanding(on, counts(in), counts(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> counts(DataInputStream in) throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var left = in.readInt(); left > 0; left--) {
            counts.put(in.readUTF(), in.readInt());
        }
        return counts;
    }
}
