package claimtrail.denial;

import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All answers of one payer sequence in reading order: by day, a reversal before a decision, then by key.
///
/// @param payerSequence 1 primary, 2 secondary, 3 tertiary
/// @param turns decisions and reversals in reading order
/// @param first the first decision; absent while none counts
/// @param duplicateOn the day on which a payer called the claim a duplicate of a known original; absent
///     otherwise
public record PayerAnswers(
        int payerSequence,
        List<Turn> turns,
        @Nullable FirstDecision first,
        @Nullable LocalDate duplicateOn) {

    private static final Set<String> DUPLICATE_CODES = Set.of("18", "B13");

    public PayerAnswers {
        turns = List.copyOf(turns);
    }

    /// A decision, or a reversal that takes one back.
    public sealed interface Turn {

        /// The business day.
        LocalDate on();

        String key();

        /// A payer decided.
        ///
        /// @param duplicateOnly it only says that the claim is a duplicate of a known original: it decides
        ///     nothing
        /// @param reversed a reversal takes it back
        record Decided(PayerDecision decision, boolean duplicateOnly, boolean reversed) implements Turn {
            @Override
            public LocalDate on() {
                return decision.decidedOn();
            }

            @Override
            public String key() {
                return decision.key();
            }
        }

        /// A payer took an answer back.
        ///
        /// @param takesBack the decision taken back; absent while it is not known
        record Reversed(PaymentReversed reversal, @Nullable PayerDecision takesBack) implements Turn {
            @Override
            public LocalDate on() {
                return reversal.reversedOn();
            }

            @Override
            public String key() {
                return reversal.key();
            }
        }
    }

    /// The decision that stands: the last one that no reversal takes back; absent when none does.
    public @Nullable PayerDecision standing() {
        PayerDecision standing = null;
        for (var turn : turns) {
            if (turn instanceof Turn.Decided it && !it.reversed() && !it.duplicateOnly()) {
                standing = it.decision();
            }
        }
        return standing;
    }

    static PayerAnswers of(int sequence, SortedFacts facts, Versions versions) {
        var decisions = new ArrayList<PayerDecision>(facts.decisions.size());
        for (var decision : facts.decisions) {
            if (decision.payerSequence() == sequence) {
                decisions.add(decision);
            }
        }
        var taken = new HashSet<String>(0);
        var turns = new ArrayList<Turn>();
        for (var reversal : facts.reversals) {
            if (reversal.payerSequence() == sequence) {
                var takesBack = takenBackBy(reversal, decisions, taken);
                if (takesBack != null) {
                    taken.add(takesBack.key());
                }
                turns.add(new Turn.Reversed(reversal, takesBack));
            }
        }
        LocalDate duplicateOn = null;
        var counting = new ArrayList<PayerDecision>(decisions.size());
        for (var decision : decisions) {
            var duplicateOnly = isDuplicateOnly(decision);
            turns.add(new Turn.Decided(decision, duplicateOnly, taken.contains(decision.key())));
            if (!duplicateOnly) {
                counting.add(decision);
            } else if (duplicateOn == null && !taken.contains(decision.key())) {
                duplicateOn = decision.decidedOn();
            }
        }
        if (turns.size() > 1) {
            turns.sort(Comparator.comparing(Turn::on)
                    .thenComparing(turn -> turn instanceof Turn.Decided)
                    .thenComparing(Turn::key));
        }
        return new PayerAnswers(sequence, turns, first(counting, facts, versions), duplicateOn);
    }

    /// The newest un-reversed decision with its payer number and amounts, of an earlier day before one of the
    /// same day; else the newest un-reversed one of an earlier day. What the fact itself names is not read: it
    /// is what was known when the reversal came.
    private static @Nullable PayerDecision takenBackBy(
            PaymentReversed reversal, List<PayerDecision> decisions, Set<String> taken) {
        PayerDecision equal = null;
        PayerDecision equalThatDay = null;
        PayerDecision newest = null;
        for (var decision : decisions) {
            if (taken.contains(decision.key())
                    || !decision.payer().equals(reversal.payer())
                    || decision.decidedOn().isAfter(reversal.reversedOn())) {
                continue;
            }
            var earlier = decision.decidedOn().isBefore(reversal.reversedOn());
            if (isMirror(reversal, decision)) {
                equal = earlier ? decision : equal;
                equalThatDay = earlier ? equalThatDay : decision;
            }
            newest = earlier ? decision : newest;
        }
        return equal != null ? equal : equalThatDay != null ? equalThatDay : newest;
    }

    private static boolean isMirror(PaymentReversed reversal, PayerDecision decision) {
        return reversal.payerControlNumber() != null
                && reversal.payerControlNumber().equals(decision.payerControlNumber())
                && Math.abs(reversal.chargeCents()) == Math.abs(decision.chargeCents())
                && Math.abs(reversal.paidCents()) == Math.abs(decision.paidCents());
    }

    private static boolean isDuplicateOnly(PayerDecision decision) {
        if (decision.duplicateOf() == null) {
            return false;
        }
        var denies = false;
        for (var line : decision.lines()) {
            if (line.finding().result() != Result.CLEAR) {
                var primary = line.finding().primary();
                if (primary == null || !DUPLICATE_CODES.contains(primary.code())) {
                    return false;
                }
                denies = true;
            }
        }
        return denies;
    }

    private static @Nullable FirstDecision first(List<PayerDecision> decisions, SortedFacts facts, Versions versions) {
        if (decisions.isEmpty()) {
            return null;
        }
        if (!versions.isPart(decisions.getFirst())) {
            return FirstDecision.whole(decisions.getFirst());
        }
        var parts = new ArrayList<PayerDecision>();
        var numbers = new HashSet<String>();
        var until = decisions.getFirst().decidedOn().plusDays(FirstDecision.PATIENCE_DAYS);
        var missingCents = versions.chargeCents(decisions.getFirst());
        for (var decision : decisions) {
            if (decision.decidedOn().isAfter(until)) {
                break;
            }
            if (!versions.isPart(decision)) {
                return FirstDecision.whole(decision);
            }
            if (numbers.add(decision.payerControlNumber() == null ? decision.key() : decision.payerControlNumber())) {
                parts.add(decision);
                missingCents -= decision.chargeCents();
            }
            if (missingCents <= 0) {
                return FirstDecision.ofParts(decision.decidedOn(), false, parts);
            }
        }
        var latestOn = facts.latestOn;
        return latestOn == null || latestOn.isBefore(until) ? null : FirstDecision.ofParts(until, true, parts);
    }
}
