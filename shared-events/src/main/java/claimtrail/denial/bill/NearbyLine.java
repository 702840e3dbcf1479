package claimtrail.denial.bill;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of another claim of the same patient, not voided.
///
/// @param provider who rendered it
/// @param group the billing provider; absent where the claim names none
/// @param units services on the line, at least 1
/// @param toldBefore we learnt of it before the claim that is looked at: of one day, the later claim exceeds a limit
public record NearbyLine(
        UUID claim,
        int no,
        String code,
        LocalDate on,
        @Nullable UUID provider,
        @Nullable UUID group,
        int units,
        boolean toldBefore) {}
