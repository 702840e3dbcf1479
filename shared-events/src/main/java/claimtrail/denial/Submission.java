package claimtrail.denial;

import claimtrail.event.claim.Line;
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
        var submitted = facts.submitted;
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
        if (inferred != null) {
            var on = standIn(facts, inferred.payerReceivedOn(), inferred.serviceFrom());
            return on == null
                    ? null
                    : new Submission(
                            on, true, inferred.payer(), inferred.provider(), inferred.chargeCents(), inferred.lines());
        }
        if (facts.decisions.isEmpty()) {
            return null;
        }
        var first = facts.decisions.getFirst();
        var on = standIn(facts, null, null);
        return on == null ? null : new Submission(on, true, first.payer(), null, first.chargeCents(), List.of());
    }

    private static @Nullable LocalDate standIn(
            SortedFacts facts, @Nullable LocalDate receivedOn, @Nullable LocalDate serviceFrom) {
        if (receivedOn != null) {
            return receivedOn;
        }
        for (var decision : facts.decisions) {
            if (decision.payerReceivedOn() != null) {
                return decision.payerReceivedOn();
            }
        }
        if (serviceFrom != null) {
            return serviceFrom;
        }
        return facts.decisions.isEmpty() ? null : facts.decisions.getFirst().decidedOn();
    }
}
