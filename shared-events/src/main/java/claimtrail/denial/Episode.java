package claimtrail.denial;

import claimtrail.event.claim.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The denial of one line by one payer, from the first answer that denies or reduces it until it is paid,
/// written off, moved to the patient, given up or voided. A later denial of the line extends it and never opens
/// a second.
///
/// @param line the number the line had when it first appeared; 0 = the claim as a whole
/// @param movements its closings and reopenings, in the order of their days
/// @param recoveries money on the line after it opened; negative where the payer takes it back
/// @param overturned what appeals took back, one entry per appeal
/// @param appeals numbers of the appeals that dispute it, in the order of filing
/// @param level of the last appeal; 0 while there is none
/// @param denials how often the line was denied
public record Episode(
        int line,
        int payerSequence,
        UUID payer,
        Opening opened,
        State state,
        int level,
        List<Movement> movements,
        List<Recovery> recoveries,
        List<Overturned> overturned,
        List<Integer> appeals,
        int denials) {

    public Episode {
        movements = List.copyOf(movements);
        recoveries = List.copyOf(recoveries);
        overturned = List.copyOf(overturned);
        appeals = List.copyOf(appeals);
    }

    /// Where a denial stands.
    public enum State {
        OPEN,
        /// An appeal is open.
        APPEALED,
        /// Won by letter; payment is awaited.
        OVERTURNED,
        /// The last appeal is lost; another level may be open.
        UPHELD,
        CLOSED
    }

    /// The answer that opened it.
    ///
    /// @param dayAssumed nobody has told us the day
    /// @param cents denied by that answer: the amount of the episode for good
    /// @param appealLastDay absent where no terms are known
    public record Opening(
            LocalDate on,
            boolean dayAssumed,
            long cents,
            String decisionKey,
            int claimVersion,
            Finding finding,
            boolean appealable,
            @Nullable LocalDate appealLastDay) {}

    /// It closed, or opened again because the answer that closed it was taken back.
    public record Movement(LocalDate on, Road road, boolean closing) {}

    /// Money.
    public record Recovery(LocalDate on, Road road, long cents) {}

    /// What one appeal took back.
    ///
    /// @param stated the payer named the amount, or paid it; else it is the amount of the episode
    public record Overturned(int appealNo, LocalDate on, long cents, boolean stated) {}

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /// The day on which it closed; absent while it is open.
    public @Nullable LocalDate closedOn() {
        return isOpen() ? null : movements.getLast().on();
    }

    /// How it closed; absent while it is open.
    public @Nullable Road road() {
        return isOpen() ? null : movements.getLast().road();
    }

    /// Money on the line since it was denied, less what was taken back.
    public long recoveredCents() {
        var sum = 0L;
        for (var recovery : recoveries) {
            sum += recovery.cents();
        }
        return sum;
    }

    /// What appeals took back, at most the amount of the episode.
    public long overturnedCents() {
        var sum = 0L;
        for (var each : overturned) {
            sum += each.cents();
        }
        return sum;
    }

    /// Taken back by letter and not yet paid; 0 once it is closed.
    public long awaitedCents() {
        return state == State.OVERTURNED ? overturnedCents() - Math.max(0, recoveredCents()) : 0;
    }
}
