package claimtrail.denial;

import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import org.jspecify.annotations.Nullable;

/// What a reason means for one adjustment on one day.
///
/// @param reasonClass our name for the cause; absent where nothing is denied
/// @param preventable absent where nobody knows
public record Meaning(
        Effect effect,
        @Nullable String reasonClass,
        @Nullable String category,
        @Nullable Preventable preventable) {

    /// Our name for a cause that nobody has named.
    public static final String UNCLASSIFIED = "UNCLASSIFIED";

    /// What a code means that is in no table: it denies, and stands on the list of unmapped codes.
    static final Meaning UNKNOWN = new Meaning(Effect.DENYING, UNCLASSIFIED, "unclassified", null);

    /// The cause by name, also where the table gives none.
    String named() {
        return reasonClass == null ? UNCLASSIFIED : reasonClass;
    }
}
