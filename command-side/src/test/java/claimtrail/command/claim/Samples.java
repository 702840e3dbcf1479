package claimtrail.command.claim;

import claimtrail.command.Spec;
import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.Inference;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.command.provider.Terms;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.screening.Rules;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PayerEvent.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One bill of two lines over 250.00, what may be asked about it, and the rulebook of a payer with known terms.
final class Samples {

    static final UUID CLAIM = new UUID(1, 1);
    static final UUID PRACTICE = new UUID(2, 1);
    static final UUID PAYER = new UUID(3, 1);
    static final UUID PROVIDER = new UUID(4, 1);
    static final UUID PATIENT = new UUID(5, 1);
    static final UUID PATTERN = new UUID(6, 1);
    static final UUID POLICY = new UUID(7, 1);

    static final LocalDate SERVED_ON = LocalDate.of(2026, 3, 2);
    static final LocalDate SUBMITTED_ON = LocalDate.of(2026, 3, 4);
    static final LocalDate DENIED_ON = LocalDate.of(2026, 3, 12);
    static final LocalDate FILED_ON = LocalDate.of(2026, 3, 17);
    static final LocalDate SETTLED_ON = LocalDate.of(2026, 4, 1);

    /// An appeal within 120 days of the answer, the next level within 60, an answer to it within 30.
    static final Terms TERMS = Terms.none()
            .with(new PayerTermsSet(
                    List.of(
                            term(Term.Kind.APPEAL, 1, 120),
                            term(Term.Kind.APPEAL, 2, 60),
                            term(Term.Kind.APPEAL_DECISION, null, 30)),
                    "terms/1"));

    static final Rulebook RULEBOOK =
            new Rulebook(ReasonTable.dayOne(), TERMS, true, true, Set.of(PATTERN), Map.of(POLICY, 2), Rules.none());

    static final Line VISIT = line(1, "99213", 10_000);
    static final Line TEST = line(2, "87880", 15_000);

    private Samples() {}

    static Spec<Claim, ClaimCommand, ClaimEvent, ClaimRefusal> spec() {
        return under(RULEBOOK);
    }

    static Spec<Claim, ClaimCommand, ClaimEvent, ClaimRefusal> under(Rulebook rulebook) {
        return new Spec<>(
                new Claim.Unknown(), Claim::after, (claim, command) -> ClaimDecider.decide(claim, command, rulebook));
    }

    static Rulebook without(boolean provider, boolean payer) {
        return new Rulebook(
                ReasonTable.dayOne(), TERMS, !provider, !payer, Set.of(PATTERN), Map.of(POLICY, 2), Rules.none());
    }

    private static Term term(Term.Kind kind, @Nullable Integer level, int days) {
        return new Term(kind, level, days, Term.CountsFrom.DECISION, 0, LocalDate.of(2020, 1, 1), null, null);
    }

    static Line line(int no, String code, long cents) {
        return new Line(
                no, code, List.of(), List.of(), null, cents, SERVED_ON, null, null, null, null, Line.Split.STATED);
    }

    static Bill bill() {
        return bill("1", SUBMITTED_ON, VISIT, TEST);
    }

    static Bill bill(String frequency, LocalDate submittedOn, Line... lines) {
        long charge = List.of(lines).stream().mapToLong(Line::chargeCents).sum();
        return bill(frequency, submittedOn, charge, lines);
    }

    static Bill bill(String frequency, LocalDate submittedOn, long chargeCents, Line... lines) {
        return new Bill(
                new ExternalId("837", "A-1001"),
                frequency,
                submittedOn,
                PAYER,
                1,
                PROVIDER,
                null,
                PATIENT,
                ClaimType.PROFESSIONAL,
                "11",
                chargeCents,
                SERVED_ON,
                null,
                List.of("J02.9"),
                false,
                null,
                List.of(lines));
    }

    static SubmitClaim submit(Bill bill) {
        return new SubmitClaim(CLAIM, PRACTICE, bill, false, List.of(), List.of(), null);
    }

    static SubmitClaim submit() {
        return submit(bill());
    }

    static SubmitClaim fromFile(SubmitClaim it) {
        return new SubmitClaim(it.claim(), it.practice(), it.bill(), true, it.numbers(), it.vault(), it.asserted());
    }

    static ReplaceClaim replace(Bill bill) {
        return new ReplaceClaim(CLAIM, PRACTICE, bill, null, "ICN-1", false, null);
    }

    static VoidClaim takeBack(LocalDate on) {
        return new VoidClaim(CLAIM, PRACTICE, on, null, false);
    }

    static RecordRejection reject(@Nullable Integer version, LocalDate on) {
        return new RecordRejection(
                CLAIM,
                PRACTICE,
                "277/" + on,
                version,
                on,
                RejectedBy.CLEARINGHOUSE,
                List.of(new Reason("CLAIM_STATUS", "A3:21")),
                null,
                List.of(),
                Match.direct());
    }

