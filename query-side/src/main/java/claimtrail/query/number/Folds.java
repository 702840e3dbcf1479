package claimtrail.query.number;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.metric.imports.ImportFold;
import claimtrail.metric.learning.SessionFold;
import claimtrail.metric.pattern.PatternFold;

/// The folds whose sums are shown: one for each kind of stream. No measure is posted by two of them.
public final class Folds {

    private Folds() {}

    /// Their names, as the tables know them.
    public static String[] shown() {
        return new String[] {ClaimFold.NAME, ImportFold.NAME, SessionFold.NAME, PatternFold.NAME};
    }
}
