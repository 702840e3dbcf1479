package claimtrail.query.reason;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a code means on a day.
///
/// @param system whose code it is: `CARC`
/// @param remark only beside this remark; absent: any
/// @param group only in this adjustment group; absent: any
/// @param payer only of this payer; absent: any
/// @param effect `NEUTRAL`, `COST_SHARE` or `DENYING`
/// @param reasonClass absent where nothing is denied
/// @param preventable `YES`, `MOSTLY`, `PARTLY` or `NO`; absent where nobody knows
/// @param usualFix what the claims office usually does; absent for a class that was published later
/// @param effectiveTo first day on which it no longer holds
/// @param own whether the practice itself said so
/// @param event the fact that says so
public record ReasonView(
        String system,
        String code,
        @Nullable String remark,
        @Nullable String group,
        @Nullable UUID payer,
        String effect,
        @Nullable String reasonClass,
        @Nullable String category,
        @Nullable String preventable,
        @Nullable String usualFix,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean own,
        String event) {}
