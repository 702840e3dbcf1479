package claimtrail.command.imports;

import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;

/// What an import is to its decider.
public sealed interface Import {

    /// What was found so far.
    Findings findings();

    /// These bytes were never read.
    record Unknown() implements Import {
        @Override
        public Findings findings() {
            return Findings.none();
        }
    }

    /// Being read, or left in the middle by a crash.
    record Started(ImportStarted started, Findings findings) implements Import {}

    /// Read to the end.
    record Completed(ImportStarted started, Findings findings, ImportCompleted completed) implements Import {}

    /// The import after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Import after(Import file, ImportEvent event) {
        return switch (file) {
            case Unknown _ -> begun(event);
            case Started it -> after(it, event);
            case Completed it -> after(it, event);
        };
    }

    private static Import begun(ImportEvent event) {
        return switch (event) {
            case ImportStarted it -> new Started(it, Findings.none());
            case RecordNoted _, ImportCompleted _, ImportSeenAgain _, RecordJudged _ ->
                throw new IllegalStateException("an import that was never started");
        };
    }

    private static Import after(Started file, ImportEvent event) {
        return switch (event) {
            case ImportStarted _ -> throw new IllegalStateException("an import started twice");
            case RecordNoted it -> new Started(file.started(), file.findings().with(it));
            case RecordJudged it -> new Started(file.started(), file.findings().with(it));
            case ImportSeenAgain _ -> file;
            case ImportCompleted it -> new Completed(file.started(), file.findings(), it);
        };
    }

    private static Import after(Completed file, ImportEvent event) {
        return switch (event) {
            case ImportStarted _ -> throw new IllegalStateException("an import started twice");
            case RecordNoted it -> new Completed(file.started(), file.findings().with(it), file.completed());
            case RecordJudged it ->
                new Completed(file.started(), file.findings().with(it), file.completed());
            case ImportSeenAgain _ -> file;
            case ImportCompleted _ -> throw new IllegalStateException("an import completed twice");
        };
    }
}
