package claimtrail.event.claim;

import claimtrail.event.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payer's answer to one line, as sent, with our finding beside it.
///
/// @param no the line of the claim; 0 = the claim as a whole
/// @param recodedFrom the code that was billed, where the payer answers another
/// @param sent by what the line can be found again in another version; absent where the answer tells none of it
public record DecisionLine(
        int no,
        long chargeCents,
        long paidCents,
        @Nullable Long allowedCents,
        @Nullable String paidCode,
        @Nullable String recodedFrom,
        List<Adjustment> adjustments,
        List<Reason> remarks,
        Finding finding,
        @Nullable Sent sent) {

    public DecisionLine {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /// What the answer tells of the line besides code and charge.
    ///
    /// @param controlNumber the number of the line as the payer returns it
    public record Sent(
            @Nullable String controlNumber,
            List<String> modifiers,
            @Nullable LocalDate serviceFrom) {
        public Sent {
            modifiers = List.copyOf(modifiers);
        }
    }

    /// The same words about a line under another number.
    public DecisionLine as(int number) {
        return number == no
                ? this
                : new DecisionLine(
                        number,
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

    /// The same words about a line with another finding.
    public DecisionLine found(Finding other) {
        return new DecisionLine(
                no, chargeCents, paidCents, allowedCents, paidCode, recodedFrom, adjustments, remarks, other, sent);
    }
}
