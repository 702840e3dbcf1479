package claimtrail.denial;

import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first version of a bill, as far as somebody has told us.
///
/// @param on the submission day, or the day that stands in for it
/// @param standIn nobody has told us the day: the payer's day of receipt, else the first service day, else the
///     first decision day stands in
/// @param provider the one accountable; absent when only a decision is known
/// @param lines empty when only a decision is known
public record Submission(
        LocalDate on, boolean standIn, UUID payer, @Nullable UUID provider, long chargeCents, List<Line> lines) {

    public Submission {
        lines = List.copyOf(lines);
    }

    /// What the facts tell; absent when neither a bill nor an answer is known.
    static @Nullable Submission of(SortedFacts facts) {
        var submitted = facts.bill();
        if (submitted != null) {
            return new Submission(
                    submitted.submittedOn(),
                    false,
                    submitted.payer(),
                    submitted.provider(),
                    submitted.chargeCents(),
                    submitted.lines());
        }
        var inferred = facts.inferred;
        var first = firstAnswer(facts);
        var on = standIn(facts, inferred);
        if (on == null) {
            return null;
        }
        // Of several answers any may have come first: who pays, and how much was charged, the first answer of the
        // payer says that is asked first.
        if (first != null && (inferred == null || first.payerSequence() <= inferred.payerSequence())) {
            return inferred == null
                    ? new Submission(on, true, first.payer(), null, first.chargeCents(), List.of())
                    : new Submission(
                            on, true, first.payer(), inferred.provider(), first.chargeCents(), inferred.lines());
        }
        return inferred == null
                ? null
                : new Submission(
                        on, true, inferred.payer(), inferred.provider(), inferred.chargeCents(), inferred.lines());
    }

    private static @Nullable PayerDecision firstAnswer(SortedFacts facts) {
        PayerDecision first = null;
        for (var decision : facts.decisions) {
            if (first == null || decision.payerSequence() < first.payerSequence()) {
                first = decision;
            }
        }
        return first;
    }

    private static @Nullable LocalDate standIn(SortedFacts facts, @Nullable ClaimInferred inferred) {
        var received = inferred == null ? null : inferred.payerReceivedOn();
        for (var decision : facts.decisions) {
            var day = decision.payerReceivedOn();
            received = day == null || (received != null && received.isBefore(day)) ? received : day;
        }
        if (received != null) {
            return received;
        }
        if (inferred != null && inferred.serviceFrom() != null) {
            return inferred.serviceFrom();
        }
        return facts.decisions.isEmpty() ? null : facts.decisions.getFirst().decidedOn();
    }
}
