package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.DecisionLine.Sent;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a denial rule looks at in an answer: the amounts and reasons as sent, without any finding.
///
/// @param status claim status as sent (CLP02)
/// @param adjustments claim level only
/// @param remarks claim level only
/// @param lines with numbers from 1; empty when only the claim as a whole was answered
public record Answered(
        UUID payer,
        @Nullable String status,
        long chargeCents,
        long paidCents,
        List<Adjustment> adjustments,
        List<Reason> remarks,
        List<AnsweredLine> lines) {

    public Answered {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
    }

    /// An answer to one line, as sent.
    ///
    /// @param sent what it tells of the line besides code and charge; no rule looks at it
    public record AnsweredLine(
            int no,
            long chargeCents,
            long paidCents,
            @Nullable Long allowedCents,
            @Nullable String paidCode,
            @Nullable String recodedFrom,
            List<Adjustment> adjustments,
            List<Reason> remarks,
            @Nullable Sent sent) {

        public AnsweredLine {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }

        /// A line of which the answer tells no more than its code.
        public AnsweredLine(
                int no,
                long chargeCents,
                long paidCents,
                @Nullable Long allowedCents,
                @Nullable String paidCode,
                @Nullable String recodedFrom,
                List<Adjustment> adjustments,
                List<Reason> remarks) {
            this(no, chargeCents, paidCents, allowedCents, paidCode, recodedFrom, adjustments, remarks, null);
        }

        DecisionLine found(Finding finding) {
            return new DecisionLine(
                    no,
                    chargeCents,
                    paidCents,
                    allowedCents,
                    paidCode,
                    recodedFrom,
                    adjustments,
                    remarks,
                    finding,
                    sent);
        }
    }

    /// A stored answer without the findings of its day, so that a rule can read it anew. Line 0 is the rule's
    /// own line and is left out.
    public static Answered of(PayerDecision decision) {
        return new Answered(
                decision.payer(),
                decision.status(),
                decision.chargeCents(),
                decision.paidCents(),
                decision.adjustments(),
                decision.remarks(),
                decision.lines().stream()
                        .filter(line -> line.no() > 0)
                        .map(line -> new AnsweredLine(
                                line.no(),
                                line.chargeCents(),
                                line.paidCents(),
                                line.allowedCents(),
                                line.paidCode(),
                                line.recodedFrom(),
                                line.adjustments(),
                                line.remarks(),
                                line.sent()))
                        .toList());
    }
}
