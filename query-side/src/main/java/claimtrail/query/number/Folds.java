package claimtrail.query.number;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.metric.imports.ImportFold;
import claimtrail.metric.learning.SessionFold;
import claimtrail.metric.pattern.PatternFold;
import claimtrail.query.web.Asked;

/// The folds whose sums answer a question: one for each kind of stream. No measure is posted by two of them.
public final class Folds {

    private Folds() {}

    /// Their names, as the tables know them.
    public static String[] of(Asked asked) {
        return with(asked.fold());
    }

    /// The names of those that are shown when nobody asks for another version.
    public static String[] standard() {
        return with(ClaimFold.NAME);
    }

    private static String[] with(String ofClaims) {
        return new String[] {ofClaims, ImportFold.NAME, SessionFold.NAME, PatternFold.NAME};
    }
}
