package claimtrail.command.claim;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.provider.Terms.LastDay;
import claimtrail.denial.Answered;
import claimtrail.denial.BillVersion;
import claimtrail.denial.DenialReading;
import claimtrail.denial.DenialRule;
import claimtrail.denial.LineMatching;
import claimtrail.denial.LineMatching.SaidLine;
import claimtrail.event.claim.DecisionLine.Sent;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an answer under the rule in force: which version and lines it speaks of, what it denies, until when
/// that can be disputed.
final class Judgement {

    private Judgement() {}

    static PayerDecision of(Facts facts, Answer answer, Rulebook rulebook) {
        // Only the numbers of the lines are of today: which version is answered, the reading finds from all facts.
        var version = facts.all()
                .answered(
                        answer.payer(),
                        answer.payerControlNumber(),
                        answer.payerReceivedOn(),
                        answer.decidedOn(),
                        answer.chargeCents());
        var numbers = numbers(facts, version, answer);
        var answered = answered(answer, numbers);
        // The cause is named by the codes. What the bill tells better, the reading adds: the bill may come later.
        var reading = DenialRule.read(answered, rulebook.reasons(), answer.decidedOn());
        var lastDay = lastDay(facts, answer, reading, rulebook);
        return new PayerDecision(
                answer.key(),
                version.recordedNo(),
                answer.payer(),
                answer.payerSequence(),
                answer.payerControlNumber(),
                answer.trace(),
                answer.status(),
                answer.decidedOn(),
                answer.dayBasis(),
                answer.paidOn(),
                answer.payerReceivedOn(),
                answer.chargeCents(),
                answer.paidCents(),
                answer.patientShareCents(),
                answer.interestCents(),
                answer.amountsKnown(),
                reading.imbalanceCents(),
                answer.adjustments(),
                answer.remarks(),
                reading.lines(),
                reading.rule(),
                reading.outcome(),
                reading.appealable(),
                lastDay.map(LastDay::day).orElse(null),
                lastDay.map(LastDay::termsVersion).orElse(null),
                answer.duplicateOf(),
                answer.match());
    }

    private static List<Integer> numbers(Facts facts, BillVersion version, Answer answer) {
        var lines = new ArrayList<>(version.lines());
        for (var decision : facts.decisions()) {
            if (decision.claimVersion() == version.no()) {
                for (var line : decision.lines()) {
                    if (line.no() > 0 && lines.stream().noneMatch(it -> it.no() == line.no())) {
                        lines.add(LineMatching.onlyAnswered(line, decision));
                    }
                }
            }
        }
        int highest =
                facts.lineNumbers().stream().mapToInt(Integer::intValue).max().orElse(0);
        return LineMatching.numbers(
                lines, answer.lines().stream().map(Judgement::said).toList(), highest + 1);
    }

    private static SaidLine said(AnsweredLine line) {
        return new SaidLine(
                line.no(),
                line.controlNumber(),
                line.recodedFrom() == null ? line.code() : line.recodedFrom(),
                line.modifiers(),
                line.serviceFrom(),
                line.chargeCents());
    }

    /// That by which the line can be found again in another version.
    private static @Nullable Sent sent(AnsweredLine line) {
        var control = line.controlNumber() == null && line.no() > 0 ? String.valueOf(line.no()) : line.controlNumber();
        return control == null && line.modifiers().isEmpty() && line.serviceFrom() == null
                ? null
                : new Sent(control, line.modifiers(), line.serviceFrom());
    }

    private static Answered answered(Answer answer, List<Integer> numbers) {
        var lines = new ArrayList<Answered.AnsweredLine>();
        for (int place = 0; place < numbers.size(); place++) {
            lines.add(answered(answer.lines().get(place), numbers.get(place)));
        }
        return new Answered(
                answer.payer(),
                answer.status(),
                answer.chargeCents(),
                answer.paidCents(),
                answer.adjustments(),
                answer.remarks(),
                lines);
    }

    private static Answered.AnsweredLine answered(AnsweredLine line, int no) {
        return new Answered.AnsweredLine(
                no,
                line.chargeCents(),
                line.paidCents(),
                line.allowedCents(),
                line.code(),
                line.recodedFrom(),
                line.adjustments(),
                line.remarks(),
                sent(line));
    }

    /// No denial, no appeal, or no terms: no last day.
    private static Optional<LastDay> lastDay(Facts facts, Answer answer, DenialReading reading, Rulebook rulebook) {
        boolean denied = reading.outcome() == Outcome.DENIED || reading.outcome() == Outcome.PARTLY_DENIED;
        return denied && reading.appealable()
                ? rulebook.terms()
                        .appeal(1, answer.decidedOn(), facts.servedOn().orElse(answer.decidedOn()))
                : Optional.empty();
    }
}
