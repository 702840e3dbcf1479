package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CLAIM_WITHOUT_LINES;
import static claimtrail.command.imports.x12.FindingCode.CODE_UNREADABLE;
import static claimtrail.command.imports.x12.FindingCode.ID_REUSED;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.LINES_VS_CLAIM;
import static claimtrail.command.imports.x12.FindingCode.REQUIRED_MISSING;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one CLM loop: the claim before the first LX, other payers behind an SBR, then the lines.
final class SubmissionDraft {

    private final Intake intake;
    private final Envelope envelope;
    private final OpenRecord record;
    private final ServiceDraft line;
    private final boolean professional;
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<PriorPayer> priorPayers = new ArrayList<>();
    private final List<SubmittedLine> lines = new ArrayList<>();
    private @Nullable PriorDraft prior;
    private boolean institutional;
    private boolean ordered;
    private String accountNumber = "";
    private long chargeCents;
    private @Nullable String batchId;
    private @Nullable String purpose;
    private @Nullable LocalDate batchOn;
    private @Nullable String sequence;
    private @Nullable String classCode;
    private @Nullable String facilityCode;
    private @Nullable String frequency;
    private @Nullable ClaimParties above;
    private @Nullable Patient patient;
    private @Nullable String payerControlNumber;
    private @Nullable String authorization;
    private @Nullable String referral;
    private @Nullable String clearinghouse;
    private @Nullable String attachment;
    private @Nullable LocalDate statementFrom;
    private @Nullable LocalDate statementTo;
    private @Nullable LocalDate onsetOn;
    private @Nullable LocalDate admittedOn;
    private @Nullable LocalDate dischargedOn;
    private @Nullable Party rendering;
    private @Nullable Party attending;
    private @Nullable Party operating;
    private @Nullable Party facility;
    private @Nullable Party referring;
    private @Nullable String note;

    SubmissionDraft(Intake intake, Envelope envelope) {
        this.intake = intake;
        this.envelope = envelope;
        record = new OpenRecord(intake);
        line = new ServiceDraft(intake, record, envelope.isVersion4010());
        var version = envelope.version();
        institutional = version != null && (version.contains("X223") || version.contains("X096"));
        professional = version != null && (version.contains("X222") || version.contains("X098"));
    }

    static Party party(Segment s, OpenRecord record) {
        var named = Party.of(s.textOrNull(3), s.upper(8), s.textOrNull(9));
        if (named.npi() != null) {
            record.npi(s, 9);
        }
        return named;
    }

    boolean isOpen() {
        return record.isOpen();
    }

    boolean hasLines() {
        return ordered;
    }

    boolean isInOtherPayer() {
        return prior != null && !ordered;
    }

