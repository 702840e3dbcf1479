package claimtrail.command.claim;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers that may be the same answer. Equal keys with equal content are one answer; other bytes with the same
/// content are held for a person, who may say that they are two.
final class Duplicates {

    private Duplicates() {}

    /// Whether an answer with the same key also says the same.
    static boolean isSame(PayerDecision known, Answer answer) {
        return isAlike(known, answer) && known.decidedOn().equals(answer.decidedOn());
    }

    static boolean isSame(PaymentReversed known, RecordReversal command) {
        return isAlike(known, command) && known.reversedOn().equals(command.reversedOn());
    }

    /// Whether an answer that stands says the same under another trace or on another day. Without the payer's number
    /// only the same day makes suspicious.
    static boolean isSuspected(Facts facts, Answer answer) {
        return answer.suspectKey() != null
                && standing(facts, answer.payerSequence())
                        .filter(it -> isAlike(it, answer))
                        .anyMatch(it -> isNear(answer.payerControlNumber(), it.decidedOn(), answer.decidedOn()));
    }

    /// Whether an equal reversal is known, and no answer stands that this one could take back.
    static boolean isSuspected(Facts facts, RecordReversal command) {
        return command.suspectKey() != null
                && mirror(facts, command).isEmpty()
                && facts.each(PaymentReversed.class)
                        .filter(it -> isAlike(it, command))
                        .anyMatch(it -> isNear(command.payerControlNumber(), it.reversedOn(), command.reversedOn()));
    }

    /// The newest answer that stands with the same payer's number and the same amounts, not later than the reversal.
    static Optional<PayerDecision> mirror(Facts facts, RecordReversal command) {
        var number = command.payerControlNumber();
        return number == null
                ? Optional.empty()
                : standing(facts, command.payerSequence())
                        .filter(it -> it.payer().equals(command.payer())
                                && number.equals(it.payerControlNumber())
                                && !it.decidedOn().isAfter(command.reversedOn())
                                && Math.abs(it.chargeCents()) == Math.abs(command.chargeCents())
                                && Math.abs(it.paidCents()) == Math.abs(command.paidCents()))
                        .max(Comparator.comparing(PayerDecision::decidedOn));
    }

    private static Stream<PayerDecision> standing(Facts facts, int payerSequence) {
        return facts.all().reading().payer(payerSequence).stream()
                .flatMap(it -> it.turns().stream())
                .flatMap(it -> it instanceof Turn.Decided decided && !decided.reversed()
                        ? Stream.of(decided.decision())
                        : Stream.empty());
    }

    private static boolean isNear(@Nullable String payerControlNumber, LocalDate one, LocalDate other) {
        return payerControlNumber != null || one.equals(other);
    }

    private static boolean isAlike(PayerDecision known, Answer answer) {
        return known.payer().equals(answer.payer())
                && known.payerSequence() == answer.payerSequence()
                && Objects.equals(known.payerControlNumber(), answer.payerControlNumber())
                && Objects.equals(known.status(), answer.status())
                && known.chargeCents() == answer.chargeCents()
                && known.paidCents() == answer.paidCents()
                && known.adjustments().equals(answer.adjustments())
                && known.lines().stream()
                        .filter(it -> it.no() > 0)
                        .map(Said::of)
                        .toList()
                        .equals(answer.lines().stream().map(Said::of).toList());
    }

    private static boolean isAlike(PaymentReversed known, RecordReversal command) {
        return known.payer().equals(command.payer())
                && known.payerSequence() == command.payerSequence()
                && Objects.equals(known.payerControlNumber(), command.payerControlNumber())
                && known.chargeCents() == command.chargeCents()
                && known.paidCents() == command.paidCents();
    }

    /// What an answer says about a line, whatever number we gave it.
    private record Said(long chargeCents, long paidCents, List<Adjustment> adjustments) {

        static Said of(DecisionLine line) {
            return new Said(line.chargeCents(), line.paidCents(), line.adjustments());
        }

        static Said of(AnsweredLine line) {
            return new Said(line.chargeCents(), line.paidCents(), line.adjustments());
        }
    }
}
