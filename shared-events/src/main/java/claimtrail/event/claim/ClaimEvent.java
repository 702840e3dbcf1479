package claimtrail.event.claim;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The life of a claim: one bill of a practice for one encounter, in all its versions, and every answer to it.
public sealed interface ClaimEvent extends DomainEvent {

    /// The first version of the bill.
    ///
    /// @param provider the one accountable: the rendering provider when all lines agree, else the billing provider
    /// @param patient a random key; the person stands in the vault
    /// @param imbalanceCents charge − sum of line charges
    record ClaimSubmitted(
            ExternalId number,
            int version,
            String frequency,
            LocalDate submittedOn,
            UUID payer,
            int payerSequence,
            UUID provider,
            @Nullable UUID billingProvider,
            UUID patient,
            ClaimType claimType,
            @Nullable String place,
            long chargeCents,
            long imbalanceCents,
            LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            List<String> diagnoses,
            boolean authorisationStated,
            @Nullable String sensitivity,
            List<Line> lines)
            implements ClaimEvent {
        public ClaimSubmitted {
            diagnoses = List.copyOf(diagnoses);
            lines = List.copyOf(lines);
        }
    }

    /// Only an answer is known so far; the bill itself may follow.
    record ClaimInferred(
            ExternalId number,
            UUID payer,
            int payerSequence,
            @Nullable String payerControlNumber,
            UUID provider,
            UUID patient,
            long chargeCents,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            @Nullable LocalDate payerReceivedOn,
            List<Line> lines)
            implements ClaimEvent {
        public ClaimInferred {
            lines = List.copyOf(lines);
        }
    }

    /// A further version of the bill.
    ///
    /// @param frequency `7` after a decision, `1` after a rejection
    /// @param correctedFor the pattern somebody meant to cure
    record ClaimReplaced(
            int version,
            String frequency,
            LocalDate submittedOn,
            @Nullable String payerControlNumber,
            long chargeCents,
            boolean authorisationStated,
            List<Line> lines,
            @Nullable UUID correctedFor)
            implements ClaimEvent {
        public ClaimReplaced {
            lines = List.copyOf(lines);
        }
    }

    /// The bill is taken back.
    record ClaimVoided(LocalDate voidedOn, @Nullable String payerControlNumber) implements ClaimEvent {}

    /// A clearinghouse or payer sent a version back unread. Not a denial: it was never adjudicated.
    ///
    /// @param version the one we took for rejected when we learnt of it
    /// @param versionStated true where a source names the version; else the reading finds it by the day
    record ClaimRejected(
            int version,
            LocalDate rejectedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable String payerControlNumber,
            Match match,
            @Nullable Boolean versionStated)
            implements ClaimEvent {
        public ClaimRejected {
            codes = List.copyOf(codes);
        }
    }

    /// A clearinghouse or payer has received a version, or says where it is. No answer: it changes no figure.
    ///
    /// @param version the one we took for received when we learnt of it; the reading finds it by the day
    /// @param acknowledgedOn the day of the status
    /// @param codes claim status codes as sent: A1 received, A2 accepted, A0 forwarded, A5 split, …
    /// @param payerControlNumber the payer's number of the claim, by which its answers are found
    record ClaimAcknowledged(
            int version,
            LocalDate acknowledgedOn,
            RejectedBy by,
            List<Reason> codes,
            @Nullable String payerControlNumber,
            Match match)
            implements ClaimEvent {
        public ClaimAcknowledged {
            codes = List.copyOf(codes);
        }
    }

    /// A payer answered, and nothing is denied.
    record ClaimApproved(PayerDecision decision) implements ClaimEvent {}

    /// A payer answered, and refuses or reduces some line, or the claim as a whole.
    record ClaimDenied(PayerDecision decision) implements ClaimEvent {}

    /// A payer takes an answer back; amounts as sent, negative.
    ///
    /// @param reverses key of the decision taken back; when not yet known, the reading finds it
    record PaymentReversed(
            String key,
            UUID payer,
            int payerSequence,
            @Nullable String payerControlNumber,
            @Nullable String reverses,
            LocalDate reversedOn,
            long chargeCents,
            long paidCents,
            List<ReversedLine> lines,
            Match match)
            implements ClaimEvent {
        public PaymentReversed {
            lines = List.copyOf(lines);
        }
    }

    /// The practice disputes denied lines.
    ///
    /// @param appealNo dense from 1 within the claim
    /// @param level 1 or more
    /// @param argument reference into the vault
    record AppealFiled(
            int appealNo,
            int level,
            List<Integer> lines,
            LocalDate filedOn,
            DayKnown dayBasis,
            boolean goodCause,
            @Nullable LocalDate dueOn,
            @Nullable String channel,
            @Nullable UUID argument)
            implements ClaimEvent {
        public AppealFiled {
            lines = List.copyOf(lines);
        }
    }

    /// The payer takes a denial back, by letter or by money. Not yet money when by letter.
    record DenialOverturned(
            int appealNo,
            Overturn outcome,
            AnswerBasis basis,
            LocalDate decidedOn,
            DayKnown dayBasis,
            List<OverturnedLine> lines,
            @Nullable UUID letter)
            implements ClaimEvent {
        public DenialOverturned {
            lines = List.copyOf(lines);
        }
    }

