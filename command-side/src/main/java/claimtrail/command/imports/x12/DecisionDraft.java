package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.DECISION_WITHOUT_CLAIM_ID;
import static claimtrail.command.imports.x12.FindingCode.ID_REUSED;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.REQUIRED_MISSING;
import static claimtrail.command.imports.x12.FindingCode.STATUS_UNKNOWN;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one CLP loop: CAS, MOA and the rest before the first SVC speak of the claim, behind it of the line.
final class DecisionDraft {

    private final Intake intake;
    private final boolean version4010;
    private final OpenRecord record;
    private final LineDraft line;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<RemittedLine> lines = new ArrayList<>();
    private @Nullable PaymentHeader payment;
    private String accountNumber = "";
    private String status = "";
    private long chargeCents;
    private long paidCents;
    private @Nullable Long patientShareCents;
    private @Nullable String payerClass;
    private @Nullable String payerControlNumber;
    private @Nullable String facility;
    private @Nullable String frequency;
    private @Nullable String drg;
    private @Nullable String group;
    private @Nullable String medicalRecord;
    private @Nullable String original;
    private @Nullable String authorization;
    private @Nullable String plan;
    private @Nullable String renderingNpi;
    private @Nullable Party crossover;
    private @Nullable Person person;
    private @Nullable Person insured;
    private @Nullable Person corrected;
    private @Nullable LocalDate statementFrom;
    private @Nullable LocalDate statementTo;
    private @Nullable LocalDate coverageEndOn;
    private @Nullable LocalDate receivedOn;
    private @Nullable Long coveredCents;
    private @Nullable Long interestCents;
    private @Nullable Long patientPaidCents;
    private @Nullable BigDecimal coveredDays;

    DecisionDraft(Intake intake, boolean version4010) {
        this.intake = intake;
        this.version4010 = version4010;
        record = new OpenRecord(intake);
        line = new LineDraft(intake, record, version4010);
    }

    boolean isOpen() {
        return record.isOpen();
    }

    long chargeCents() {
        return chargeCents;
    }

    long paidCents() {
        return paidCents;
    }

