package claimtrail.event.claim;

import claimtrail.event.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A difference between charge and payment that the payer explains.
///
/// @param group who bears it, as sent: CO, PR, OA, PI, CR
/// @param cents positive lowers the payment
public record Adjustment(
        @Nullable String group,
        Reason reason,
        long cents,
        @Nullable BigDecimal quantity) {}