    void begin(
            Segment s,
            @Nullable String batch,
            @Nullable String batchPurpose,
            @Nullable LocalDate batchDay,
            @Nullable String payerSequence,
            @Nullable String payerClass,
            ClaimParties parties,
            Patient person) {
        clear();
        batchId = batch;
        purpose = batchPurpose;
        batchOn = batchDay;
        sequence = payerSequence;
        classCode = payerClass;
        above = parties;
        patient = person;
        accountNumber = s.text(1);
        record.begin(s, accountNumber);
        if (s.overLimit) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return;
        }
        if (accountNumber.isEmpty()) {
            record.refuse(REQUIRED_MISSING, s, 1);
        }
        chargeCents = record.owedMoney(s, 2);
        facilityCode = s.componentOrNull(5, 1);
        frequency = s.componentOrNull(5, 3);
        if ("6".equals(frequency)) { // no longer in use; read as 7
            record.warn(CODE_UNREADABLE, s, 5);
        }
    }

    /// Takes a segment; false when a claim has no use for it.
    boolean visit(Segment s) {
        record.reach(s);
        if (s.overLimit) {
            record.refuse(LIMIT_EXCEEDED, s, 0);
            return true;
        }
        boolean service = s.tag == Tag.SV1 || s.tag == Tag.SV2;
        if (s.tag == Tag.LX || (service && line.hasService())) {
            closePrior();
            closeLine();
            ordered = true;
            if (lines.size() >= intake.limits.lines()) {
                record.refuse(LIMIT_EXCEEDED, s, 0);
                return true;
            }
            line.begin(s, lines.size() + 1);
            if (s.tag == Tag.LX) {
                return true;
            }
        }
        if (s.tag == Tag.SV2 && !professional) {
            institutional = true;
        }
        if (line.isOpen()) {
            return line.visit(s);
        }
        return (prior == null || s.tag == Tag.SBR) ? visitClaim(s) : prior.visit(s, record);
    }

    void close(boolean cut) {
        if (!record.isOpen()) {
            return;
        }
        closePrior();
        closeLine();
        if (lines.isEmpty() && !cut) {
            record.refuse(CLAIM_WITHOUT_LINES, "CLM");
        }
        if (!record.close()) {
            return;
        }
        var claim = claim();
        if (cut) {
            intake.hold(claim, TRANSACTION_CUT, "CLM");
            return;
        }
        long lineCents = 0;
        for (var it : claim.lines()) {
            lineCents += it.chargeCents();
        }
        if (record.amountsKnown() && lineCents != chargeCents) {
            record.warn(LINES_VS_CLAIM, "CLM02");
        }
        if (intake.numbers.isReused(accountNumber)) {
            record.warn(ID_REUSED, "CLM01");
        }
        intake.store(claim);
    }

    private boolean visitClaim(Segment s) {
        switch (s.tag) {
            case Tag.SBR -> {
                closePrior();
                if (priorPayers.size() >= intake.limits.adjustments()) {
                    record.refuse(LIMIT_EXCEEDED, s, 0);
                    return true;
                }
                prior = new PriorDraft(s, envelope.isVersion4010(), intake.limits.adjustments());
            }
            case Tag.SV1, Tag.SV2 -> {
                ordered = true;
                line.begin(s, 1);
                return line.visit(s);
            }
            case Tag.HI -> diagnoses(s);
            case Tag.REF -> reference(s);
            case Tag.DTP -> day(s);
            case Tag.NM1 -> name(s);
            case Tag.PWK -> attachment = s.textOrNull(6);
            case Tag.NTE -> note = record.joined(note, s, 2, intake.limits.elementBytes());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void closePrior() {
        if (prior != null) {
            priorPayers.add(prior.close());
        }
        prior = null;
    }

    private void closeLine() {
        if (line.isOpen()) {
            var closed = line.close();
            if (lines.size() < intake.limits.lines()) {
                lines.add(closed);
            }
        }
    }

    private void diagnoses(Segment s) {
        for (int i = 1; i <= s.elements(); i++) {
            if (!isDiagnosis(s.componentCode(i, 1))) {
                continue;
            }
            var sent = s.upper(s.component(i, 2));
            var code = sent.indexOf('.') < 0 ? sent : sent.replace(".", "");
            if (code.length() < 3 || code.length() > 7) {
                record.warn(CODE_UNREADABLE, s, i);
            }
            if (diagnoses.size() == intake.limits.elements()) {
                record.refuse(LIMIT_EXCEEDED, s, i);
                return;
            }
            diagnoses.add(new Diagnosis(s.upper(s.component(i, 1)), code));
        }
    }

    private static boolean isDiagnosis(int qualifier) {
        return switch (qualifier) {
            case 'A' << 16 | 'B' << 8 | 'K', 'A' << 16 | 'B' << 8 | 'F', 'A' << 16 | 'B' << 8 | 'J' -> true;
            case 'A' << 16 | 'P' << 8 | 'R', 'A' << 16 | 'B' << 8 | 'N' -> true;
            case 'B' << 8 | 'K', 'B' << 8 | 'F', 'B' << 8 | 'J', 'P' << 8 | 'R', 'B' << 8 | 'N' -> true;
            default -> false;
        };
    }

    private void reference(Segment s) {
        switch (s.code(1)) {
            case 'F' << 8 | '8' -> payerControlNumber = s.textOrNull(2);
            case 'G' << 8 | '1' -> authorization = s.textOrNull(2);
            case '9' << 8 | 'F' -> referral = s.textOrNull(2);
            case 'D' << 8 | '9' -> clearinghouse = s.textOrNull(2);
            default -> {}
        }
    }

    private void day(Segment s) {
        switch (s.code(1)) {
            case '4' << 16 | '3' << 8 | '4' -> {
                statementFrom = record.firstDay(s, 3);
                statementTo = record.lastDay(s, 3);
            }
            case '4' << 16 | '3' << 8 | '1' -> onsetOn = record.firstDay(s, 3);
            case '4' << 16 | '3' << 8 | '5' -> admittedOn = record.firstDay(s, 3);
            case '0' << 16 | '9' << 8 | '6' -> dischargedOn = isHour(s) ? null : record.firstDay(s, 3);
            default -> {}
        }
    }

    /// 5010 sends the hour of the discharge, not its day.
    private static boolean isHour(Segment s) {
        return s.code(2) == ('T' << 8 | 'M');
    }

    private void name(Segment s) {
        switch (s.code(1)) {
            case '8' << 8 | '2' -> rendering = party(s, record);
            case '7' << 8 | '1' -> attending = party(s, record);
            case '7' << 8 | '2' -> operating = party(s, record);
            case '7' << 8 | '7' -> facility = party(s, record);
            case 'D' << 8 | 'N' -> referring = party(s, record);
            default -> {}
        }
    }

    private SubmittedClaim claim() {
        var by = above == null ? new ClaimParties(null, null, null, null, null, null, null) : above;
        var whom = patient == null ? new Patient(null, null, null, null, null, null) : patient;
        return new SubmittedClaim(
                record.place(),
                envelope,
                institutional,
                batchId,
                purpose,
                accountNumber,
                chargeCents,
                facilityCode,
                frequency,
                sequence,
                classCode,
                new ClaimNumbers(payerControlNumber, authorization, referral, clearinghouse, attachment),
                new ClaimDates(statementFrom, statementTo, onsetOn, admittedOn, dischargedOn, batchOn),
                new ClaimParties(by.billing(), by.payer(), rendering, attending, operating, facility, referring),
                new Patient(whom.person(), whom.insured(), null, whom.group(), whom.relationship(), note),
                diagnoses,
                priorPayers,
                lines,
                record.amountsKnown());
    }

    private void clear() {
        diagnoses.clear();
        priorPayers.clear();
        lines.clear();
        line.abandon();
        prior = null;
        ordered = false;
        chargeCents = 0;
        facilityCode = frequency = null;
        payerControlNumber = authorization = referral = clearinghouse = attachment = note = null;
        statementFrom = statementTo = onsetOn = admittedOn = dischargedOn = null;
        rendering = attending = operating = facility = referring = null;
    }
}