    void begin(Segment s, PaymentHeader header) {
        clear();
        payment = header;
        accountNumber = s.text(1);
        record.begin(s, accountNumber);
        if (s.overLimit) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return;
        }
        status(s);
        chargeCents = record.owedMoney(s, 3);
        paidCents = record.owedMoney(s, 4);
        patientShareCents = record.moneyOrNull(s, 5);
        payerClass = s.textOrNull(6);
        payerControlNumber = s.textOrNull(7);
        facility = s.textOrNull(8);
        frequency = s.textOrNull(9);
        drg = s.textOrNull(11);
    }

    /// Takes a segment; false when a decision has no use for it.
    boolean visit(Segment s) {
        record.reach(s);
        if (s.overLimit) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return true;
        }
        if (s.tag == Tag.SVC) {
            closeLine();
            if (lines.size() == intake.limits.lines()) {
                record.refuse(LIMIT_EXCEEDED, s, 0);
                return true;
            }
            line.begin(s, lines.size() + 1);
            return true;
        }
        return line.isOpen() ? line.visit(s) : visitClaim(s);
    }

    /// Ends the decision and hands it on; false when its amounts are not sure.
    boolean close(boolean cut) {
        closeLine();
        boolean sure = record.amountsKnown() && !cut;
        var header = payment;
        if (!record.close() || header == null) {
            return false;
        }
        var claim = claim(header);
        if (cut) {
            intake.hold(claim, TRANSACTION_CUT, "CLP");
            return false;
        }
        if (sure) {
            Balance.check(claim, record);
        }
        if (intake.numbers.isReused(accountNumber)) {
            record.warn(ID_REUSED, "CLP01");
        }
        intake.store(claim);
        return sure;
    }

    private void closeLine() {
        if (line.isOpen()) {
            lines.add(line.close());
        }
    }

    private void status(Segment s) {
        if (accountNumber.isEmpty()) {
            record.refuse(DECISION_WITHOUT_CLAIM_ID, s, 1);
        }
        status = s.text(2);
        switch (status) {
            case "1", "2", "3", "4", "19", "20", "21", "22", "23", "25" -> {}
            case "" -> record.refuse(REQUIRED_MISSING, s, 2);
            default -> record.warn(STATUS_UNKNOWN, s, 2);
        }
    }

    private boolean visitClaim(Segment s) {
        switch (s.tag) {
            case Tag.CAS -> Codes.adjustments(s, record, version4010, adjustments, intake.limits.adjustments());
            case Tag.NM1 -> name(s);
            case Tag.REF -> reference(s);
            case Tag.DTM -> day(s);
            case Tag.AMT -> amount(s);
            case Tag.QTY -> coveredDays = s.code(1) == ('C' << 8 | 'A') ? record.quantity(s, 2) : coveredDays;
            case Tag.MOA -> remarks(s, 3, 7);
            case Tag.MIA -> {
                remarks(s, 5, 5);
                remarks(s, 20, 23);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void remarks(Segment s, int first, int last) {
        for (int i = first; i <= last; i++) {
            Codes.remark(s, record, i, remarks, intake.limits.adjustments());
        }
    }

    private void name(Segment s) {
        switch (s.code(1)) {
            case 'Q' << 8 | 'C' -> person = Person.named(s);
            case 'I' << 8 | 'L' -> insured = Person.named(s);
            case '7' << 8 | '4' -> corrected = Person.named(s);
            case '8' << 8 | '2' -> renderingNpi = s.code(8) == ('X' << 8 | 'X') ? record.npi(s, 9) : null;
            case 'T' << 8 | 'T' -> crossover = Party.of(s.textOrNull(3), s.upper(8), s.textOrNull(9));
            default -> {}
        }
    }

    private void reference(Segment s) {
        switch (s.code(1)) {
            case '1' << 8 | 'L' -> group = s.textOrNull(2);
            case 'E' << 8 | 'A' -> medicalRecord = s.textOrNull(2);
            case 'F' << 8 | '8' -> original = s.textOrNull(2);
            case 'G' << 8 | '1' -> authorization = s.textOrNull(2);
            case 'C' << 8 | 'E' -> plan = s.textOrNull(2);
            default -> {}
        }
    }

    private void day(Segment s) {
        switch (s.code(1)) {
            case '2' << 16 | '3' << 8 | '2' -> statementFrom = record.firstDay(s, 2);
            case '2' << 16 | '3' << 8 | '3' -> statementTo = record.firstDay(s, 2);
            case '0' << 16 | '3' << 8 | '6' -> coverageEndOn = record.dayOrWarn(s, 2);
            case '0' << 16 | '5' << 8 | '0' -> receivedOn = record.firstDay(s, 2);
            default -> {}
        }
    }

    private void amount(Segment s) {
        switch (s.code(1)) {
            case 'A' << 8 | 'U' -> coveredCents = record.moneyOrNull(s, 2);
            case 'I' -> interestCents = record.moneyOrNull(s, 2);
            case 'F' << 8 | '5' -> patientPaidCents = record.moneyOrNull(s, 2);
            default -> {}
        }
    }

    private RemittedClaim claim(PaymentHeader header) {
        long imbalance = chargeCents - Balance.adjustedCents(adjustments, lines) - paidCents;
        return new RemittedClaim(
                record.place(),
                header,
                accountNumber,
                status,
                chargeCents,
                paidCents,
                patientShareCents,
                payerClass,
                facility,
                frequency,
                new DecisionNumbers(
                        payerControlNumber,
                        group,
                        medicalRecord == null ? null : new Note(medicalRecord),
                        original,
                        authorization,
                        plan,
                        drg,
                        renderingNpi,
                        crossover),
                new DecisionDates(statementFrom, statementTo, coverageEndOn, receivedOn),
                new DecisionAmounts(coveredCents, interestCents, patientPaidCents, coveredDays),
                new Patient(person, insured, corrected, null, null, null),
                adjustments,
                remarks,
                lines,
                imbalance,
                record.amountsKnown());
    }

    private void clear() {
        adjustments.clear();
        remarks.clear();
        lines.clear();
        line.abandon();
        status = "";
        chargeCents = 0;
        paidCents = 0;
        patientShareCents = null;
        payerClass = payerControlNumber = facility = frequency = drg = null;
        group = medicalRecord = original = authorization = plan = renderingNpi = null;
        crossover = null;
        person = insured = corrected = null;
        statementFrom = statementTo = coverageEndOn = receivedOn = null;
        coveredCents = interestCents = patientPaidCents = null;
        coveredDays = null;
    }
}
