package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.command.imports.ArchiveReport.EntryState;
import claimtrail.command.imports.ImportReport.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each file of an archive is an import of its own; what is wrong with one does not stop the others.
class ArchiveTest {

    private static final String BILLS = Interchanges.bills(List.of("ZIP-1", "ZIP-2"), "20260227");
    private static final String DENIAL = Interchanges.denial("ZIP-1", "20260227", "TRACE-1", "P1");

    @TempDir
    private Path directory;

    @Test
    void every_file_of_an_archive_is_an_import_of_its_own() {
        var imports = new Imports(directory);

        var report = read(imports, new Zips().with("a.837", BILLS).with("b.835", DENIAL));

        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.stored()).isEqualTo(3).isEqualTo(report.read());
        assertThat(report.bytes()).isEqualTo(BILLS.length() + DENIAL.length()).isEqualTo(report.bytesRead());
        assertThat(report.entries())
                .extracting(ArchiveReport.Entry::no, ArchiveReport.Entry::state)
                .containsExactly(tuple(1, EntryState.TAKEN), tuple(2, EntryState.TAKEN));
        var first = Objects.requireNonNull(report.entries().getFirst().report());
        assertThat(imports.importer.report(first.importId())).contains(first);
        assertThat(imports.read(BILLS).state()).isEqualTo(State.SEEN_AGAIN);
        assertThat(imports.log.counts()).containsEntry("claim.submitted", 2).containsEntry("claim.denied", 1);
    }

    @Test
    void a_file_that_is_not_taken_does_not_stop_the_others_and_what_a_desktop_adds_is_passed_over() {
        var imports = new Imports(directory);

        var report = read(
                imports,
                new Zips()
                        .with("march/", "")
                        .with("march/letter.txt", "Dear Sir or Madam")
                        .with("__MACOSX/march/._a.837", "resource fork")
                        .with("march/.DS_Store", "folder view")
                        .with("march/a.837", BILLS));

        assertThat(report.entries())
                .extracting(it -> it.no() + " " + it.state() + " " + it.why())
                .containsExactly(
                        "1 PASSED_OVER ENTRY_WITHOUT_FILE",
                        "2 REFUSED FORMAT_INVALID",
                        "3 PASSED_OVER ENTRY_WITHOUT_FILE",
                        "4 PASSED_OVER ENTRY_WITHOUT_FILE",
                        "5 TAKEN null");
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.toString())
                .as("names of files may be names of patients")
                .doesNotContain("letter");
    }

    @Test
    void an_archive_sent_again_is_seen_again_file_by_file() {
        var imports = new Imports(directory);
        var zip = new Zips().with("a", BILLS).with("b", DENIAL).bytes();

        var first = read(imports, zip);
        var again = read(imports, zip);

        assertThat(again.archiveId()).isEqualTo(first.archiveId());
        assertThat(again.entries())
                .allSatisfy(it ->
                        assertThat(Objects.requireNonNull(it.report()).state()).isEqualTo(State.SEEN_AGAIN));
        assertThat(imports.importer.archives().report(first.archiveId())).contains(again);
    }

    @Test
    void a_dry_run_of_an_archive_stores_and_leaves_nothing() {
        var imports = new Imports(directory);

        var report = ((ArchiveRun) imports.take(
                        new ByteArrayInputStream(
                                new Zips().with("a", BILLS).with("b", DENIAL).bytes()),
                        null,
                        true))
                .await();

        assertThat(report.dryRun()).isTrue();
        assertThat(report.stored()).isEqualTo(3);
        assertThat(imports.log.facts()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_broken_archive_leaves_nothing_of_the_files_before_the_place() {
        var imports = new Imports(directory);
        var zip = new Zips().with("a", BILLS).with("b", DENIAL).bytes();
        var listAt = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");

        for (int length : List.of(zip.length - 30, listAt, listAt - 40)) {
            assertThatThrownBy(() -> read(imports, Arrays.copyOf(zip, length)))
                    .isInstanceOf(ImportRefused.class)
                    .hasMessage("ARCHIVE_INVALID");
        }
        assertThatThrownBy(() -> read(
                        imports,
                        new Zips()
                                .with("a", BILLS)
                                .with("b", new Zips().with("c", DENIAL).bytes())))
                .hasMessage("ARCHIVE_SUSPECT");
        assertThatThrownBy(() -> read(imports, new Zips().with("empty/", "").with("also/", "")))
                .hasMessage("FORMAT_INVALID");

        assertThat(imports.log.facts()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void an_archive_left_in_the_middle_has_failed_and_goes_on_when_it_comes_again() {
        var imports = new Imports(directory);
        imports.log.breakAfter(8);
        var zip = new Zips().with("a", BILLS).with("b", DENIAL).bytes();

        var broken = read(imports, zip);
        imports.log.breakAfter(Long.MAX_VALUE);
        var goneOn = read(imports, zip);

        assertThat(broken.state()).isEqualTo(State.FAILED);
        assertThat(goneOn.state()).isEqualTo(State.COMPLETED);
        assertThat(imports.log.counts()).containsEntry("claim.submitted", 2).containsEntry("claim.denied", 1);
    }

    private static ArchiveReport read(Imports imports, Zips zip) {
        return read(imports, zip.bytes());
    }

    private static ArchiveReport read(Imports imports, byte[] zip) {
        return ((ArchiveRun) imports.take(new ByteArrayInputStream(zip), null, false)).await();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private List<Path> files() {
        try (var walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
