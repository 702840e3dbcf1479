package claimtrail.query.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a pattern rests on, line by line, and what speaks against it.
///
/// @param totals of all lines: the pattern's frequency and impact
/// @param lines the latest first
/// @param counter absent where the detector does not look at pairs of lines
/// @param frequency where the claims are re-added from their postings
/// @param impact where the money is
public record EvidenceView(
        Totals totals, List<Line> lines, @Nullable Counter counter, String frequency, String impact) {

    public EvidenceView {
        lines = List.copyOf(lines);
    }

    /// What the lines come to; a claim counts once, however many of its lines are denied.
    public record Totals(long claims, long lines, long deniedCents) {}

    /// A line that the first decision denies and that belongs to the pattern.
    ///
    /// @param number of the claim; absent where only a decision is known
    /// @param line 0: the claim as a whole
    /// @param code absent for the claim as a whole
    /// @param deniedCents 0 where the payer named no amounts
    /// @param rule that ties the line to the pattern, with its version
    /// @param asserted a source said so and nobody tested it
    /// @param decision the position of the payer's decision in the log
    /// @param link the position of the fact that ties the line to the pattern
    public record Line(
            UUID claim,
            @Nullable String number,
            int line,
            @Nullable String code,
            List<String> modifiers,
            UUID payer,
            LocalDate decidedOn,
            long deniedCents,
            String rule,
            boolean asserted,
            long decision,
            long link) {}

    /// Claims with a visit beside a procedure that were decided in the window. A claim counts once in each number.
    ///
    /// @param fixWorks with modifier 25, and paid
    /// @param notAsked without, and paid
    /// @param bare without, whatever the decision
    /// @param bareDenied without, and denied by the pattern
    /// @param payers the same by payer, the most bare visits first
    public record Counter(long fixWorks, long notAsked, long bare, long bareDenied, List<OfPayer> payers) {}

    /// The same of one payer.
    ///
    /// @param leftOut it paid at least 10 bare visits and denied fewer than 5 % of them: advice does not concern it
    public record OfPayer(UUID payer, long fixWorks, long notAsked, long bare, long bareDenied, boolean leftOut) {}
}
