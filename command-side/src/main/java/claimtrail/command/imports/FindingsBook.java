package claimtrail.command.imports;

import claimtrail.command.Receipt;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes findings down: a line of the report at once, and a fact of the import's stream in groups.
final class FindingsBook implements AutoCloseable {

    private static final int GROUP = 200;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final UUID file;
    private final UUID practice;
    private final String sha256;
    private final @Nullable Courier courier;
    private final OutputStream report;
    private final List<RecordNoted> waiting = new ArrayList<>(GROUP);

    /// @param courier absent in a dry run: only the report is written
    FindingsBook(UUID file, UUID practice, String sha256, @Nullable Courier courier, OutputStream report) {
        this.file = file;
        this.practice = practice;
        this.sha256 = sha256;
        this.courier = courier;
        this.report = report;
    }

    synchronized void add(RecordNoted noted) {
        try {
            report.write(MAPPER.writeValueAsBytes(FindingLine.of(file, sha256, noted)));
            report.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of an import", e);
        }
        waiting.add(noted);
        if (waiting.size() >= GROUP) {
            flush();
        }
    }

    synchronized void flush() {
        if (courier == null || waiting.isEmpty()) {
            waiting.clear();
            return;
        }
        var receipt = courier.send(new NoteRecord(file, practice, waiting, numbers()), "", 0, 0);
        waiting.clear();
        if (receipt instanceof Receipt.Declined declined) {
            throw new IllegalStateException("findings of an import were refused: " + declined.code());
        }
    }

    private List<DirectoryEntry> numbers() {
        return waiting.stream().anyMatch(WaitingRecords::mayStillBeTold)
                ? List.of(new DirectoryEntry(practice, WaitingRecords.KIND, file.toString(), file))
                : List.of();
    }

    @Override
    public synchronized void close() throws IOException {
        report.close();
    }
}
