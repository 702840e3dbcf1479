package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects one SBR loop inside a claim (2320, 2330): what another payer did before.
final class PriorDraft {

    private final boolean version4010;
    private final int mostAdjustments;
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final @Nullable String sequence;
    private final @Nullable String classCode;
    private @Nullable Party payer;
    private @Nullable Person insured;
    private @Nullable Long paidCents;
    private @Nullable LocalDate decidedOn;

    PriorDraft(Segment sbr, boolean version4010, int mostAdjustments) {
        this.version4010 = version4010;
        this.mostAdjustments = mostAdjustments;
        sequence = sbr.upper(1);
        classCode = sbr.upper(9);
    }

    boolean visit(Segment s, OpenRecord record) {
        switch (s.tag) {
            case Tag.CAS -> Codes.adjustments(s, record, version4010, adjustments, mostAdjustments);
            case Tag.AMT -> paidCents = s.code(1) == 'D' ? record.moneyOrNull(s, 2) : paidCents;
            case Tag.DTP -> decidedOn = s.code(1) == ('5' << 16 | '7' << 8 | '3') ? record.dayOrWarn(s, 3) : decidedOn;
            case Tag.NM1 -> {
                int entity = s.code(1);
                if (entity == ('P' << 8 | 'R')) {
                    payer = SubmissionDraft.party(s, record);
                } else if (entity == ('I' << 8 | 'L')) {
                    insured = Person.named(s);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    PriorPayer close() {
        return new PriorPayer(sequence, classCode, payer, insured, paidCents, decidedOn, adjustments);
    }
}
