package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.REQUIRED_MISSING;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what a 277CA says of one claim, from its TRN on.
final class AcknowledgementDraft {

    private final Intake intake;
    private final Envelope envelope;
    private final OpenRecord record;
    private final List<ClaimStatus> statuses = new ArrayList<>();
    private final List<AcknowledgedLine> lines = new ArrayList<>();
    private final List<ClaimStatus> lineStatuses = new ArrayList<>();
    private @Nullable Person person;
    private String accountNumber = "";
    private boolean byPayer;
    private @Nullable Party source;
    private @Nullable Party billing;
    private @Nullable String payerControlNumber;
    private @Nullable String clearinghouseNumber;
    private @Nullable LocalDate serviceFrom;
    private @Nullable LocalDate serviceTo;
    private boolean line;
    private @Nullable Procedure procedure;
    private @Nullable Long chargeCents;
    private @Nullable String controlNumber;

    AcknowledgementDraft(Intake intake, Envelope envelope) {
        this.intake = intake;
        this.envelope = envelope;
        record = new OpenRecord(intake);
    }

    boolean isOpen() {
        return record.isOpen();
    }

    void patient(@Nullable Person named) {
        person = named;
    }

    void begin(Segment trn, boolean payerAnswers, @Nullable Party who, @Nullable Party practice) {
        statuses.clear();
        lines.clear();
        line = false;
        payerControlNumber = clearinghouseNumber = null;
        serviceFrom = serviceTo = null;
        byPayer = payerAnswers;
        source = who;
        billing = practice;
        accountNumber = trn.text(2);
        record.begin(trn, accountNumber);
        if (accountNumber.isEmpty()) {
            record.refuse(REQUIRED_MISSING, trn, 2);
        }
    }

    boolean visit(Segment s) {
        record.reach(s);
        if (s.overLimit) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return true;
        }
        switch (s.tag) {
            case Tag.SVC -> beginLine(s);
            case Tag.REF -> reference(s);
            case Tag.DTP -> {
                if (!line && s.code(1) == ('4' << 16 | '7' << 8 | '2')) {
                    serviceFrom = record.firstDay(s, 3);
                    serviceTo = record.lastDay(s, 3);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void status(Segment s) {
        record.reach(s);
        var codes = new ArrayList<StatusCode>(1);
        for (int element : new int[] {1, 10, 11}) {
            if (s.has(element)) {
                codes.add(new StatusCode(
                        s.upper(s.component(element, 1)),
                        s.componentOrNull(element, 2),
                        s.componentOrNull(element, 3)));
            }
        }
        var to = line ? lineStatuses : statuses;
        if (to.size() == intake.limits.adjustments()) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return;
        }
        to.add(new ClaimStatus(codes, record.firstDay(s, 2), s.upper(3), record.moneyOrNull(s, 4)));
    }

    void close(boolean cut) {
        closeLine();
        if (statuses.isEmpty() && !cut) {
            record.refuse(REQUIRED_MISSING, "STC01");
        }
        if (!record.close()) {
            return;
        }
        var found = new Acknowledgement(
                record.place(),
                envelope,
                accountNumber,
                byPayer,
                source,
                billing,
                payerControlNumber,
                clearinghouseNumber,
                serviceFrom,
                serviceTo,
                new Patient(person, null, null, null, null, null),
                statuses,
                lines);
        if (cut) {
            intake.hold(found, TRANSACTION_CUT, "TRN");
        } else {
            intake.store(found);
        }
    }

    private void beginLine(Segment s) {
        closeLine();
        if (lines.size() == intake.limits.lines()) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return;
        }
        line = true;
        lineStatuses.clear();
        procedure = Codes.procedure(s, 1);
        chargeCents = record.moneyOrNull(s, 2);
        controlNumber = null;
    }

    private void closeLine() {
        if (line) {
            lines.add(new AcknowledgedLine(procedure, chargeCents, controlNumber, lineStatuses));
        }
        line = false;
    }

    private void reference(Segment s) {
        switch (s.code(1)) {
            case '1' << 8 | 'K' -> payerControlNumber = s.textOrNull(2);
            case 'D' << 8 | '9' -> clearinghouseNumber = s.textOrNull(2);
            case 'F' << 8 | 'J' -> controlNumber = line ? s.textOrNull(2) : controlNumber;
            default -> {}
        }
    }
}
