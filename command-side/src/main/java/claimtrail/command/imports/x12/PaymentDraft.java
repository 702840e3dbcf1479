package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Collects the header of an 835 and hands it on before the first decision asks for it.
final class PaymentDraft {

    private static final int PAYER = 'P' << 8 | 'R';
    private static final int PAYEE = 'P' << 8 | 'E';

    private final Intake intake;
    private final EnvelopeState envelope;
    private final OpenRecord record;
    private @Nullable PaymentHeader header;
    private int party;
    private @Nullable Party payer;
    private @Nullable Party payee;
    private @Nullable String handling;
    private @Nullable String method;
    private @Nullable String trace;
    private @Nullable String traceOrigin;
    private @Nullable LocalDate paidOn;
    private @Nullable LocalDate producedOn;
    private long amountCents;
    private boolean credit = true;
    private boolean amountKnown;
    private long lastSegment;
    private long to;

    PaymentDraft(Intake intake, EnvelopeState envelope) {
        this.intake = intake;
        this.envelope = envelope;
        record = new OpenRecord(intake);
        lastSegment = envelope.setSegment();
        to = envelope.setTo();
    }

    /// The header; from now on it is closed.
    PaymentHeader header() {
        if (header == null) {
            var decidedOn = paidOn != null ? paidOn : producedOn != null ? producedOn : envelope.day();
            header = new PaymentHeader(
                    place(),
                    envelope.current(),
                    handling,
                    amountCents,
                    credit,
                    method,
                    trace,
                    traceOrigin,
                    paidOn,
                    producedOn,
                    decidedOn,
                    basis(),
                    payer,
                    payee,
                    amountKnown);
            if (decidedOn == null) {
                intake.findings.warn(FindingCode.REQUIRED_MISSING, place(), "BPR16");
            }
            intake.sink.take(header);
        }
        return header;
    }

    Place place() {
        return new Place(intake.findings.transaction, envelope.setSegment(), lastSegment, envelope.setFrom(), to);
    }

    /// Takes a segment; false when the header has no use for it.
    boolean visit(Segment s) {
        if (header != null) {
            return false;
        }
        lastSegment = s.number;
        to = s.to;
        if (s.overLimit) {
            intake.findings.warn(FindingCode.LIMIT_EXCEEDED, s);
            return true;
        }
        switch (s.tag) {
            case Tag.BPR -> payment(s);
            case Tag.TRN -> {
                trace = s.textOrNull(2);
                traceOrigin = s.textOrNull(3);
            }
            case Tag.DTM -> producedOn = s.code(1) == Tag.of("405") ? record.dayOrWarn(s, 2) : producedOn;
            case Tag.N1 -> party(s);
            case Tag.REF -> reference(s);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// An unreadable amount leaves the payment unknown; its decisions have amounts of their own.
    private void payment(Segment s) {
        handling = s.upper(1);
        method = s.upper(4);
        credit = s.code(3) != 'D';
        long cents = s.cents(2);
        amountKnown = s.elements() >= 2 && !Amount.isFault(cents);
        amountCents = amountKnown ? cents : 0;
        if (Amount.isFault(cents)) {
            intake.findings.warn(Amount.fault(cents), s, 2);
        } else if (!amountKnown) {
            intake.findings.warn(FindingCode.SEGMENT_SHORT, s, 2);
        }
        paidOn = record.dayOrWarn(s, 16);
    }

    private void party(Segment s) {
        party = s.code(1);
        var named = Party.of(s.textOrNull(2), s.upper(3), s.textOrNull(4));
        if (named.npi() != null) {
            record.npi(s, 4);
        }
        if (party == PAYER) {
            payer = named;
        } else if (party == PAYEE) {
            payee = named;
        }
    }

    private void reference(Segment s) {
        int qualifier = s.code(1);
        if (party == PAYER && qualifier == ('2' << 8 | 'U') && payer != null) {
            payer = payer.withOtherId(s.textOrNull(2));
        } else if (party == PAYEE && qualifier == ('T' << 8 | 'J') && payee != null) {
            payee = payee.withTaxId(s.textOrNull(2));
        }
    }

    private @Nullable DayBasis basis() {
        if (paidOn != null) {
            return DayBasis.PAYMENT;
        }
        if (producedOn != null) {
            return DayBasis.PRODUCTION;
        }
        return envelope.day() == null ? null : DayBasis.ENVELOPE;
    }
}
