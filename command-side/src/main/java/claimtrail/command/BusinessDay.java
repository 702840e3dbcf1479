package claimtrail.command;

import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.imports.ImportCommand;
import claimtrail.command.learning.PracticeSessionCommand;
import claimtrail.command.pattern.PatternCommand;
import claimtrail.command.policy.PolicyCommand;
import claimtrail.command.provider.RegisterCommand;
import claimtrail.command.reference.ReferenceCommand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The day on which something is said to have happened, and where the request says so. What is said to hold
/// from a day on (terms, policies, meanings, settings, corrections) may be said in advance and has none.
///
/// @param field JSON pointer
record BusinessDay(LocalDate day, String field) {

    /// The business day of a command.
    ///
    /// @param zone the practice's time zone, in which the day of an instant is read
    static Optional<BusinessDay> of(Command command, ZoneId zone) {
        return switch (command) {
            case ClaimCommand it -> of(it);
            case PatternCommand it -> of(it);
            case PracticeSessionCommand it -> of(it, zone);
            case ImportCommand it -> of(it);
            case PolicyCommand _, RegisterCommand _, ReferenceCommand _ -> Optional.empty();
            default -> throw new IllegalArgumentException("no stream takes a " + command.getClass());
        };
    }

    private static Optional<BusinessDay> of(ClaimCommand command) {
        return switch (command) {
            case ClaimCommand.SubmitClaim it -> on(it.bill().submittedOn(), "/submittedOn");
            case ClaimCommand.ReplaceClaim it -> on(it.bill().submittedOn(), "/submittedOn");
            case ClaimCommand.VoidClaim it -> on(it.voidedOn(), "/voidedOn");
            case ClaimCommand.RecordRejection it -> on(it.rejectedOn(), "/rejectedOn");
            case ClaimCommand.RecordAcknowledgement it -> on(it.acknowledgedOn(), "/acknowledgedOn");
            case ClaimCommand.RecordDecision it -> on(it.answer().decidedOn(), "/decidedOn");
            case ClaimCommand.RecordReversal it -> on(it.reversedOn(), "/reversedOn");
            case ClaimCommand.FileAppeal it -> on(it.filedOn(), "/filedOn");
            case ClaimCommand.RecordAppealOutcome it -> on(it.decidedOn(), "/decidedOn");
            case ClaimCommand.WithdrawAppeal it -> on(it.withdrawnOn(), "/withdrawnOn");
            case ClaimCommand.CloseEpisode it -> on(it.closedOn(), "/closedOn");
            case ClaimCommand.ScreenClaim _, ClaimCommand.LinkDenial _ -> Optional.empty();
        };
    }

    private static Optional<BusinessDay> of(PatternCommand command) {
        return switch (command) {
            case PatternCommand.DeclarePattern it -> on(it.declared().detectedOn(), "/detectedOn");
            case PatternCommand.DetectPattern it -> on(it.found().detectedOn(), "/detectedOn");
            case PatternCommand.FixBaseline it -> on(it.baseline().to(), "/to");
            case PatternCommand.ChangePatternStatus it -> on(it.change().on(), "/on");
            case PatternCommand.MovePattern it -> on(it.on(), "/on");
            case PatternCommand.SetGuidance it -> on(it.guidance().on(), "/on");
            case PatternCommand.RecordPatternAction it -> on(it.action().takenOn(), "/takenOn");
        };
    }

    private static Optional<BusinessDay> of(PracticeSessionCommand command, ZoneId zone) {
        return switch (command) {
            case PracticeSessionCommand.StartPractice it -> on(it.started().startedAt(), "/startedAt", zone);
            case PracticeSessionCommand.CompletePractice it -> on(it.completed().completedAt(), "/completedAt", zone);
            case PracticeSessionCommand.ApplyCorrection it -> on(it.applied().appliedAt(), "/appliedAt", zone);
        };
    }

    private static Optional<BusinessDay> of(ImportCommand command) {
        return switch (command) {
            case ImportCommand.StartImport it -> on(it.receivedOn(), "/receivedOn");
            case ImportCommand.JudgeRecord it -> on(it.on(), "/on");
            case ImportCommand.NoteRecord _, ImportCommand.CompleteImport _, ImportCommand.SeeAgain _ ->
                Optional.empty();
        };
    }

    private static Optional<BusinessDay> on(Instant instant, String field, ZoneId zone) {
        return on(LocalDate.ofInstant(instant, zone), field);
    }

    private static Optional<BusinessDay> on(LocalDate day, String field) {
        return Optional.of(new BusinessDay(day, field));
    }
}
