package claimtrail.metric;

import java.time.LocalDate;

/// On which of its two days a posting is counted.
public enum Basis {
    /// The business day on which the fact happened.
    EVENT,
    /// The submission day of the claim, whenever the fact happened.
    SUBMISSION;

    /// As it stands in an address and an answer.
    public String word() {
        return switch (this) {
            case EVENT -> "event";
            case SUBMISSION -> "submission";
        };
    }

    /// The day of a cell on this basis.
    public LocalDate dayOf(Cell cell) {
        return switch (this) {
            case EVENT -> cell.eventDay();
            case SUBMISSION -> cell.cohortDay();
        };
    }
}
