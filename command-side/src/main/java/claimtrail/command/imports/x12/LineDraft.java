package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one SVC loop of an 835.
final class LineDraft {

    private final Intake intake;
    private final OpenRecord record;
    private final boolean version4010;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean open;
    private int no;
    private @Nullable Procedure procedure;
    private @Nullable Procedure original;
    private long chargeCents;
    private long paidCents;
    private @Nullable String revenueCode;
    private @Nullable BigDecimal units;
    private @Nullable BigDecimal originalUnits;
    private @Nullable LocalDate serviceFrom;
    private @Nullable LocalDate serviceTo;
    private @Nullable String controlNumber;
    private @Nullable String policyId;
    private @Nullable String renderingNpi;
    private @Nullable Long allowedCents;

    LineDraft(Intake intake, OpenRecord record, boolean version4010) {
        this.intake = intake;
        this.record = record;
        this.version4010 = version4010;
    }

    boolean isOpen() {
        return open;
    }

    void abandon() {
        open = false;
    }

    void begin(Segment s, int lineNo) {
        open = true;
        no = lineNo;
        adjustments.clear();
        remarks.clear();
        procedure = Codes.procedure(s, 1);
        chargeCents = record.owedMoney(s, 2);
        paidCents = record.owedMoney(s, 3);
        revenueCode = s.textOrNull(4);
        units = record.quantity(s, 5);
        original = Codes.procedure(s, 6);
        originalUnits = record.quantity(s, 7);
        serviceFrom = serviceTo = null;
        controlNumber = policyId = renderingNpi = null;
        allowedCents = null;
    }

    boolean visit(Segment s) {
        switch (s.tag) {
            case Tag.CAS -> Codes.adjustments(s, record, version4010, adjustments, intake.limits.adjustments());
            case Tag.DTM -> day(s);
            case Tag.REF -> reference(s);
            case Tag.AMT -> allowedCents = s.code(1) == ('B' << 8 | '6') ? record.moneyOrNull(s, 2) : allowedCents;
            case Tag.LQ -> remark(s);
            default -> {
                return false;
            }
        }
        return true;
    }

    RemittedLine close() {
        open = false;
        return new RemittedLine(
                no,
                procedure,
                chargeCents,
                paidCents,
                revenueCode,
                units,
                original,
                originalUnits,
                serviceFrom,
                serviceTo,
                controlNumber,
                policyId,
                renderingNpi,
                allowedCents,
                adjustments,
                remarks);
    }

    private void day(Segment s) {
        switch (s.code(1)) {
            case '4' << 16 | '7' << 8 | '2' -> {
                serviceFrom = record.firstDay(s, 2);
                serviceTo = record.lastDay(s, 2);
            }
            case '1' << 16 | '5' << 8 | '0' -> serviceFrom = record.firstDay(s, 2);
            case '1' << 16 | '5' << 8 | '1' -> serviceTo = record.firstDay(s, 2);
            default -> {}
        }
    }

    private void reference(Segment s) {
        switch (s.code(1)) {
            case '6' << 8 | 'R' -> controlNumber = s.textOrNull(2);
            case '0' << 8 | 'K' -> policyId = s.textOrNull(2);
            case 'H' << 16 | 'P' << 8 | 'I' -> renderingNpi = record.npi(s, 2);
            default -> {}
        }
    }

    private void remark(Segment s) {
        if (s.code(1) == ('H' << 8 | 'E')) {
            Codes.remark(s, record, 2, remarks, intake.limits.adjustments());
        }
    }
}
