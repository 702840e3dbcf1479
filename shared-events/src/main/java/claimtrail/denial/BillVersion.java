package claimtrail.denial;

import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One version of a bill, in the order in which the versions were sent.
///
/// @param no from 1, by the day of submission
/// @param recordedNo the number it got when we learnt of it: answers recorded against it use its line numbers
/// @param submittedOn absent where only an answer is known
/// @param frequency `1` new, `7` corrected, others as sent; empty where only an answer is known
/// @param lines each with the number it had in the version before, where that was another
/// @param rejected a clearinghouse or payer sent it back unread
public record BillVersion(
        int no,
        int recordedNo,
        @Nullable LocalDate submittedOn,
        String frequency,
        long chargeCents,
        List<Line> lines,
        boolean rejected) {

    public BillVersion {
        lines = List.copyOf(lines);
    }

    /// The line with a number.
    public Optional<Line> line(int number) {
        return lines.stream().filter(it -> it.no() == number).findFirst();
    }

    /// Submitted not later than a day; nobody told us the day of an inferred one, so it never stands against.
    public boolean isSentBy(LocalDate day) {
        return submittedOn == null || !submittedOn.isAfter(day);
    }

    BillVersion sentBack() {
        return new BillVersion(no, recordedNo, submittedOn, frequency, chargeCents, lines, true);
    }
}
