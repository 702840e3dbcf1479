package claimtrail.command.claim;

import claimtrail.command.Decision;
import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.event.claim.ClaimEvent;

/// Decides what is asked of a claim.
public final class ClaimDecider {

    private ClaimDecider() {}

    /// Our answer, under the rulebook in force for this command.
    public static Decision<ClaimEvent, ClaimRefusal> decide(Claim claim, ClaimCommand command, Rulebook rulebook) {
        return switch (command) {
            case SubmitClaim it -> Bills.submit(claim, it, rulebook);
            case ReplaceClaim it -> Bills.replace(claim, it, rulebook);
            case VoidClaim it -> Bills.takeBack(claim, it);
            case RecordRejection it -> Bills.reject(claim, it);
            case RecordAcknowledgement it -> Bills.acknowledge(claim, it);
            case RecordDecision it -> Answers.decide(claim, it, rulebook);
            case RecordReversal it -> Answers.reverse(claim, it, rulebook);
            case FileAppeal it -> Disputes.file(claim, it, rulebook);
            case RecordAppealOutcome it -> Disputes.settle(claim, it, rulebook);
            case WithdrawAppeal it -> Disputes.withdraw(claim, it);
            case CloseEpisode it -> Closings.close(claim, it);
            case ScreenClaim it -> Ties.screen(claim, it, rulebook);
            case LinkDenial it -> Ties.link(claim, it, rulebook);
        };
    }
}
