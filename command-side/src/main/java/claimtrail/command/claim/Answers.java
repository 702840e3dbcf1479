package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.DECISION_BEFORE_SERVICE;
import static claimtrail.command.claim.ClaimRefusal.DECISION_SUSPECTED_DUPLICATE;
import static claimtrail.command.claim.ClaimRefusal.NOT_A_DECISION;
import static claimtrail.command.claim.ClaimRefusal.PAYER_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand.Inference;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.denial.AnswerKind;
import claimtrail.denial.ClaimFacts;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What payers answer, and what they take back. Never refused for arriving late or out of order.
final class Answers {

    /// A claim as an answer meets it: known, or inferred from what the answer itself tells.
    private record Met(Facts facts, List<ClaimEvent> inferred) {

        /// Null when the claim is unknown and nothing can be inferred.
        static @Nullable Met of(Claim claim, @Nullable ClaimInferred inferred) {
            return switch (claim) {
                case Claim.Known it -> new Met(Facts.of(it), List.of());
                case Claim.Unknown _ ->
                    inferred == null
                            ? null
                            : new Met(new Facts(ClaimFacts.none().with(inferred)), List.of(inferred));
            };
        }
    }

    private Answers() {}

    static Decision<ClaimEvent, ClaimRefusal> decide(Claim claim, RecordDecision command, Rulebook rulebook) {
        var answer = command.answer();
        var inference = command.inference();
        var met = Met.of(claim, inference == null ? null : inferred(inference, answer));
        if (met == null) {
            return Decision.refuse(CLAIM_UNKNOWN);
        }
        var facts = met.facts();
        var events = new ArrayList<>(met.inferred());
        var known = facts.decision(answer.key());
        if (known.isPresent() && Duplicates.isSame(known.get(), answer)) {
            return Decision.seenBefore();
        }
        if (!rulebook.payerKnown()) {
            return Decision.refuse(PAYER_UNKNOWN, "/payer");
        }
        if (AnswerKind.of(answer.status()) != AnswerKind.DECISION) {
            return Decision.refuse(NOT_A_DECISION, "/status");
        }
        var doubts = new ArrayList<Refused<ClaimEvent, ClaimRefusal>>();
        if (facts.servedOn().filter(answer.decidedOn()::isBefore).isPresent()) {
            doubts.add(new Refused<>(DECISION_BEFORE_SERVICE, "/decidedOn"));
        }
        if (!command.fromFile() && !doubts.isEmpty()) {
            return doubts.getFirst();
        }
        if (known.isPresent() || Duplicates.isSuspected(facts, answer)) {
            return Decision.refuse(DECISION_SUSPECTED_DUPLICATE);
        }
        var decision = Judgement.of(facts, answer, rulebook);
        var event = event(decision);
        var answered = new ArrayList<>(List.of(event));
        answered.addAll(Ties.asserted(decision, command.asserted()));
        events.addAll(answered);
        events.addAll(OwnTies.ofAnswer(facts, answered, decision.key(), rulebook.rules()));
        events.addAll(Disputes.won(facts.all(), event));
        return Decision.accept(events, command.numbers(), command.vault(), doubts);
    }

    static Decision<ClaimEvent, ClaimRefusal> reverse(Claim claim, RecordReversal command, Rulebook rulebook) {
        var inference = command.inference();
        var met = Met.of(claim, inference == null ? null : inferred(inference, command));
        if (met == null) {
            return Decision.refuse(CLAIM_UNKNOWN);
        }
        var facts = met.facts();
        var events = new ArrayList<>(met.inferred());
        var known = facts.each(PaymentReversed.class)
                .filter(it -> it.key().equals(command.key()))
                .findFirst();
        if (known.isPresent() && Duplicates.isSame(known.get(), command)) {
            return Decision.seenBefore();
        }
        if (!rulebook.payerKnown()) {
            return Decision.refuse(PAYER_UNKNOWN, "/payer");
        }
        if (known.isPresent() || Duplicates.isSuspected(facts, command)) {
            return Decision.refuse(DECISION_SUSPECTED_DUPLICATE);
        }
        events.add(reversed(facts, command));
        return Decision.accept(events, command.numbers(), command.vault());
    }

    /// The event's name is the reading of that day; the payload is the same.
    private static ClaimEvent event(PayerDecision decision) {
        return switch (decision.outcome()) {
            case DENIED, PARTLY_DENIED -> new ClaimDenied(decision);
            case PAID, ZERO_PAID -> new ClaimApproved(decision);
        };
    }

    private static PaymentReversed reversed(Facts facts, RecordReversal command) {
        return new PaymentReversed(
                command.key(),
                command.payer(),
                command.payerSequence(),
                command.payerControlNumber(),
                Duplicates.mirror(facts, command).map(PayerDecision::key).orElse(null),
                command.reversedOn(),
                command.chargeCents(),
                command.paidCents(),
                command.lines(),
                command.match());
    }

    private static ClaimInferred inferred(Inference inference, Answer answer) {
        var received = inference.payerReceivedOn();
        return inferred(
                inference,
                answer.payer(),
                answer.payerSequence(),
                answer.payerControlNumber(),
                answer.chargeCents(),
                received == null ? answer.payerReceivedOn() : received);
    }

    private static ClaimInferred inferred(Inference inference, RecordReversal command) {
        return inferred(
                inference,
                command.payer(),
                command.payerSequence(),
                command.payerControlNumber(),
                Math.abs(command.chargeCents()),
                null);
    }

    private static ClaimInferred inferred(
            Inference inference,
            UUID payer,
            int payerSequence,
            @Nullable String payerControlNumber,
            long chargeCents,
            @Nullable LocalDate payerReceivedOn) {
        return new ClaimInferred(
                inference.number(),
                payer,
                payerSequence,
                payerControlNumber,
                inference.provider(),
                inference.patient(),
                chargeCents,
                inference.serviceFrom(),
                inference.serviceTo(),
                payerReceivedOn,
                List.copyOf(inference.lines()));
    }
}
