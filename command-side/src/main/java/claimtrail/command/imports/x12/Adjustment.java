package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One reason of a CAS segment.
///
/// @param group CO, PR, OA, PI, CR as sent, upper-case
/// @param code the adjustment reason (CARC), leading zeros dropped
/// @param cents positive lowers what is paid; 0 when no amount was sent
/// @param quantity units not paid
public record Adjustment(
        String group, String code, long cents, @Nullable BigDecimal quantity) {}
