package claimtrail.command.imports;

import static claimtrail.command.imports.ImportRefusal.FILE_IN_PROGRESS;
import static claimtrail.command.imports.ImportRefusal.FILE_TOO_LARGE;
import static claimtrail.command.imports.ImportRefusal.FORMAT_INVALID;
import static claimtrail.command.imports.ImportRefusal.PROFILE_INVALID;
import static claimtrail.command.imports.ImportRefusal.RECORD_NOT_HELD;
import static claimtrail.command.imports.ImportRefusal.RECORD_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.imports.ImportCommand.SeeAgain;
import claimtrail.command.imports.ImportCommand.StartImport;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.Severity;
import java.util.List;

/// Decides what is asked of an import.
public final class ImportDecider {

    private ImportDecider() {}

    public static Decision<ImportEvent, ImportRefusal> decide(Import file, ImportCommand command) {
        return switch (command) {
            case StartImport it -> start(file, it);
            case NoteRecord it -> note(file, it);
            case CompleteImport it -> complete(file, it);
            case SeeAgain it -> seeAgain(file, it.transactionSets());
            case JudgeRecord it -> judge(file, it);
        };
    }

    private static Decision<ImportEvent, ImportRefusal> start(Import file, StartImport command) {
        if (file instanceof Import.Completed) {
            return Decision.accept(new ImportSeenAgain(command.transactionSets()));
        }
        var format = command.format();
        if (format == null) {
            return Decision.refuse(FORMAT_INVALID);
        }
        if (!command.profileKnown()) {
            return Decision.refuse(PROFILE_INVALID, "/profile");
        }
        if (command.bytes() > command.limitBytes()) {
            return Decision.refuse(FILE_TOO_LARGE);
        }
        if (command.beingRead()) {
            return Decision.refuse(FILE_IN_PROGRESS);
        }
        if (file instanceof Import.Started) {
            // A crash left it here: go on, every record is idempotent.
            return Decision.seenBefore();
        }
        return Decision.accept(new ImportStarted(
                command.sha256(),
                command.bytes(),
                format,
                command.profile(),
                command.parserVersion(),
                command.receivedOn(),
                command.interchange()));
    }

    private static Decision<ImportEvent, ImportRefusal> note(Import file, NoteRecord command) {
        return switch (file) {
            case Import.Unknown _ -> Decision.refuse(RECORD_UNKNOWN);
            case Import.Started _, Import.Completed _ -> note(file.findings(), command);
        };
    }

    private static Decision<ImportEvent, ImportRefusal> note(Findings findings, NoteRecord command) {
        return Decision.accept(List.copyOf(findings.unseen(command.notes())), command.numbers(), List.of());
    }

    private static Decision<ImportEvent, ImportRefusal> complete(Import file, CompleteImport command) {
        return switch (file) {
            case Import.Unknown _ -> Decision.refuse(RECORD_UNKNOWN);
            case Import.Started _ -> Decision.accept(List.of(command.completed()), command.numbers(), List.of());
            // Counts and time of a second reading differ from those of the first, which stand.
            case Import.Completed _ -> Decision.seenBefore();
        };
    }

    private static Decision<ImportEvent, ImportRefusal> seeAgain(Import file, int transactionSets) {
        return switch (file) {
            case Import.Unknown _ -> Decision.refuse(RECORD_UNKNOWN);
            case Import.Started _, Import.Completed _ -> Decision.accept(new ImportSeenAgain(transactionSets));
        };
    }

    private static Decision<ImportEvent, ImportRefusal> judge(Import file, JudgeRecord command) {
        return switch (file) {
            case Import.Unknown _ -> Decision.refuse(RECORD_UNKNOWN);
            case Import.Started it -> judge(it.findings(), command);
            case Import.Completed it -> judge(it.findings(), command);
        };
    }

    private static Decision<ImportEvent, ImportRefusal> judge(Findings findings, JudgeRecord command) {
        var notes = findings.notes().stream()
                .filter(it -> it.place().equals(command.place()))
                .toList();
        if (notes.isEmpty()) {
            return Decision.refuse(RECORD_UNKNOWN, "/place");
        }
        if (notes.stream().noneMatch(it -> it.severity() == Severity.HELD)) {
            return Decision.refuse(RECORD_NOT_HELD, "/place");
        }
        var judged = findings.judgement(command.place());
        if (judged.isPresent()) {
            boolean same = judged.get().verdict() == command.verdict()
                    && judged.get().on().equals(command.on());
            return same ? Decision.seenBefore() : Decision.refuse(RECORD_NOT_HELD, "/place");
        }
        VaultEntry reason = command.reason();
        var event = new RecordJudged(
                command.place(), command.verdict(), command.on(), reason == null ? null : reason.ref());
        return Decision.accept(List.of(event), List.of(), reason == null ? List.of() : List.of(reason));
    }
}
