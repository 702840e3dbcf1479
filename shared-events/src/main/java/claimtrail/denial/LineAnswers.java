package claimtrail.denial;

import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the answers of one payer say about one line: its finding and its payment, answer by answer.
///
/// An answer without lines speaks of the claim as a whole (line 0). When the episode is about the whole claim,
/// each answer speaks of it; else an answer without lines speaks of every line, and its money goes to the
/// lowest one.
final class LineAnswers {

    private final Versions versions;
    private final int line;
    private final boolean whole;
    private final boolean lowest;
    private final @Nullable PayerDecision part;

    /// @param whole the episode was opened by an answer without lines
    /// @param lowest it has the lowest number of all episodes of its payer
    /// @param part the answer that opened it, where that spoke of a part of the bill as a whole: other parts
    ///     say nothing about it
    LineAnswers(Versions versions, int line, boolean whole, boolean lowest, @Nullable PayerDecision part) {
        this.versions = versions;
        this.line = line;
        this.whole = whole;
        this.lowest = lowest;
        this.part = part;
    }

    static boolean hasLines(PayerDecision decision) {
        return !decision.lines().isEmpty() && decision.lines().getLast().no() > 0;
    }

    /// The finding on the line; absent when the answer does not speak of it.
    @Nullable
    Finding finding(PayerDecision decision) {
        if (whole) {
            return isOtherPart(decision) ? null : worst(decision.lines());
        }
        if (!hasLines(decision)) {
            return worst(decision.lines());
        }
        var own = own(decision);
        return own != null ? own.finding() : line == 0 ? CLEAR : null;
    }

    boolean denies(PayerDecision decision) {
        var finding = finding(decision);
        return finding != null && finding.result() != Result.CLEAR;
    }

    /// What the answer pays on the line; 0 where a mutilated record does not tell.
    long paidCents(PayerDecision decision) {
        if (!decision.amountsKnown()) {
            return 0;
        }
        if (whole) {
            return isOtherPart(decision) ? 0 : decision.paidCents();
        }
        if (!hasLines(decision)) {
            return lowest ? decision.paidCents() : 0;
        }
        if (line == 0) {
            var left = decision.paidCents();
            for (var each : decision.lines()) {
                left -= each.no() == 0 ? 0 : each.paidCents();
            }
            return left;
        }
        var own = own(decision);
        return own == null ? 0 : own.paidCents();
    }

    /// What a reversal takes back on the line.
    long takenBackCents(Turn.Reversed reversed) {
        var takesBack = reversed.takesBack();
        if (takesBack != null) {
            return paidCents(takesBack);
        }
        if (whole) {
            return -reversed.reversal().paidCents();
        }
        var cents = 0L;
        for (var each : reversed.reversal().lines()) {
            cents += each.no() == line ? -each.paidCents() : 0;
        }
        return cents;
    }

    private @Nullable DecisionLine own(PayerDecision decision) {
        for (var each : decision.lines()) {
            if (versions.firstNo(decision.claimVersion(), each.no()) == line) {
                return each;
            }
        }
        return null;
    }

    private boolean isOtherPart(PayerDecision decision) {
        return part != null
                && versions.isPart(decision)
                && part.payerControlNumber() != null
                && decision.payerControlNumber() != null
                && !part.payerControlNumber().equals(decision.payerControlNumber());
    }

    private static Finding worst(List<DecisionLine> lines) {
        for (var each : lines) {
            if (each.finding().result() != Result.CLEAR) {
                return each.finding();
            }
        }
        return CLEAR;
    }

    private static final Finding CLEAR = new Finding(Result.CLEAR, 0, null, null, null);
}
