package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.imports.ImportEvent.Format;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be asked of an import: one file of one practice. Its stream is named by practice and SHA-256.
public sealed interface ImportCommand extends Command {

    /// The import's stream.
    UUID file();

    @Override
    default UUID stream() {
        return file();
    }

    /// Begin to read a file, or go on after a crash.
    ///
    /// @param bytes size after unpacking
    /// @param limitBytes the largest file that is taken
    /// @param format what the file is; absent when it is nothing we read
    /// @param profileKnown false when the mapping profile named is none of ours, or does not fit the file
    /// @param beingRead somebody reads this file at this moment
    /// @param transactionSets how many were found, for the day on which a completed file is seen again
    record StartImport(
            UUID file,
            UUID practice,
            String sha256,
            long bytes,
            long limitBytes,
            @Nullable Format format,
            String profile,
            boolean profileKnown,
            String parserVersion,
            LocalDate receivedOn,
            @Nullable String interchange,
            boolean beingRead,
            int transactionSets)
            implements ImportCommand {}

    /// Keep findings about records; those noted before (same place, code and field) are not noted again.
    ///
    /// @param numbers under which the import is found when what its records wait for may have come
    record NoteRecord(UUID file, UUID practice, List<RecordNoted> notes, List<DirectoryEntry> numbers)
            implements ImportCommand {
        public NoteRecord {
            notes = List.copyOf(notes);
            numbers = List.copyOf(numbers);
        }
    }

    /// Say that the whole file is read.
    ///
    /// @param numbers its transaction sets, by which they are known in other bytes
    record CompleteImport(UUID file, UUID practice, ImportCompleted completed, List<DirectoryEntry> numbers)
            implements ImportCommand {
        public CompleteImport {
            numbers = List.copyOf(numbers);
        }
    }

    /// Say that transaction sets of this file came again in other bytes.
    record SeeAgain(UUID file, UUID practice, int transactionSets) implements ImportCommand {}

    /// A person judges a held record. An accepted one becomes ordinary facts by commands of its own.
    record JudgeRecord(
            UUID file,
            UUID practice,
            String place,
            Verdict verdict,
            LocalDate on,
            @Nullable VaultEntry reason) implements ImportCommand {}
}