    /// The payer keeps to a denial.
    record DenialUpheld(
            int appealNo,
            Refusal outcome,
            AnswerBasis basis,
            LocalDate decidedOn,
            DayKnown dayBasis,
            List<Integer> lines,
            @Nullable LocalDate nextLevelLastDay,
            @Nullable UUID letter)
            implements ClaimEvent {
        public DenialUpheld {
            lines = List.copyOf(lines);
        }
    }

    /// The practice takes an appeal back.
    record AppealWithdrawn(int appealNo, LocalDate withdrawnOn) implements ClaimEvent {}

    /// The practice stops working denied lines.
    record EpisodeClosed(List<ClosedLine> lines, LocalDate closedOn, Disposition disposition, ClosingCause cause)
            implements ClaimEvent {
        public EpisodeClosed {
            lines = List.copyOf(lines);
        }
    }

    /// Policies that apply to lines, and patterns the claim is exposed to, under one rule. Entries only add.
    ///
    /// @param asserted a source said so and we did not test it
    record ClaimScreened(
            int version,
            String rule,
            boolean asserted,
            ScreeningCause cause,
            List<PolicyMatch> policies,
            List<PatternExposure> patterns)
            implements ClaimEvent {
        public ClaimScreened {
            policies = List.copyOf(policies);
            patterns = List.copyOf(patterns);
        }
    }

    /// Patterns a denied line belongs to and policies it is denied by, under one rule. Entries only add.
    record DenialLinked(String decisionKey, String rule, boolean asserted, LinkCause cause, List<DenialLink> links)
            implements ClaimEvent {
        public DenialLinked {
            links = List.copyOf(links);
        }
    }

    /// A line of a reversal, as sent.
    record ReversedLine(int no, long chargeCents, long paidCents, List<Adjustment> adjustments) {
        public ReversedLine {
            adjustments = List.copyOf(adjustments);
        }
    }

    /// A line on which the payer takes a denial back.
    ///
    /// @param overturnedCents absent when the payer named no amount
    record OverturnedLine(
            int no, long deniedCents, @Nullable Long overturnedCents) {}

    /// A denied line that is no longer worked, and the amount given up.
    record ClosedLine(int no, long cents) {}

    /// A policy version that applies to lines of the claim.
    record PolicyMatch(UUID policy, int policyVersion, List<LineResult> lines) {
        public PolicyMatch {
            lines = List.copyOf(lines);
        }
    }

    /// What a policy's demands give on one line.
    record LineResult(int no, Screening result) {}

    /// A pattern for which lines of the claim could have been denied.
    record PatternExposure(UUID pattern, List<Integer> lines) {
        public PatternExposure {
            lines = List.copyOf(lines);
        }
    }

    /// What one denied line belongs to.
    record DenialLink(int line, List<UUID> patterns, List<UUID> policies, long deniedCents) {
        public DenialLink {
            patterns = List.copyOf(patterns);
            policies = List.copyOf(policies);
        }

        /// What of it earlier links of the same line do not say.
        public DenialLink without(List<DenialLink> before) {
            return new DenialLink(
                    line,
                    patterns.stream()
                            .filter(id -> before.stream().noneMatch(it -> it.line == line && it.patterns.contains(id)))
                            .toList(),
                    policies.stream()
                            .filter(id -> before.stream().noneMatch(it -> it.line == line && it.policies.contains(id)))
                            .toList(),
                    deniedCents);
        }
    }

    /// The kind of bill.
    enum ClaimType {
        PROFESSIONAL,
        INSTITUTIONAL,
        DENTAL,
        PHARMACY
    }

    /// Who received a version, or sent it back.
    enum RejectedBy {
        CLEARINGHOUSE,
        PAYER
    }

    /// Whether somebody told us the day or we assumed it.
    enum DayKnown {
        STATED,
        ASSUMED
    }

    /// How the payer's word on an appeal reached us.
    enum AnswerBasis {
        LETTER,
        REMITTANCE
    }

    /// How far a denial was taken back.
    enum Overturn {
        OVERTURNED,
        PARTLY
    }

    /// How an appeal was lost.
    enum Refusal {
        UPHELD,
        DISMISSED
    }

    /// What becomes of a denied amount that is no longer worked.
    enum Disposition {
        WRITTEN_OFF,
        PATIENT,
        GIVEN_UP
    }

    /// Why a denied amount is no longer worked.
    enum ClosingCause {
        FILED_LATE,
        APPEALS_EXHAUSTED,
        NOT_WORTH_IT,
        OTHER
    }

    /// What made us screen a claim.
    enum ScreeningCause {
        SUBMISSION,
        REPLACEMENT,
        BACKFILL,
        RETROACTIVE
    }

    /// Whether a policy's demands are fulfilled on a line.
    enum Screening {
        MET,
        VIOLATED,
        UNDETERMINED
    }

    /// What made us link a denial.
    enum LinkCause {
        DECISION,
        BACKFILL,
        PERSON
    }
}
