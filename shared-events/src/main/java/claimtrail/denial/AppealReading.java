package claimtrail.denial;

import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dispute over denied lines, with its one outcome whatever said so first; a letter's day goes before the
/// money's.
///
/// @param lines as filed
/// @param payerSequence the payer that denied them
/// @param dayAssumed nobody has told us the day of filing
/// @param ended absent while the appeal is open
public record AppealReading(
        int appealNo,
        int level,
        int payerSequence,
        List<Integer> lines,
        LocalDate filedOn,
        boolean dayAssumed,
        @Nullable LocalDate dueOn,
        @Nullable Ended ended) {

    public AppealReading {
        lines = List.copyOf(lines);
    }

    /// How it ended.
    ///
    /// @param basis REMITTANCE where an answer leaves no denial on its lines, or pays more on them, before any
    ///     letter
    /// @param lines what was taken back, line by line; empty unless overturned
    public record Ended(
            Outcome outcome, AnswerBasis basis, LocalDate on, boolean dayAssumed, List<OverturnedLine> lines) {
        public Ended {
            lines = List.copyOf(lines);
        }
    }

    /// What became of it.
    public enum Outcome {
        OVERTURNED,
        PARTLY,
        UPHELD,
        DISMISSED,
        WITHDRAWN;

        /// Whether the payer took something back.
        public boolean isOverturn() {
            return this == OVERTURNED || this == PARTLY;
        }
    }

    public boolean isOpen() {
        return ended == null;
    }

    /// Whether the payer took something back.
    public boolean isOverturned() {
        return ended != null && ended.outcome().isOverturn();
    }

    /// Whether money that comes on a day comes by this appeal: it had been filed, and was open or won.
    boolean explains(LocalDate day) {
        return !filedOn.isAfter(day)
                && (ended == null || ended.outcome().isOverturn() || ended.on().isAfter(day));
    }
}
