package claimtrail.command.imports;

import claimtrail.command.imports.interchange.InterchangeReader;
import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.x12.X12Writer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;

/// Reads one 835 of any size as an import does, without storing: the pass that fingerprints its sets, then the pass
/// that makes its records. The file is written to the folder of temporary files first, and deleted.
///
/// Arguments: claims (default 13,500,000: more than 4 GB). Give the JVM the heap that is to be shown: `-Xmx256m`.
/// Method and figures: `docs/benchmarks/import.md`.
public final class LargeFileReading {

    private LargeFileReading() {}

    /// Prints what was read, how long each pass took, and the largest heap.
    public static void main(String[] arguments) throws IOException {
        System.out.println(read(arguments.length > 0 ? Long.parseLong(arguments[0]) : 13_500_000));
    }

    /// What was read.
    ///
    /// @param heapBytes largest heap seen
    record Read(long bytes, int sets, long records, long stopped, long surveyMillis, long readMillis, long heapBytes) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d bytes, %d set, %,d records (%d refused or held), survey %.1f s, reading %.1f s, heap at most"
                            + " %,d MB",
                    bytes,
                    sets,
                    records,
                    stopped,
                    surveyMillis / 1e3,
                    readMillis / 1e3,
                    heapBytes >> 20);
        }
    }

    static Read read(long claims) throws IOException {
        var file = Files.createTempFile("large", ".835");
        try {
            try (var text = new X12Writer().remittance(1, claims)) {
                Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
            }
            var reader = new InterchangeReader(LocalDate.of(2026, 6, 1));
            var start = System.nanoTime();
            var sets = new int[1];
            var content = new Plain(file);
            reader.parts(content, (_, _) -> sets[0]++);
            var surveyed = System.nanoTime();
            var counted = new Counted();
            reader.read(content, counted);
            return new Read(
                    Files.size(file),
                    sets[0],
                    counted.records,
                    counted.stopped,
                    (surveyed - start) / 1_000_000,
                    (System.nanoTime() - surveyed) / 1_000_000,
                    heapBytes());
        } finally {
            Files.delete(file);
        }
    }

    /// The bytes as they lie there.
    private record Plain(Path file) implements FileContent {

        @Override
        public long bytes() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public InputStream range(long from, long to) {
            throw new UnsupportedOperationException("X12 is read from its beginning");
        }

        @Override
        public Scratch scratch() {
            throw new UnsupportedOperationException("X12 is read without notes");
        }
    }

    private static final class Counted implements FileReader.RecordSink {

        private long records;
        private long stopped;

        @Override
        public void record(FileRecord found) {
            records++;
            stopped += found.stopped() ? 1 : 0;
        }

        @Override
        public void note(Note note, String place, long from, long to) {}

        @Override
        public void reached(long bytes) {}
    }

    private static long heapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
