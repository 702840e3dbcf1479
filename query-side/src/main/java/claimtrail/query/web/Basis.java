package claimtrail.query.web;

/// Which day of a posting the window is laid on.
public enum Basis {
    /// The business day on which it happened.
    EVENT,
    /// The day on which its claim was submitted, whenever it happened.
    SUBMISSION;

    /// The column of the ledger.
    public String column() {
        return switch (this) {
            case EVENT -> "event_day";
            case SUBMISSION -> "cohort_day";
        };
    }

    /// As it stands in an address.
    public String word() {
        return switch (this) {
            case EVENT -> "event";
            case SUBMISSION -> "submission";
        };
    }
}
