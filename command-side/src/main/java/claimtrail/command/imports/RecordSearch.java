package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a file again as far as one record.
final class RecordSearch implements FileReader.RecordSink {

    private final String place;
    private @Nullable FileRecord found;

    private RecordSearch(String place) {
        this.place = place;
    }

    /// Enough was read.
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Optional<FileRecord> at(String place, FileReader reader, Path file) throws IOException {
        var search = new RecordSearch(place);
        try {
            reader.read(file, search);
        } catch (Found e) {
            return Optional.ofNullable(search.found);
        }
        return Optional.empty();
    }

    @Override
    public void record(FileRecord record) {
        if (record.place().equals(place)) {
            found = record;
            throw new Found();
        }
    }

    @Override
    public void note(Note note, String place, long from, long to) {}

    @Override
    public void reached(long bytes) {}
}
