package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another payer did before to one line (loop 2430).
///
/// @param payerId SVD01
/// @param paidCents SVD02
/// @param decidedOn DTP*573
public record PriorLine(
        @Nullable String payerId, long paidCents, @Nullable LocalDate decidedOn, List<Adjustment> adjustments) {

    public PriorLine {
        adjustments = List.copyOf(adjustments);
    }
}
