package claimtrail.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// How far the files of an archive are, or what they came to. Each file is an import of its own.
///
/// @param bytes of all files, unpacked
/// @param bytesRead behind which nothing is read again
/// @param read records of all files: stored + seen before + held + refused
/// @param entries in the order of the archive
public record ArchiveReport(
        UUID archiveId,
        UUID practice,
        ImportReport.State state,
        boolean dryRun,
        Instant startedAt,
        long millis,
        long bytes,
        long bytesRead,
        int read,
        int stored,
        int seenBefore,
        int held,
        int refused,
        int warnings,
        List<Entry> entries) {

    public ArchiveReport {
        entries = List.copyOf(entries);
    }

    /// One entry of the archive, named by its place: what the sender calls it may name a patient.
    ///
    /// @param no from 1, directories counted
    /// @param why a code, where the entry was passed over or not taken
    /// @param report of its import, where there is one
    public record Entry(
            int no,
            EntryState state,
            long bytes,
            @Nullable String why,
            @Nullable ImportReport report) {}

    /// Where an entry stands.
    public enum EntryState {
        /// Its turn comes later.
        WAITING,
        /// It has an import, whose report says where it stands.
        TAKEN,
        /// It was not taken as a whole.
        REFUSED,
        /// A directory, or what a desktop puts beside files.
        PASSED_OVER
    }

    static ArchiveReport of(
            UUID id,
            UUID practice,
            ImportReport.State state,
            boolean dryRun,
            Instant startedAt,
            long millis,
            List<Entry> entries) {
        return new ArchiveReport(
                id,
                practice,
                state,
                dryRun,
                startedAt,
                millis,
                entries.stream().mapToLong(Entry::bytes).sum(),
                entries.stream().mapToLong(ArchiveReport::bytesRead).sum(),
                sum(entries, ImportReport::read),
                sum(entries, ImportReport::stored),
                sum(entries, ImportReport::seenBefore),
                sum(entries, ImportReport::held),
                sum(entries, ImportReport::refused),
                sum(entries, ImportReport::warnings),
                entries);
    }

    /// The same archive after the process that read it has died.
    ArchiveReport abandoned() {
        return of(archiveId, practice, ImportReport.State.FAILED, dryRun, startedAt, millis, entries);
    }

    private static long bytesRead(Entry entry) {
        var report = entry.report();
        return report == null ? 0 : report.bytesRead();
    }

    private static int sum(List<Entry> entries, ToIntFunction<ImportReport> count) {
        int sum = 0;
        for (var entry : entries) {
            var report = entry.report();
            sum += report == null ? 0 : count.applyAsInt(report);
        }
        return sum;
    }
}
