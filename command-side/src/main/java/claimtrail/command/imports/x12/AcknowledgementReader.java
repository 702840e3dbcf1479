package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.NOT_RECOGNISED;
import static claimtrail.command.imports.x12.FindingCode.TOTALS_277;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;

import org.jspecify.annotations.Nullable;

/// Reads a 277CA: who answers, for which practice, and what becomes of each claim.
///
/// A 277 whose BHT01 is not 0085 answers a status inquiry; it is ours only when its categories say so.
final class AcknowledgementReader implements SetReader {

    private static final int PATIENT_LEVEL = 'P' << 8 | 'T';

    private final Intake intake;
    private final EnvelopeState envelope;
    private final AcknowledgementDraft claim;
    private final OpenRecord above;
    private boolean sure;
    private boolean refused;
    private boolean patientLevel;
    private boolean byPayer;
    private @Nullable Party source;
    private @Nullable Party billing;
    private final Totals file = new Totals();
    private final Totals practice = new Totals();

    AcknowledgementReader(Intake intake, EnvelopeState envelope) {
        this.intake = intake;
        this.envelope = envelope;
        above = new OpenRecord(intake);
        claim = new AcknowledgementDraft(intake, envelope.current());
        var version = envelope.current().version();
        sure = version != null && version.contains("X214");
    }

    @Override
    public SetKind kind() {
        return refused ? SetKind.OTHER : SetKind.ACKNOWLEDGEMENT;
    }

    @Override
    public void visit(Segment s) {
        if (refused) {
            return;
        }
        switch (s.tag) {
            case Tag.BHT -> sure |= s.code(1) == ('0' << 24 | '0' << 16 | '8' << 8 | '5');
            case Tag.HL -> {
                closeClaim(false);
                level(s.code(3));
            }
            case Tag.TRN -> {
                if (patientLevel) {
                    closeClaim(false);
                    claim.begin(s, byPayer, source, billing);
                }
            }
            case Tag.NM1 -> name(s);
            case Tag.STC -> status(s);
            case Tag.QTY -> quantity(s);
            default -> {
                if (!(claim.isOpen() && claim.visit(s)) && !isPassedOver(s.tag)) {
                    intake.findings.unknown(s);
                }
            }
        }
    }

    @Override
    public void end(boolean cut) {
        boolean open = claim.isOpen();
        closeClaim(cut);
        if (cut) {
            if (!open) {
                intake.findings.warn(TRANSACTION_CUT, place(), "ST");
            }
            return;
        }
        check(practice, "QTY");
        check(file, "QTY");
    }

    private void name(Segment s) {
        switch (s.code(1)) {
            case 'P' << 8 | 'R', 'A' << 8 | 'Y' -> {
                closeClaim(false);
                byPayer = s.code(1) == ('P' << 8 | 'R');
                source = SubmissionDraft.party(s, above);
                patientLevel = false;
            }
            case '4' << 8 | '1' -> {
                closeClaim(false);
                patientLevel = false;
            }
            case '8' << 8 | '5' -> {
                closeClaim(false);
                level('1' << 8 | '9');
                billing = SubmissionDraft.party(s, above);
            }
            case 'Q' << 8 | 'C', 'I' << 8 | 'L' -> {
                closeClaim(false);
                patientLevel = true;
                claim.patient(Person.named(s));
            }
            default -> {}
        }
    }

    private void level(int code) {
        patientLevel = code == PATIENT_LEVEL;
        if (patientLevel) {
            return;
        }
        claim.patient(null);
        if (code == ('1' << 8 | '9')) {
            check(practice, "QTY");
            practice.clear();
            billing = null;
        }
    }

    private void status(Segment s) {
        if (!sure) {
            int category = s.componentCode(1, 1);
            if (category < ('A' << 8 | '0') || category > ('A' << 8 | '8')) {
                refused = true;
                intake.findings.refuse(NOT_RECOGNISED, s);
                return;
            }
            sure = true;
        }
        if (claim.isOpen()) {
            claim.status(s);
        }
    }

    /// QTY*90 and AA total the file, QA and QC the practice: accepted and rejected.
    private void quantity(Segment s) {
        var quantity = s.quantity(2);
        if (patientLevel || quantity == null) {
            return;
        }
        switch (s.code(1)) {
            case '9' << 8 | '0', 'A' << 8 | 'A' -> file.tell(quantity.longValue());
            case 'Q' << 8 | 'A', 'Q' << 8 | 'C' -> practice.tell(quantity.longValue());
            default -> {}
        }
    }

    private void closeClaim(boolean cut) {
        if (claim.isOpen()) {
            claim.close(cut);
            file.counted++;
            practice.counted++;
        }
    }

    private void check(Totals totals, String where) {
        if (totals.isTold && totals.told != totals.counted) {
            intake.findings.warn(TOTALS_277, place(), where);
        }
    }

    private Place place() {
        return new Place(
                intake.findings.transaction,
                envelope.setSegment(),
                envelope.setSegment(),
                envelope.setFrom(),
                envelope.setTo());
    }

    /// Segments a 277CA may have and we have no use for.
    private static boolean isPassedOver(int tag) {
        return switch (tag) {
            case Tag.REF, Tag.DTP, Tag.AMT, Tag.SVC, Tag.DMG, Tag.N3, Tag.N4 -> true;
            case 'P' << 16 | 'E' << 8 | 'R', 'N' << 8 | '1', 'N' << 16 | 'T' << 8 | 'E' -> true;
            default -> false;
        };
    }

    /// Claims told and claims met.
    private static final class Totals {

        private boolean isTold;
        private long told;
        private long counted;

        private void tell(long claims) {
            isTold = true;
            told += claims;
        }

        private void clear() {
            isTold = false;
            told = 0;
            counted = 0;
        }
    }
}
