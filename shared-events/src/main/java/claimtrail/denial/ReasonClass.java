package claimtrail.denial;

import claimtrail.event.reference.ReferenceEvent.Preventable;
import org.jspecify.annotations.Nullable;

/// Our name for a cause of denials, with what the claims office usually does about it.
///
/// @param name such as `MOD25`; patterns are kept by it
/// @param preventable absent where nobody knows
/// @param overturnPercent default share of worked denials that end paid, 0–100; a parameter, not a statistic
public record ReasonClass(
        String name,
        String category,
        @Nullable Preventable preventable,
        int overturnPercent,
        String happened,
        String cure) {}
