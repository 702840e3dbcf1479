package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a file again as far as the last of the records that are looked for.
final class RecordSearch implements FileReader.RecordSink {

    private final Set<String> places;
    private final List<FileRecord> found = new ArrayList<>();

    private RecordSearch(Set<String> places) {
        this.places = new HashSet<>(places);
    }

    /// Enough was read.
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Optional<FileRecord> at(String place, FileReader reader, FileContent file) throws IOException {
        return all(Set.of(place), reader, file).stream().findFirst();
    }

    /// The records at some places, in the order of the file.
    static List<FileRecord> all(Set<String> places, FileReader reader, FileContent file) throws IOException {
        var search = new RecordSearch(places);
        try {
            reader.read(file, search);
        } catch (Found e) {
            return search.found;
        }
        return search.found;
    }

    @Override
    public void record(FileRecord record) {
        if (places.remove(record.place())) {
            found.add(record);
            if (places.isEmpty()) {
                throw new Found();
            }
        }
    }

    @Override
    public void note(Note note, String place, long from, long to) {}

    @Override
    public void reached(long bytes) {}
}
