package claimtrail.denial;

import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.claim.PayerDecision.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The first decision of a payer on a claim. It is history: nothing that comes later makes it undone.
///
/// @param on the day on which the claim was decided; of a split claim, the day of the part that completes the
///     charge
/// @param dayAssumed nobody has told us the day
/// @param incomplete parts of a split claim were still missing after 45 days
/// @param parts one decision, or the parts of a split claim in reading order
public record FirstDecision(LocalDate on, boolean dayAssumed, boolean incomplete, List<PayerDecision> parts) {

    /// How long a split claim may wait for its last part. Ours, with rule `denial/1`.
    static final int PATIENCE_DAYS = 45;

    public FirstDecision {
        parts = List.copyOf(parts);
    }

    static FirstDecision whole(PayerDecision decision) {
        return new FirstDecision(decision.decidedOn(), isAssumed(decision), false, List.of(decision));
    }

    static FirstDecision ofParts(LocalDate on, boolean incomplete, List<PayerDecision> parts) {
        return new FirstDecision(
                on, incomplete || parts.stream().anyMatch(FirstDecision::isAssumed), incomplete, parts);
    }

    private static boolean isAssumed(PayerDecision decision) {
        return decision.dayBasis() == DayBasis.ASSUMED;
    }

    /// The payer that answered.
    public UUID payer() {
        return parts.getFirst().payer();
    }

    /// Denied only if every part is; partly denied if any part denies something.
    public Outcome outcome() {
        if (parts.size() == 1) {
            return parts.getFirst().outcome();
        }
        var outcomes = parts.stream().map(PayerDecision::outcome).distinct().toList();
        if (outcomes.size() == 1) {
            return outcomes.getFirst();
        }
        return outcomes.contains(Outcome.DENIED) || outcomes.contains(Outcome.PARTLY_DENIED)
                ? Outcome.PARTLY_DENIED
                : Outcome.PAID;
    }

    /// Whether something is denied.
    public boolean denies() {
        return outcome() == Outcome.DENIED || outcome() == Outcome.PARTLY_DENIED;
    }

    /// The lines of all parts, with their findings.
    public List<DecisionLine> lines() {
        return parts.size() == 1
                ? parts.getFirst().lines()
                : parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    /// What was charged, as the payer says; 0 where a mutilated record does not tell.
    public long chargeCents() {
        var cents = 0L;
        for (var part : parts) {
            cents += part.amountsKnown() ? part.chargeCents() : 0;
        }
        return cents;
    }

    /// What is denied on all lines; 0 where a mutilated record does not tell.
    public long deniedCents() {
        var cents = 0L;
        for (var part : parts) {
            for (var line : part.lines()) {
                cents += part.amountsKnown() ? line.finding().deniedCents() : 0;
            }
        }
        return cents;
    }
}
