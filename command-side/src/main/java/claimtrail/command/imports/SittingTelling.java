package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement.CorrectionStated;
import claimtrail.command.imports.reading.Statement.SittingCompleted;
import claimtrail.command.imports.reading.Statement.SittingStarted;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns what a file says of sittings and corrections into commands.
final class SittingTelling {

    private SittingTelling() {}

    static Command started(SittingStarted stated, UUID practice, Telling telling) {
        return new StartPractice(
                stream("practice-session", stated.session(), telling),
                practice,
                new PracticeStarted(
                        stated.session(),
                        stated.user(),
                        stream("pattern", stated.pattern(), telling),
                        stated.kind(),
                        stated.device(),
                        stated.startedAt()));
    }

    static Command completed(SittingCompleted stated, UUID practice, Telling telling) {
        return new CompletePractice(
                stream("practice-session", stated.session(), telling),
                practice,
                new PracticeCompleted(
                        stated.completedAt(),
                        stated.seconds(),
                        stated.correct(),
                        stated.total(),
                        stated.correctionsReported()));
    }

    static Command correction(CorrectionStated stated, UUID practice, Telling telling) {
        return new ApplyCorrection(
                stream("practice-session", stated.session(), telling),
                practice,
                new CorrectionApplied(
                        stated.session(),
                        stated.user(),
                        stream("pattern", stated.pattern(), telling),
                        stated.kind(),
                        stated.effectiveOn(),
                        stated.appliedAt(),
                        stated.scope(),
                        claim(stated, telling)));
    }

    private static @Nullable UUID claim(CorrectionStated stated, Telling telling) {
        var found = Optional.ofNullable(stated.claim()).flatMap(telling::findClaim);
        if (found.isEmpty() && stated.claim() != null) {
            telling.note(Note.warning("REFERENCE_UNKNOWN", "/claim"));
        }
        return found.orElse(null);
    }

    /// The stream of a number; one that nobody has named yet follows from it.
    private static UUID stream(String kind, ExternalId number, Telling telling) {
        return telling.find(kind, number)
                .orElseGet(() -> Ids.named(kind, telling.practice().toString(), number.source(), number.value()));
    }
}
