package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Further amounts of a decision; null when not told.
///
/// @param coveredCents AMT*AU
/// @param interestCents AMT*I
/// @param patientPaidCents AMT*F5
/// @param coveredDays QTY*CA
public record DecisionAmounts(
        @Nullable Long coveredCents,
        @Nullable Long interestCents,
        @Nullable Long patientPaidCents,
        @Nullable BigDecimal coveredDays) {}
