package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.command.imports.csv.MappingProfile;
import claimtrail.command.imports.csv.TableReader;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No legible word of a file is on disk: not while it arrives, not while it is read, not when it is kept.
class KeptFilesTest {

    private static final String CANARY = "CANARYBIRD";
    private static final String ROWS =
            "id,providerId,patientName,dateOfService,procedureCodes,diagnosisCodes,modifiers,"
                    + "billedAmount,paidAmount,status,denialReason,submissionDate,processingDate\n";

    @TempDir
    private Path directory;

    private ImportFolder folder;

    @BeforeEach
    void open() {
        folder = Imports.folder(directory);
    }

    @Test
    void a_patient_is_on_no_disk_while_a_file_arrives_and_when_it_was_read() {
        var imports = new Imports(directory);
        var arriving = new Watched(bytes(ROWS
                + "A-1,PRV-1,\"%s, Ann\",2025-07-01,99213,I10,,100.00,80,paid,,2025-07-02,2025-07-09\n"
                        .formatted(CANARY)
                + "A-2,PRV-1,\"%s, Bea\",2025-07-01,99213,I10,,100.00,80,limbo,,2025-07-02,2025-07-09\n"
                        .formatted(CANARY)));

        var report = imports.run(arriving, "portal").await();

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.held()).isEqualTo(1);
        assertThat(arriving.looked).isPositive();
        assertThat(files()).hasSizeGreaterThanOrEqualTo(3);
        assertNoCanary();
    }

    @Test
    void rows_that_are_put_aside_are_not_legible() throws IOException {
        var text = new StringBuilder(ROWS);
        for (int i = 0; i < 90; i++) {
            text.append("B-%d,PRV-1,%s,2025-07-01,99213,I10,,100,0,pending,%s,2025-07-02,\n"
                    .formatted(i % 45, CANARY, "x".repeat(200_000)));
        }
        var file = folder.receive(Imports.PRACTICE, in(text.toString()), Long.MAX_VALUE);
        var found = new Looking();

        new TableReader(MappingProfile.builtIn("portal").orElseThrow(), Imports.TODAY).read(file.content(), found);

        assertThat(found.records).hasSize(45);
        assertThat(found.mostFiles).as("rows were put aside").isGreaterThan(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void any_bytes_of_a_kept_file_are_read_without_those_before_them() throws IOException {
        var bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        var file = folder.receive(Imports.PRACTICE, new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        file.keep();

        var kept = folder.content(Imports.PRACTICE, file.sha256()).orElseThrow();

        assertThat(kept.bytes()).isEqualTo(bytes.length);
        for (var from : List.of(0, 1, 65_530, 131_072, 299_990)) {
            int to = Math.min(from + 70_000, bytes.length);
            try (var part = kept.range(from, to)) {
                assertThat(part.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to));
            }
        }
    }

    @Test
    void a_kept_file_that_was_cut_or_given_to_another_practice_does_not_open() throws IOException {
        var file = folder.receive(Imports.PRACTICE, in(CANARY.repeat(30_000)), Long.MAX_VALUE);
        file.keep();
        var path = directory.resolve(Imports.PRACTICE.toString()).resolve(file.sha256());
        var other = UUID.fromString("00000000-0000-7000-8000-000000000002");
        Files.createDirectories(directory.resolve(other.toString()));
        Files.copy(path, directory.resolve(other.toString()).resolve(file.sha256()));
        Files.write(path, java.util.Arrays.copyOf(Files.readAllBytes(path), 200_000));

        assertThatThrownBy(() -> readAll(Imports.PRACTICE, file.sha256())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> readAll(other, file.sha256())).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_not_taken_leaves_nothing() {
        var imports = new Imports(directory);

        assertThatThrownBy(() -> imports.read("Dear Sir or Madam")).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> imports.run(new Broken(), null)).isInstanceOf(UncheckedIOException.class);
        imports.dryRun(Interchanges.bills(List.of("DRY-1"), "20260227"));

        assertThat(files()).isEmpty();
    }

    private byte[] readAll(UUID practice, String sha256) throws IOException {
        try (var in = folder.content(practice, sha256).orElseThrow().open()) {
            return in.readAllBytes();
        }
    }

    private List<Path> files() {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int assertNoCanary() {
        var files = files();
        for (var file : files) {
            assertThat(file.toString()).doesNotContain(CANARY);
            assertThat(text(file)).as("%s", file).doesNotContain(CANARY);
        }
        return files.size();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    /// A body that looks at the disk whenever more of it is asked for.
    private final class Watched extends FilterInputStream {

        private int looked;

        Watched(byte[] body) {
            super(new ByteArrayInputStream(body));
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            looked += assertNoCanary();
            return super.read(into, offset, Math.min(length, 700));
        }
    }

    /// A sender who goes in the middle.
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the sender has gone");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }

    /// Looks at the disk at every record.
    private final class Looking implements FileReader.RecordSink {

        private final List<FileRecord> records = new ArrayList<>();
        private int mostFiles;

        @Override
        public void record(FileRecord found) {
            records.add(found);
            mostFiles = Math.max(mostFiles, assertNoCanary());
        }

        @Override
        public void note(Note note, String place, long from, long to) {}

        @Override
        public void reached(long bytes) {}
    }
}
