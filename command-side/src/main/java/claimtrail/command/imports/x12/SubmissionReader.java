package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads an 837: who stands above a claim (practice, insured, patient, payer), and the claims.
///
/// HL loops are read and not required: the last NM1*85, IL, QC and PR before a CLM apply.
final class SubmissionReader implements SetReader {

    private static final int BILLING = '8' << 8 | '5';
    private static final int INSURED = 'I' << 8 | 'L';
    private static final int PATIENT = 'Q' << 8 | 'C';
    private static final int PAYER = 'P' << 8 | 'R';

    private final Intake intake;
    private final EnvelopeState envelope;
    private final SubmissionDraft claim;
    private final OpenRecord above;
    private int who;
    private @Nullable String taxonomy;
    private @Nullable Party billing;
    private @Nullable Party payer;
    private @Nullable Person insured;
    private @Nullable Person patient;
    private @Nullable String sequence;
    private @Nullable String classCode;
    private @Nullable String group;
    private @Nullable String relationship;
    private @Nullable String patientRelationship;
    private @Nullable String batchId;
    private @Nullable String purpose;
    private @Nullable LocalDate batchOn;

    SubmissionReader(Intake intake, EnvelopeState envelope) {
        this.intake = intake;
        this.envelope = envelope;
        above = new OpenRecord(intake);
        claim = new SubmissionDraft(intake, envelope.current());
    }

    @Override
    public SetKind kind() {
        return SetKind.SUBMISSION;
    }

    @Override
    public void visit(Segment s) {
        switch (s.tag) {
            case Tag.HL -> {
                claim.close(false);
                level(s.code(3));
            }
            case Tag.CLM -> {
                claim.close(false);
                claim.begin(s, batchId, purpose, batchOn, sequence, classCode, parties(), who());
            }
            default -> {
                if (claim.isOpen() && isAbove(s)) {
                    claim.close(false);
                }
                if (!(claim.isOpen() ? claim.visit(s) : visitAbove(s)) && !isPassedOver(s.tag)) {
                    intake.findings.unknown(s);
                }
            }
        }
    }

    @Override
    public void end(boolean cut) {
        boolean open = claim.isOpen();
        claim.close(cut);
        if (cut && !open) {
            var place = new Place(
                    intake.findings.transaction,
                    envelope.setSegment(),
                    envelope.setSegment(),
                    envelope.setFrom(),
                    envelope.setTo());
            intake.findings.warn(FindingCode.TRANSACTION_CUT, place, "ST");
        }
    }

    /// Whether a segment inside a claim can only belong to the next practice, insured or patient.
    private boolean isAbove(Segment s) {
        if (s.tag == Tag.SBR) {
            return claim.hasLines();
        }
        if (s.tag != Tag.NM1 || claim.isInOtherPayer()) {
            return false;
        }
        int entity = s.code(1);
        return entity == BILLING || entity == INSURED || entity == PATIENT;
    }

    private void level(int code) {
        who = 0;
        switch (code) {
            case '2' << 8 | '0' -> {
                billing = null;
                taxonomy = null;
                forgetInsured();
            }
            case '2' << 8 | '2' -> forgetInsured();
            case '2' << 8 | '3' -> forgetPatient();
            default -> {}
        }
    }

    private void forgetInsured() {
        insured = null;
        payer = null;
        sequence = classCode = group = relationship = null;
        forgetPatient();
    }

    private void forgetPatient() {
        patient = null;
        patientRelationship = null;
    }

