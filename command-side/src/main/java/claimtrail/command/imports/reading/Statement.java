package claimtrail.command.imports.reading;

import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Device;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record says, in the words of its source: numbers of the outside world are not yet looked up.
public sealed interface Statement {

    /// A bill: the first version, or one that takes the place of an earlier one.
    ///
    /// @param replaces a version that is to be replaced by this one (frequency 7)
    /// @param submittedOn the day stated, else the day the file is given
    /// @param payer absent: not stated
    /// @param place place of service or type of bill
    /// @param policies policies that the source says matched; not tested by us
    record BillStated(
            ClaimName claim,
            boolean replaces,
            String frequency,
            LocalDate submittedOn,
            @Nullable PayerName payer,
            int payerSequence,
            ProviderName provider,
            @Nullable ProviderName billing,
            ClaimType claimType,
            @Nullable String place,
            long chargeCents,
            LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            List<String> diagnoses,
            boolean authorisationStated,
            List<LineStated> lines,
            List<ExternalId> policies)
            implements Statement {
        public BillStated {
            diagnoses = List.copyOf(diagnoses);
            lines = List.copyOf(lines);
            policies = List.copyOf(policies);
        }
    }

    /// A bill is taken back.
    record VoidStated(
            ClaimName claim, LocalDate voidedOn, @Nullable PayerName payer) implements Statement {}

    /// A bill came back unread.
    ///
    /// @param key what makes it one and the same rejection in another file
    record RejectionStated(
            ClaimName claim,
            String key,
            LocalDate rejectedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable PayerName payer)
            implements Statement {
        public RejectionStated {
            codes = List.copyOf(codes);
        }
    }

    /// A clearinghouse or payer has received a bill, or says where it is.
    record AcknowledgementStated(
            ClaimName claim,
            LocalDate acknowledgedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable PayerName payer) implements Statement {
        public AcknowledgementStated {
            codes = List.copyOf(codes);
        }
    }

    /// A payer answered, or took an answer back (status 22).
    ///
    /// @param key what makes it one and the same answer in another file
    /// @param suspectKey the same without payment and day; absent where equal ones are not suspicious
    /// @param provider to whom an inferred claim belongs; absent: not known
    record AnswerStated(
            ClaimName claim,
            String key,
            @Nullable String suspectKey,
            @Nullable PayerName payer,
            int payerSequence,
            @Nullable ProviderName provider,
            @Nullable String trace,
            @Nullable String status,
            LocalDate decidedOn,
            DayBasis dayBasis,
            @Nullable LocalDate paidOn,
            @Nullable LocalDate payerReceivedOn,
            long chargeCents,
            long paidCents,
            @Nullable Long patientShareCents,
            @Nullable Long interestCents,
            boolean amountsKnown,
            List<claimtrail.event.claim.Adjustment> adjustments,
            List<Reason> remarks,
            List<claimtrail.command.claim.Answer.AnsweredLine> lines)
            implements Statement {
        public AnswerStated {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
            lines = List.copyOf(lines);
        }

        /// Status 22 takes an earlier answer back.
        public boolean isReversal() {
            return "22".equals(status);
        }
    }

    /// Denied lines are disputed; no lines: all that are denied.
    record AppealStated(
            ClaimName claim,
            List<Integer> lines,
            @Nullable Integer level,
            LocalDate filedOn,
            DayKnown dayBasis,
            boolean goodCause,
            @Nullable String channel)
            implements Statement {
        public AppealStated {
            lines = List.copyOf(lines);
        }
    }

    /// The payer's word on an appeal.
    record OutcomeStated(
            ClaimName claim,
            int appealNo,
            Outcome outcome,
            AnswerBasis basis,
            LocalDate decidedOn,
            DayKnown dayBasis,
            List<claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.OutcomeLine> lines)
            implements Statement {
        public OutcomeStated {
            lines = List.copyOf(lines);
        }
    }

    /// A provider is described.
    record ProviderStated(ProviderName provider) implements Statement {}

    /// A policy is described.
    ///
    /// @param counted the source counts versions; where it does not, whatever it says anew is the next one
    record PolicyStated(PolicyPublished published, boolean counted) implements Statement {}

    /// A procedure code is described.
    record CodeStated(CodePublished published) implements Statement {}

    /// A pattern is described, with what can be done about it.
    ///
    /// @param evidence claims that the source names; those unknown to us are dropped and reported
    /// @param otherClaims further claims that the source counts; only looked up, for the report
    /// @param policies of the guidance, by number
    record PatternStated(
            PatternDetected declared,
            GuidanceSet guidance,
            List<ClaimName> evidence,
            List<ClaimName> otherClaims,
            List<ExternalId> policies)
            implements Statement {
        public PatternStated {
            evidence = List.copyOf(evidence);
            otherClaims = List.copyOf(otherClaims);
            policies = List.copyOf(policies);
        }
    }

    /// Somebody sat down to practise.
    record SittingStarted(
            ExternalId session,
            ExternalId pattern,
            String user,
            Kind kind,
            @Nullable Device device,
            Instant startedAt) implements Statement {}

    /// The sitting ended.
    record SittingCompleted(
            ExternalId session,
            Instant completedAt,
            @Nullable Integer seconds,
            @Nullable Integer correct,
            @Nullable Integer total,
            @Nullable Integer correctionsReported)
            implements Statement {}

    /// A way of working changed.
    ///
    /// @param claim dropped and reported when it is unknown
    record CorrectionStated(
            ExternalId session,
            ExternalId pattern,
            String user,
            CorrectionKind kind,
            LocalDate effectiveOn,
            Instant appliedAt,
            Scope scope,
            @Nullable ClaimName claim)
            implements Statement {}
}
