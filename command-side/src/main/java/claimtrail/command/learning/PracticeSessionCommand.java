package claimtrail.command.learning;

import claimtrail.command.Command;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import java.util.UUID;

/// What may be asked of a sitting. Each command holds what would become the fact.
public sealed interface PracticeSessionCommand extends Command {

    /// The sitting's stream.
    UUID session();

    @Override
    default UUID stream() {
        return session();
    }

    /// Sit down to practise.
    record StartPractice(UUID session, UUID practice, PracticeStarted started) implements PracticeSessionCommand {}

    /// End the sitting.
    record CompletePractice(UUID session, UUID practice, PracticeCompleted completed)
            implements PracticeSessionCommand {}

    /// Change a way of working from a day on.
    record ApplyCorrection(UUID session, UUID practice, CorrectionApplied applied) implements PracticeSessionCommand {}
}
