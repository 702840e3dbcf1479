package claimtrail.command.claim;

import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of a bill.
///
/// @param submittedOn absent where only an answer is known
/// @param rejected a clearinghouse or payer sent it back unread
record Version(int no, @Nullable LocalDate submittedOn, long chargeCents, List<Line> lines, boolean rejected) {

    Version {
        lines = List.copyOf(lines);
    }

    Optional<Line> line(int number) {
        return lines.stream().filter(it -> it.no() == number).findFirst();
    }

    /// Submitted not later than a day; nobody told us the day of an inferred one, so it never stands against.
    boolean isSentBy(LocalDate day) {
        return submittedOn == null || !submittedOn.isAfter(day);
    }
}