    static Adjustment co(String code, long cents) {
        return new Adjustment("CO", Reason.carc(code), cents, null);
    }

    static AnsweredLine answered(String code, long charge, long paid, Adjustment... adjustments) {
        return answered(0, code, charge, paid, List.of(), adjustments);
    }

    static AnsweredLine answered(
            int no, @Nullable String code, long charge, long paid, List<Reason> remarks, Adjustment... adjustments) {
        return new AnsweredLine(
                no, null, code, List.of(), SERVED_ON, charge, paid, null, null, List.of(adjustments), remarks);
    }

    static Answer answer(String key, String number, LocalDate on, AnsweredLine... lines) {
        var all = List.of(lines);
        return new Answer(
                key,
                null,
                PAYER,
                1,
                number,
                "EFT-1",
                "1",
                on,
                DayBasis.PAYMENT,
                on,
                null,
                all.stream().mapToLong(AnsweredLine::chargeCents).sum(),
                all.stream().mapToLong(AnsweredLine::paidCents).sum(),
                null,
                null,
                true,
                List.of(),
                List.of(),
                all,
                null,
                Match.direct());
    }

    /// The visit is paid, the test refused for want of an authorisation.
    static Answer denial() {
        return answer(
                "D1",
                "ICN-1",
                DENIED_ON,
                answered("99213", 10_000, 10_000),
                answered("87880", 15_000, 0, co("197", 15_000)));
    }

    /// Both are paid in full.
    static Answer payment(String key, LocalDate on) {
        return answer(key, "ICN-1", on, answered("99213", 10_000, 10_000), answered("87880", 15_000, 15_000));
    }

    static Answer with(Answer it, @Nullable String suspectKey, String status, DayBasis dayBasis) {
        return new Answer(
                it.key(),
                suspectKey,
                it.payer(),
                it.payerSequence(),
                it.payerControlNumber(),
                it.trace(),
                status,
                it.decidedOn(),
                dayBasis,
                it.paidOn(),
                it.payerReceivedOn(),
                it.chargeCents(),
                it.paidCents(),
                it.patientShareCents(),
                it.interestCents(),
                it.amountsKnown(),
                it.adjustments(),
                it.remarks(),
                it.lines(),
                it.duplicateOf(),
                it.match());
    }

    static Answer renamed(Answer it, String key, LocalDate on) {
        return answer(key, "ICN-1", on, it.lines().toArray(AnsweredLine[]::new));
    }

    static Answer suspicious(Answer it) {
        return with(it, "S", "1", it.dayBasis());
    }

    static RecordDecision decide(Answer answer) {
        return new RecordDecision(CLAIM, PRACTICE, answer, null, false, List.of(), List.of(), null);
    }

    static RecordDecision deny() {
        return decide(denial());
    }

    static RecordDecision pay(LocalDate on) {
        return decide(payment("P" + on, on));
    }

    static Inference inference(Line... lines) {
        return new Inference(new ExternalId("835", "A-1001"), PROVIDER, PATIENT, SERVED_ON, null, null, List.of(lines));
    }

    static RecordReversal reverse(String key, LocalDate on, long chargeCents, long paidCents) {
        return new RecordReversal(
                CLAIM,
                PRACTICE,
                key,
                "S",
                PAYER,
                1,
                "ICN-1",
                on,
                -chargeCents,
                -paidCents,
                List.of(),
                null,
                List.of(),
                List.of(),
                Match.direct());
    }

    static FileAppeal appeal(LocalDate filedOn, Integer... lines) {
        return appeal(filedOn, null, DayKnown.STATED, false, lines);
    }

    static FileAppeal appeal(
            LocalDate filedOn, @Nullable Integer level, DayKnown dayBasis, boolean goodCause, Integer... lines) {
        return new FileAppeal(CLAIM, PRACTICE, List.of(lines), level, filedOn, dayBasis, goodCause, null, null);
    }

    static RecordAppealOutcome settle(
            int appealNo, RecordAppealOutcome.Outcome outcome, LocalDate on, RecordAppealOutcome.OutcomeLine... lines) {
        return new RecordAppealOutcome(
                CLAIM,
                PRACTICE,
                appealNo,
                outcome,
                AnswerBasis.LETTER,
                on,
                DayKnown.STATED,
                List.of(lines),
                null,
                null);
    }

    static WithdrawAppeal withdraw(int appealNo, LocalDate on) {
        return new WithdrawAppeal(CLAIM, PRACTICE, appealNo, on);
    }

    static CloseEpisode writeOff(LocalDate on, ClosedLine... lines) {
        return new CloseEpisode(
                CLAIM, PRACTICE, List.of(lines), on, Disposition.WRITTEN_OFF, ClosingCause.NOT_WORTH_IT);
    }
}
