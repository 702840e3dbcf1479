package claimtrail.command.learning;

import static claimtrail.command.learning.PracticeSessionRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.learning.PracticeSessionRefusal.DAY_BEFORE_START;
import static claimtrail.command.learning.PracticeSessionRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.learning.PracticeSessionRefusal.SCORE_ABOVE_TOTAL;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_COMPLETED;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_ID_TAKEN;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides what is asked of a sitting.
public final class PracticeSessionDecider {

    private PracticeSessionDecider() {}

    public static Decision<PracticeSessionEvent, PracticeSessionRefusal> decide(
            PracticeSession session, PracticeSessionCommand command, Surroundings surroundings) {
        return switch (command) {
            case StartPractice it -> start(session, it, surroundings);
            case CompletePractice it -> complete(session, it.completed(), surroundings.zone());
            case ApplyCorrection it -> correct(session, it, surroundings);
        };
    }

    private static Decision<PracticeSessionEvent, PracticeSessionRefusal> start(
            PracticeSession session, StartPractice command, Surroundings surroundings) {
        var started = command.started();
        return switch (session) {
            case PracticeSession.Started it when it.started().equals(started) -> Decision.seenBefore();
            case PracticeSession.Completed it when it.started().equals(started) -> Decision.seenBefore();
            case PracticeSession _ when !surroundings.patternKnown() -> Decision.refuse(PATTERN_UNKNOWN, "/pattern");
            case PracticeSession.Unknown _ ->
                Decision.accept(List.of(started), number(command, started.number()), List.of());
            case PracticeSession.Started _, PracticeSession.Completed _, PracticeSession.Correcting _ ->
                Decision.refuse(SESSION_ID_TAKEN, "/number");
        };
    }

    private static Decision<PracticeSessionEvent, PracticeSessionRefusal> complete(
            PracticeSession session, PracticeCompleted completed, ZoneId zone) {
        return switch (session) {
            case PracticeSession.Unknown _, PracticeSession.Correcting _ -> Decision.refuse(SESSION_UNKNOWN);
            case PracticeSession.Completed it when it.completed().equals(completed) -> Decision.seenBefore();
            case PracticeSession.Completed _ -> Decision.refuse(SESSION_COMPLETED);
            case PracticeSession.Started _
            when isAboveTotal(completed) -> Decision.refuse(SCORE_ABOVE_TOTAL, "/correct");
            case PracticeSession.Started it
            when day(completed, zone).isBefore(day(it.started(), zone)) ->
                Decision.refuse(DAY_BEFORE_START, "/completedAt");
            case PracticeSession.Started _ -> Decision.accept(completed);
        };
    }

    private static Decision<PracticeSessionEvent, PracticeSessionRefusal> correct(
            PracticeSession session, ApplyCorrection command, Surroundings surroundings) {
        var correction = command.applied();
        var same = session.corrections().stream()
                .filter(it -> isSame(it, correction))
                .findFirst();
        if (same.isPresent()) {
            return same.get().equals(correction) ? Decision.seenBefore() : Decision.refuse(SESSION_ID_TAKEN);
        }
        if (!surroundings.patternKnown()) {
            return Decision.refuse(PATTERN_UNKNOWN, "/pattern");
        }
        if (correction.claim() != null && !surroundings.claimKnown()) {
            return Decision.refuse(CLAIM_UNKNOWN, "/claim");
        }
        var started = started(session);
        if (started != null && correction.effectiveOn().isBefore(day(started, surroundings.zone()))) {
            return Decision.refuse(DAY_BEFORE_START, "/effectiveOn");
        }
        return Decision.accept(List.of(correction), number(command, correction.number()), List.of());
    }

    private static boolean isAboveTotal(PracticeCompleted completed) {
        var correct = completed.correct();
        var total = completed.total();
        return correct != null && total != null && correct > total;
    }

    private static boolean isSame(CorrectionApplied one, CorrectionApplied other) {
        return one.pattern().equals(other.pattern())
                && one.kind() == other.kind()
                && one.effectiveOn().equals(other.effectiveOn())
                && Objects.equals(one.claim(), other.claim());
    }

    private static @Nullable PracticeStarted started(PracticeSession session) {
        return switch (session) {
            case PracticeSession.Unknown _, PracticeSession.Correcting _ -> null;
            case PracticeSession.Started it -> it.started();
            case PracticeSession.Completed it -> it.started();
        };
    }

    private static LocalDate day(PracticeStarted started, ZoneId zone) {
        return LocalDate.ofInstant(started.startedAt(), zone);
    }

    private static LocalDate day(PracticeCompleted completed, ZoneId zone) {
        return LocalDate.ofInstant(completed.completedAt(), zone);
    }

    /// A correction with a number of its own outside a sitting is found by it; inside a sitting the sitting's number
    /// stands beside it.
    private static List<DirectoryEntry> number(PracticeSessionCommand command, @Nullable ExternalId number) {
        return number == null
                ? List.of()
                : List.of(new DirectoryEntry(
                        command.practice(),
                        "practice-session",
                        number.source() + '|' + number.value(),
                        command.session()));
    }
}
