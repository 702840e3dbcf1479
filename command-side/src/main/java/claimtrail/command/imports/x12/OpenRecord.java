package claimtrail.command.imports.x12;

import claimtrail.command.provider.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The record a reader is inside of: where it began, whether it can still be stored, and its values as they are read.
///
/// A fatal fault refuses the record; what follows of it is still read, so that all its faults are reported.
final class OpenRecord {

    private final Intake intake;
    private boolean open;
    private boolean refused;
    private boolean limitPassed;
    private boolean amountsKnown;
    private String number = "";
    private long firstSegment;
    private long lastSegment;
    private long from;
    private long to;

    OpenRecord(Intake intake) {
        this.intake = intake;
    }

    void begin(Segment at, String claimNumber) {
        open = true;
        refused = false;
        limitPassed = false;
        amountsKnown = true;
        number = claimNumber;
        firstSegment = at.number;
        from = at.from;
        intake.records++;
        reach(at);
    }

    /// The record reaches at least to this segment.
    void reach(Segment at) {
        lastSegment = at.number;
        to = at.to;
    }

    /// Ends the record; true when it may be handed on.
    boolean close() {
        open = false;
        if (refused) {
            intake.refused++;
        }
        return !refused;
    }

    boolean isOpen() {
        return open;
    }

    boolean amountsKnown() {
        return amountsKnown;
    }

    Place place() {
        return new Place(intake.findings.transaction, firstSegment, lastSegment, from, to);
    }

    void refuse(FindingCode code, Segment at, int element) {
        refused = true;
        if (code == FindingCode.LIMIT_EXCEEDED) { // once is enough: what passes a limit may go on for ever
            if (limitPassed) {
                return;
            }
            limitPassed = true;
        }
        intake.findings.report(intake.findings.of(code, Severity.REFUSED, at, element), numberOrNull());
    }

    void refuse(FindingCode code, String where) {
        refused = true;
        var at = new Finding(code, Severity.REFUSED, intake.findings.transaction, firstSegment, from, to - from, where);
        intake.findings.report(at, numberOrNull());
    }

    void warn(FindingCode code, Segment at, int element) {
        intake.findings.report(intake.findings.of(code, Severity.WARNING, at, element), numberOrNull());
    }

    void warn(FindingCode code, String where) {
        var at = new Finding(code, Severity.WARNING, intake.findings.transaction, firstSegment, from, to - from, where);
        intake.findings.report(at, numberOrNull());
    }

    /// An amount that may be left out; empty is 0.
    long money(Segment at, int element) {
        long cents = at.cents(element);
        if (Amount.isFault(cents)) {
            refuse(Amount.fault(cents), at, element);
            return 0;
        }
        return cents;
    }

    @Nullable
    Long moneyOrNull(Segment at, int element) {
        return at.has(element) ? (Long) money(at, element) : null;
    }

    /// An amount the segment must have: when it was cut off, the record stays out of money figures.
    long owedMoney(Segment at, int element) {
        if (at.elements() < element) {
            missAmount(at, element);
        }
        return money(at, element);
    }

    void missAmount(Segment at, int element) {
        amountsKnown = false;
        warn(FindingCode.SEGMENT_SHORT, at, element);
    }

    /// A quantity; what cannot be read is unknown, not a fault of the record.
    @Nullable
    BigDecimal quantity(Segment at, int element) {
        var quantity = at.quantity(element);
        if (quantity == null && at.has(element)) {
            warn(FindingCode.AMOUNT_UNREADABLE, at, element);
        }
        return quantity;
    }

    /// The day, or the first day of a range; a day that cannot be read refuses the record.
    @Nullable
    LocalDate firstDay(Segment at, int element) {
        return day(at, element, at.has(element) ? at.from(element) : 0, dash(at, element));
    }

    /// The last day of a range, or null when it is none.
    @Nullable
    LocalDate lastDay(Segment at, int element) {
        if (!at.has(element) || dash(at, element) == at.to(element)) {
            return null;
        }
        return day(at, element, dash(at, element) + 1, at.to(element));
    }

    /// A day without which the record is still good.
    @Nullable
    LocalDate dayOrWarn(Segment at, int element) {
        if (!at.has(element)) {
            return null;
        }
        var day = intake.dates.day(at.bytes, at.from(element), at.to(element));
        if (day == null) {
            warn(FindingCode.DATE_UNREADABLE, at, element);
        }
        return day;
    }

    /// A National Provider Identifier of this element when the qualifier before it says so.
    @Nullable
    String npi(Segment at, int element) {
        var npi = at.textOrNull(element);
        if (npi != null && !Npi.isValid(npi)) {
            warn(FindingCode.NPI_CHECK_DIGIT, at, element);
        }
        return npi;
    }

    /// A text and one more piece of it, as long as it stays within the limit of an element.
    @Nullable
    String joined(@Nullable String before, Segment at, int element, int most) {
        if (before == null || !at.has(element)) {
            return before == null ? at.textOrNull(element) : before;
        }
        if (before.length() + at.length(element) > most) {
            refuse(FindingCode.LIMIT_EXCEEDED, at, element);
            return before;
        }
        return before + '\n' + at.text(element);
    }

    private @Nullable LocalDate day(Segment at, int element, int fromByte, int toByte) {
        if (!at.has(element)) {
            return null;
        }
        var day = intake.dates.day(at.bytes, fromByte, toByte);
        if (day == null) {
            refuse(FindingCode.DATE_UNREADABLE, at, element);
        }
        return day;
    }

    private static int dash(Segment at, int element) {
        if (!at.has(element)) {
            return 0;
        }
        int p = at.from(element);
        int end = at.to(element);
        while (p < end && at.bytes[p] != '-') {
            p++;
        }
        return p;
    }

    private @Nullable String numberOrNull() {
        return open && !number.isEmpty() ? number : null;
    }
}
