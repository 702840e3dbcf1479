package claimtrail.event.claim;

import claimtrail.event.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payer's answer to one line, as sent, with our finding beside it.
///
/// @param no the line of the claim; 0 = the claim as a whole
/// @param recodedFrom the code that was billed, where the payer answers another
public record DecisionLine(
        int no,
        long chargeCents,
        long paidCents,
        @Nullable Long allowedCents,
        @Nullable String paidCode,
        @Nullable String recodedFrom,
        List<Adjustment> adjustments,
        List<Reason> remarks,
        Finding finding) {

    public DecisionLine {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }
}