    private boolean visitAbove(Segment s) {
        if (s.overLimit) {
            intake.findings.warn(FindingCode.LIMIT_EXCEEDED, s);
            return true;
        }
        switch (s.tag) {
            case Tag.BHT -> {
                batchId = s.textOrNull(3);
                batchOn = above.dayOrWarn(s, 4);
                purpose = s.upper(6);
            }
            case Tag.PRV -> taxonomy = s.code(1) == ('B' << 8 | 'I') ? s.textOrNull(3) : taxonomy;
            case Tag.SBR -> {
                sequence = s.upper(1);
                relationship = s.textOrNull(2);
                group = s.textOrNull(3);
                classCode = s.upper(9);
            }
            case Tag.PAT -> patientRelationship = s.textOrNull(1);
            case Tag.NM1 -> name(s);
            case Tag.N3 -> address(s, 1, 2);
            case Tag.N4 -> address(s, 1, 3);
            case Tag.DMG -> born(s);
            case Tag.REF -> reference(s);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void name(Segment s) {
        who = s.code(1);
        switch (who) {
            case BILLING -> {
                forgetInsured();
                billing = SubmissionDraft.party(s, above);
            }
            case INSURED -> {
                forgetPatient();
                payer = null;
                insured = Person.named(s);
            }
            case PATIENT -> patient = Person.named(s);
            case PAYER -> payer = SubmissionDraft.party(s, above);
            default -> {}
        }
    }

    private void address(Segment s, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!s.has(i)) {
                continue;
            }
            if (who == INSURED && insured != null) {
                insured = insured.at(s.text(i));
            } else if (who == PATIENT && patient != null) {
                patient = patient.at(s.text(i));
            }
        }
    }

    private void born(Segment s) {
        if (who == INSURED && insured != null) {
            insured = insured.born(above.dayOrWarn(s, 2), s.textOrNull(3));
        } else if (who == PATIENT && patient != null) {
            patient = patient.born(above.dayOrWarn(s, 2), s.textOrNull(3));
        }
    }

    private void reference(Segment s) {
        int qualifier = s.code(1);
        if (who == BILLING && billing != null && (qualifier == ('E' << 8 | 'I') || qualifier == ('S' << 8 | 'Y'))) {
            billing = billing.withTaxId(s.textOrNull(2));
        } else if (who == PAYER && payer != null && qualifier == ('2' << 8 | 'U')) {
            payer = payer.withOtherId(s.textOrNull(2));
        }
    }

    private ClaimParties parties() {
        var practice = billing == null ? null : billing.withTaxonomy(taxonomy);
        return new ClaimParties(practice, payer, null, null, null, null, null);
    }

    /// The insured is the patient unless a patient is named.
    private Patient who() {
        var person = patient != null ? patient : insured;
        var related = patientRelationship != null ? patientRelationship : relationship;
        return new Patient(person, insured, null, group, related, null);
    }

    /// Segments an 837 may have and we have no use for.
    private static boolean isPassedOver(int tag) {
        return switch (tag) {
            case Tag.REF, Tag.DTP, Tag.AMT, Tag.QTY, Tag.MIA, Tag.MOA, Tag.NTE, Tag.PWK, Tag.HI, Tag.CAS -> true;
            case Tag.LQ, Tag.SVD, Tag.N3, Tag.N4, Tag.DMG, Tag.PRV, Tag.PAT, Tag.NM1, Tag.LX -> true;
            case Tag.SV1, Tag.SV2, 'N' << 8 | '2', 'C' << 16 | 'U' << 8 | 'R', 'P' << 16 | 'E' << 8 | 'R' -> true;
            case 'C' << 16 | 'R' << 8 | '1', 'C' << 16 | 'R' << 8 | '2', 'C' << 16 | 'R' << 8 | '3' -> true;
            case 'C' << 16 | 'R' << 8 | '5', 'C' << 16 | 'R' << 8 | '6', 'C' << 16 | 'R' << 8 | 'C' -> true;
            case 'C' << 16 | 'L' << 8 | '1', 'C' << 16 | 'N' << 8 | '1', 'K' << 8 | '3' -> true;
            case 'D' << 16 | 'N' << 8 | '1', 'D' << 16 | 'N' << 8 | '2', 'H' << 16 | 'C' << 8 | 'P' -> true;
            case 'H' << 16 | 'S' << 8 | 'D', 'L' << 16 | 'I' << 8 | 'N', 'C' << 16 | 'T' << 8 | 'P' -> true;
            case 'M' << 16 | 'E' << 8 | 'A', 'P' << 16 | 'S' << 8 | '1', 'F' << 16 | 'R' << 8 | 'M' -> true;
            case 'S' << 16 | 'V' << 8 | '4', 'S' << 16 | 'V' << 8 | '5', 'O' << 8 | 'I' -> true;
            default -> false;
        };
    }
}
