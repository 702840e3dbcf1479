package claimtrail.command.imports.x12;

import java.util.List;

/// The sums a decision must agree with; they warn and repair nothing.
final class Balance {

    private Balance() {}

    static long sum(List<Adjustment> adjustments) {
        long sum = 0;
        for (int i = 0; i < adjustments.size(); i++) {
            sum += adjustments.get(i).cents();
        }
        return sum;
    }

    /// Warns of every sum that does not fit, and of reasons that lack their remark.
    static void check(RemittedClaim claim, OpenRecord record) {
        long adjusted = sum(claim.adjustments());
        long patient = patientShare(claim.adjustments());
        long lineCharges = 0;
        long linePaid = 0;
        for (var line : claim.lines()) {
            long lineAdjusted = sum(line.adjustments());
            if (line.chargeCents() - lineAdjusted != line.paidCents()) {
                record.warn(FindingCode.LINE_UNBALANCED, "SVC03");
            }
            lineCharges += line.chargeCents();
            linePaid += line.paidCents();
            patient += patientShare(line.adjustments());
            remarks(
                    line.adjustments(),
                    !line.remarks().isEmpty() || !claim.remarks().isEmpty(),
                    record);
        }
        remarks(claim.adjustments(), !claim.remarks().isEmpty(), record);
        if (claim.imbalanceCents() != 0) {
            record.warn(FindingCode.CLAIM_UNBALANCED, "CLP04");
        }
        if (!claim.lines().isEmpty()
                && (lineCharges != claim.chargeCents() || linePaid - adjusted != claim.paidCents())) {
            record.warn(FindingCode.LINES_VS_CLAIM, "CLP03");
        }
        var told = claim.patientShareCents();
        if (!claim.isReversal() && (told == null ? 0 : told) != patient) {
            record.warn(FindingCode.PATIENT_SHARE, "CLP05");
        }
        if (claim.isReversal() && (claim.chargeCents() > 0 || claim.paidCents() > 0)) {
            record.warn(FindingCode.REVERSAL_NOT_MIRROR, "CLP03");
        }
    }

    static boolean mirrors(RemittedClaim decision, RemittedClaim reversal) {
        return decision.chargeCents() == -reversal.chargeCents()
                && decision.paidCents() == -reversal.paidCents()
                && adjustedCents(decision) == -adjustedCents(reversal);
    }

    /// All adjustments, of the claim and of its lines.
    static long adjustedCents(RemittedClaim claim) {
        return adjustedCents(claim.adjustments(), claim.lines());
    }

    static long adjustedCents(List<Adjustment> adjustments, List<RemittedLine> lines) {
        long sum = sum(adjustments);
        for (int i = 0; i < lines.size(); i++) {
            sum += sum(lines.get(i).adjustments());
        }
        return sum;
    }

    private static long patientShare(List<Adjustment> adjustments) {
        long sum = 0;
        for (int i = 0; i < adjustments.size(); i++) {
            sum += adjustments.get(i).group().equals("PR") ? adjustments.get(i).cents() : 0;
        }
        return sum;
    }

    private static void remarks(List<Adjustment> adjustments, boolean remarked, OpenRecord record) {
        if (remarked) {
            return;
        }
        for (int i = 0; i < adjustments.size(); i++) {
            if (Codes.needsRemark(adjustments.get(i).code())) {
                record.warn(FindingCode.REMARK_MISSING, "CAS");
                return;
            }
        }
    }
}
