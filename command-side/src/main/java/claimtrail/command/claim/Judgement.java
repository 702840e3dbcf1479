package claimtrail.command.claim;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.provider.Terms.LastDay;
import claimtrail.denial.Answered;
import claimtrail.denial.DenialReading;
import claimtrail.denial.DenialRule;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads an answer under the rule in force: which version and lines it speaks of, what it denies, until when
/// that can be disputed.
final class Judgement {

    private Judgement() {}

    static PayerDecision of(Facts facts, Answer answer, Rulebook rulebook) {
        var version = version(facts, answer);
        var reading = DenialRule.read(
                answered(answer, numbers(facts, version, answer)), rulebook.reasons(), answer.decidedOn());
        var lastDay = lastDay(facts, answer, reading, rulebook);
        return new PayerDecision(
                answer.key(),
                version.no(),
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

    /// The version answered: the newest the payer had on its day of receipt; else that of an earlier answer
    /// under the same payer's number; else the newest of the same charge sent by the day of the answer; else
    /// the newest sent by then. What was sent back unread was never answered, unless nothing else was sent.
    static Version version(Facts facts, Answer answer) {
        var all = facts.versions().reversed();
        var read = all.stream().filter(it -> !it.rejected()).toList();
        var versions = read.isEmpty() ? all : read;
        var received = Optional.ofNullable(answer.payerReceivedOn());
        return received.flatMap(
                        day -> versions.stream().filter(it -> it.isSentBy(day)).findFirst())
                .or(() -> underSameNumber(facts, answer, versions))
                .or(() -> versions.stream()
                        .filter(it -> it.isSentBy(answer.decidedOn()) && it.chargeCents() == answer.chargeCents())
                        .findFirst())
                .or(() -> versions.stream()
                        .filter(it -> it.isSentBy(answer.decidedOn()))
                        .findFirst())
                .orElse(versions.getLast());
    }

    private static Optional<Version> underSameNumber(Facts facts, Answer answer, List<Version> versions) {
        var number = answer.payerControlNumber();
        return number == null
                ? Optional.empty()
                : facts.decisions().reversed().stream()
                        .filter(it -> number.equals(it.payerControlNumber())
                                && it.payer().equals(answer.payer()))
                        .flatMap(it -> versions.stream().filter(version -> version.no() == it.claimVersion()))
                        .findFirst();
    }

    private static List<Integer> numbers(Facts facts, Version version, Answer answer) {
        var lines = new ArrayList<>(version.lines());
        facts.decisions().stream()
                .filter(it -> it.claimVersion() == version.no())
                .flatMap(it -> it.lines().stream().map(line -> onlyAnswered(line, it)))
                .filter(line -> line.no() > 0 && lines.stream().noneMatch(it -> it.no() == line.no()))
                .forEach(lines::add);
        int highest =
                facts.lineNumbers().stream().mapToInt(Integer::intValue).max().orElse(0);
        return LineMatching.numbers(lines, answer.lines(), highest + 1);
    }

    /// A line that an earlier answer added. Its service day is not kept, so the day of that answer stands in;
    /// it is found again by code and charge.
    private static Line onlyAnswered(DecisionLine line, PayerDecision decision) {
        var code = line.recodedFrom() == null ? line.paidCode() : line.recodedFrom();
        return new Line(
                line.no(),
                Objects.requireNonNullElse(code, ""),
                List.of(),
                List.of(),
                null,
                line.chargeCents(),
                decision.decidedOn(),
                null,
                null,
                null,
                null,
                Line.Split.REMITTANCE);
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
                line.remarks());
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
