package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another payer did before: told by the sender of a claim, never a decision on this claim.
///
/// @param sequence SBR01: P, S, T
/// @param classCode SBR09
/// @param payer NM1*PR of loop 2330B
/// @param insured NM1*IL of loop 2330A
/// @param paidCents AMT*D; null when not told
/// @param decidedOn DTP*573
public record PriorPayer(
        @Nullable String sequence,
        @Nullable String classCode,
        @Nullable Party payer,
        @Nullable Person insured,
        @Nullable Long paidCents,
        @Nullable LocalDate decidedOn,
        List<Adjustment> adjustments) {

    public PriorPayer {
        adjustments = List.copyOf(adjustments);
    }
}
