package claimtrail.command.learning;

import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import java.util.ArrayList;
import java.util.List;

/// What a sitting is to its decider: at most one start, at most one completion, and corrections in any state.
public sealed interface PracticeSession {

    /// The corrections applied, in the order in which we learnt them.
    List<CorrectionApplied> corrections();

    /// Nobody told us of it.
    record Unknown() implements PracticeSession {
        @Override
        public List<CorrectionApplied> corrections() {
            return List.of();
        }
    }

    /// A person practises, or has gone away without a word.
    record Started(PracticeStarted started, List<CorrectionApplied> corrections) implements PracticeSession {}

    /// The sitting is over.
    record Completed(PracticeStarted started, PracticeCompleted completed, List<CorrectionApplied> corrections)
            implements PracticeSession {}

    /// Corrections outside a sitting.
    record Correcting(List<CorrectionApplied> corrections) implements PracticeSession {}

    /// The sitting after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static PracticeSession after(PracticeSession session, PracticeSessionEvent event) {
        return switch (event) {
            case PracticeStarted it when session instanceof Unknown -> new Started(it, List.of());
            case PracticeStarted _ -> throw new IllegalStateException("a sitting started twice");
            case PracticeCompleted it
            when session instanceof Started before -> new Completed(before.started(), it, before.corrections());
            case PracticeCompleted _ -> throw new IllegalStateException("a completion without an open sitting");
            case CorrectionApplied it -> corrected(session, it);
        };
    }

    private static PracticeSession corrected(PracticeSession session, CorrectionApplied correction) {
        var all = new ArrayList<>(session.corrections());
        all.add(correction);
        var corrections = List.copyOf(all);
        return switch (session) {
            case Unknown _, Correcting _ -> new Correcting(corrections);
            case Started it -> new Started(it.started(), corrections);
            case Completed it -> new Completed(it.started(), it.completed(), corrections);
        };
    }
}
