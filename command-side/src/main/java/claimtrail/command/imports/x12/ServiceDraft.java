package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CODE_UNREADABLE;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.REQUIRED_MISSING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one LX loop of an 837.
final class ServiceDraft {

    private final Intake intake;
    private final OpenRecord record;
    private final boolean version4010;
    private final List<PriorLine> priorPayers = new ArrayList<>();
    private final List<Adjustment> priorAdjustments = new ArrayList<>();
    private boolean open;
    private boolean service;
    private int no;
    private @Nullable Procedure procedure;
    private @Nullable String revenueCode;
    private long chargeCents;
    private @Nullable String unit;
    private @Nullable BigDecimal units;
    private @Nullable String place;
    private List<Integer> pointers = List.of();
    private @Nullable LocalDate serviceFrom;
    private @Nullable LocalDate serviceTo;
    private @Nullable String controlNumber;
    private @Nullable String renderingNpi;
    private @Nullable String note;
    private boolean prior;
    private @Nullable String priorPayer;
    private long priorPaidCents;
    private @Nullable LocalDate priorDecidedOn;

    ServiceDraft(Intake intake, OpenRecord record, boolean version4010) {
        this.intake = intake;
        this.record = record;
        this.version4010 = version4010;
    }

    boolean isOpen() {
        return open;
    }

    boolean hasService() {
        return open && service;
    }

    void abandon() {
        open = false;
        service = false;
        prior = false;
    }

    void begin(Segment s, int lineNo) {
        open = true;
        service = false;
        prior = false;
        no = lineNo;
        priorPayers.clear();
        procedure = null;
        revenueCode = unit = place = controlNumber = renderingNpi = note = null;
        chargeCents = 0;
        units = null;
        pointers = List.of();
        serviceFrom = serviceTo = null;
        record.reach(s);
    }

    boolean visit(Segment s) {
        switch (s.tag) {
            case Tag.SV1 -> professional(s);
            case Tag.SV2 -> institutional(s);
            case Tag.DTP -> day(s);
            case Tag.REF -> controlNumber = s.code(1) == ('6' << 8 | 'R') ? s.textOrNull(2) : controlNumber;
            case Tag.NTE -> note = record.joined(note, s, 2, intake.limits.elementBytes());
            case Tag.NM1 -> {
                if (s.code(1) == ('8' << 8 | '2') && s.code(8) == ('X' << 8 | 'X')) {
                    renderingNpi = record.npi(s, 9);
                }
            }
            case Tag.SVD -> {
                closePrior();
                if (priorPayers.size() >= intake.limits.adjustments()) {
                    record.refuse(LIMIT_EXCEEDED, s, 0);
                    return true;
                }
                prior = true;
                priorPayer = s.textOrNull(1);
                priorPaidCents = record.owedMoney(s, 2);
            }
            case Tag.CAS -> priorAdjustments(s);
            default -> {
                return false;
            }
        }
        return true;
    }

    SubmittedLine close() {
        closePrior();
        open = false;
        if (!service) {
            record.refuse(REQUIRED_MISSING, "SV1");
        }
        return new SubmittedLine(
                no,
                procedure,
                revenueCode,
                chargeCents,
                unit,
                units,
                place,
                pointers,
                serviceFrom,
                serviceTo,
                controlNumber,
                renderingNpi,
                note == null ? null : new Note(note),
                priorPayers);
    }

    private void professional(Segment s) {
        service = true;
        procedure = Codes.procedure(s, 1);
        if (procedure == null) {
            record.refuse(REQUIRED_MISSING, s, 1);
        }
        chargeCents = record.owedMoney(s, 2);
        unit = s.upper(3);
        units = record.quantity(s, 4);
        place = s.textOrNull(5);
        pointers = pointers(s);
    }

    private void institutional(Segment s) {
        service = true;
        revenueCode = s.textOrNull(1);
        procedure = Codes.procedure(s, 2);
        if (procedure == null && revenueCode == null) {
            record.refuse(REQUIRED_MISSING, s, 1);
        }
        chargeCents = record.owedMoney(s, 3);
        unit = s.upper(4);
        units = record.quantity(s, 5);
    }

    private List<Integer> pointers(Segment s) {
        int count = s.components(7);
        if (count == 0) {
            return List.of();
        }
        var found = new ArrayList<Integer>(4);
        for (int i = 1; i <= Math.min(count, 4); i++) {
            int code = s.componentCode(7, i);
            int pointer = code >= '1' && code <= '9' ? code - '0' : twoDigits(code);
            if (pointer > 0) {
                found.add(pointer);
            } else if (code != 0) {
                record.warn(CODE_UNREADABLE, s, 7);
            }
        }
        return found;
    }

    private static int twoDigits(int code) {
        int tens = (code >> 8) - '0';
        int ones = (code & 0xFF) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : 0;
    }

    private void day(Segment s) {
        switch (s.code(1)) {
            case '4' << 16 | '7' << 8 | '2' -> {
                serviceFrom = record.firstDay(s, 3);
                serviceTo = record.lastDay(s, 3);
            }
            case '5' << 16 | '7' << 8 | '3' -> priorDecidedOn = record.dayOrWarn(s, 3);
            default -> {}
        }
    }

    private void priorAdjustments(Segment s) {
        Codes.adjustments(s, record, version4010, priorAdjustments, intake.limits.adjustments());
    }

    private void closePrior() {
        if (prior) {
            priorPayers.add(new PriorLine(priorPayer, priorPaidCents, priorDecidedOn, priorAdjustments));
        }
        prior = false;
        priorAdjustments.clear();
        priorDecidedOn = null;
    }
}
