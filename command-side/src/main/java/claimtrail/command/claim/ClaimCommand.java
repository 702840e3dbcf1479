package claimtrail.command.claim;

import claimtrail.command.Command;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.ClaimEvent.ReversedLine;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be asked of a claim. `claim` is the stream; `numbers` are the directory entries under which the
/// claim will be found; `fromFile` turns the refusals that a file only warns about into warnings.
public sealed interface ClaimCommand extends Command {

    /// The claim's stream.
    UUID claim();

    @Override
    default UUID stream() {
        return claim();
    }

    /// Take in the first version of a bill.
    record SubmitClaim(
            UUID claim,
            UUID practice,
            Bill bill,
            boolean fromFile,
            List<DirectoryEntry> numbers,
            List<VaultEntry> vault,
            @Nullable Screened asserted)
            implements ClaimCommand {}

    /// Take in a further version.
    ///
    /// @param version absent: the next one
    record ReplaceClaim(
            UUID claim,
            UUID practice,
            Bill bill,
            @Nullable Integer version,
            @Nullable String payerControlNumber,
            boolean fromFile,
            @Nullable UUID correctedFor)
            implements ClaimCommand {}

    /// Take the bill back.
    record VoidClaim(
            UUID claim,
            UUID practice,
            LocalDate voidedOn,
            @Nullable String payerControlNumber,
            boolean fromFile) implements ClaimCommand {}

    /// A version was sent back unread.
    ///
    /// @param key natural key of the rejection (file and segment, or request)
    /// @param version absent: the newest
    record RecordRejection(
            UUID claim,
            UUID practice,
            String key,
            @Nullable Integer version,
            LocalDate rejectedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable String payerControlNumber,
            List<DirectoryEntry> numbers,
            Match match)
            implements ClaimCommand {}

    /// A clearinghouse or payer has received a version, or says where it is.
    record RecordAcknowledgement(
            UUID claim,
            UUID practice,
            LocalDate acknowledgedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable String payerControlNumber,
            List<DirectoryEntry> numbers,
            Match match)
            implements ClaimCommand {}

    /// A payer answered.
    ///
    /// @param inference what to infer the claim from when it is unknown; absent: refused as `CLAIM_UNKNOWN`
    /// @param asserted links that a source asserts
    record RecordDecision(
            UUID claim,
            UUID practice,
            Answer answer,
            @Nullable Inference inference,
            boolean fromFile,
            List<DirectoryEntry> numbers,
            List<VaultEntry> vault,
            @Nullable Linked asserted)
            implements ClaimCommand {}

    /// A payer took an answer back; amounts as sent, negative.
    record RecordReversal(
            UUID claim,
            UUID practice,
            String key,
            @Nullable String suspectKey,
            UUID payer,
            int payerSequence,
            @Nullable String payerControlNumber,
            LocalDate reversedOn,
            long chargeCents,
            long paidCents,
            List<ReversedLine> lines,
            @Nullable Inference inference,
            List<DirectoryEntry> numbers,
            List<VaultEntry> vault,
            Match match)
            implements ClaimCommand {}

    /// Dispute denied lines.
    ///
    /// @param lines empty: every denied line
    /// @param level absent: the next
    record FileAppeal(
            UUID claim,
            UUID practice,
            List<Integer> lines,
            @Nullable Integer level,
            LocalDate filedOn,
            DayKnown dayBasis,
            boolean goodCause,
            @Nullable String channel,
            @Nullable VaultEntry argument)
            implements ClaimCommand {}

    /// The payer's word on an appeal.
    ///
    /// @param lines empty: every line of the appeal
    record RecordAppealOutcome(
            UUID claim,
            UUID practice,
            int appealNo,
            Outcome outcome,
            AnswerBasis basis,
            LocalDate decidedOn,
            DayKnown dayBasis,
            List<OutcomeLine> lines,
            @Nullable LocalDate nextLevelLastDay,
            @Nullable VaultEntry letter)
            implements ClaimCommand {

        /// What the payer says.
        public enum Outcome {
            OVERTURNED,
            PARTLY,
            UPHELD,
            DISMISSED
        }

        /// A line and, where named, the amount of the overturn.
        public record OutcomeLine(int no, @Nullable Long overturnedCents) {}
    }

    /// Take an appeal back.
    record WithdrawAppeal(UUID claim, UUID practice, int appealNo, LocalDate withdrawnOn) implements ClaimCommand {}

    /// Write off, move to the patient, or give up.
    record CloseEpisode(
            UUID claim,
            UUID practice,
            List<ClosedLine> lines,
            LocalDate closedOn,
            Disposition disposition,
            ClosingCause cause)
            implements ClaimCommand {}

    /// Add policies that apply and patterns the claim is exposed to.
    ///
    /// @param version the number it got when we learnt of it; absent: the newest
    record ScreenClaim(UUID claim, UUID practice, @Nullable Integer version, Screened screened, ScreeningCause cause)
            implements ClaimCommand {}

    /// Add what a denial belongs to.
    record LinkDenial(UUID claim, UUID practice, String decisionKey, Linked linked, LinkCause cause)
            implements ClaimCommand {}

    /// Policies and patterns of one screening.
    record Screened(String rule, boolean asserted, List<PolicyMatch> policies, List<PatternExposure> patterns) {}

    /// Links of one denial.
    record Linked(String rule, boolean asserted, List<DenialLink> links) {}

    /// What an answer tells about a claim that nobody has sent us.
    record Inference(
            ExternalId number,
            UUID provider,
            UUID patient,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            @Nullable LocalDate payerReceivedOn,
            List<Line> lines) {}
}
