package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.PayerDecision.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a denial rule makes of one answer.
///
/// @param rule name and version of the rule: `denial/1`
/// @param lines as sent, each with its finding. Line 0, the claim as a whole, comes first: always when no lines
///     were sent, else only when the claim level denies. Its charge and payment are what the other lines leave,
///     so that the lines add up to the answer; its adjustments stand on the answer itself.
/// @param imbalanceCents charge − all adjustments − paid; 0 = balances
/// @param appealable false where a remark says that there is no appeal (MA130, N211)
/// @param primary the denying code with the largest amount over all lines; absent when none was sent
/// @param reasonClass our name for that cause; absent when nothing is denied
public record DenialReading(
        String rule,
        Outcome outcome,
        List<DecisionLine> lines,
        long imbalanceCents,
        boolean appealable,
        @Nullable Reason primary,
        @Nullable String reasonClass) {

    public DenialReading {
        lines = List.copyOf(lines);
    }

    /// What is denied on all lines together.
    public long deniedCents() {
        return lines.stream().mapToLong(line -> line.finding().deniedCents()).sum();
    }
}
