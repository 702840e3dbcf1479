package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.AMOUNT_UNREADABLE;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.REMIT_UNBALANCED;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;
import static claimtrail.command.imports.x12.FindingCode.TS_TOTALS;

/// Reads an 835: the header of the payment, one decision per CLP, the money without a claim, and the totals.
final class RemittanceReader implements SetReader {

    private final Intake intake;
    private final PaymentDraft payment;
    private final DecisionDraft decision;
    private boolean amountsSure = true;
    private long paidCents;
    private long providerCents;

    private boolean totalled;
    private long toldClaims;
    private long toldCents;
    private long groupClaims;
    private long groupCents;

    RemittanceReader(Intake intake, EnvelopeState envelope) {
        this.intake = intake;
        payment = new PaymentDraft(intake, envelope);
        decision = new DecisionDraft(intake, envelope.current().isVersion4010());
    }

    @Override
    public SetKind kind() {
        return SetKind.REMITTANCE;
    }

    @Override
    public void visit(Segment s) {
        switch (s.tag) {
            case Tag.CLP -> {
                closeDecision(false);
                decision.begin(s, payment.header());
            }
            case Tag.LX -> closeGroup();
            case Tag.TS3 -> {
                closeGroup();
                openGroup(s);
            }
            case Tag.PLB -> {
                closeGroup();
                providerAdjustments(s);
            }
            default -> {
                if (!(decision.isOpen() ? decision.visit(s) : payment.visit(s)) && !isPassedOver(s.tag)) {
                    intake.findings.unknown(s);
                }
            }
        }
    }

    @Override
    public void end(boolean cut) {
        boolean open = decision.isOpen();
        closeDecision(cut);
        if (cut) {
            if (!open) {
                intake.findings.warn(TRANSACTION_CUT, payment.place(), "ST");
            }
            return;
        }
        closeGroup();
        var header = payment.header();
        if (amountsSure && header.amountKnown() && header.amountCents() != paidCents - providerCents) {
            intake.findings.warn(REMIT_UNBALANCED, payment.place(), "BPR02");
        }
    }

    private void closeDecision(boolean cut) {
        if (!decision.isOpen()) {
            return;
        }
        groupClaims++;
        groupCents += decision.chargeCents();
        paidCents += decision.paidCents();
        amountsSure &= decision.close(cut);
    }

    /// TS304 and TS305: claims and charges of the group behind it.
    private void openGroup(Segment s) {
        var count = s.quantity(4);
        long cents = s.cents(5);
        if ((s.has(4) && count == null) || Amount.isFault(cents)) {
            intake.findings.warn(AMOUNT_UNREADABLE, s);
            return;
        }
        totalled = count != null && s.has(5);
        toldClaims = count == null ? 0 : count.longValue();
        toldCents = cents;
    }

    private void closeGroup() {
        closeDecision(false);
        if (totalled && amountsSure && (toldClaims != groupClaims || toldCents != groupCents)) {
            intake.findings.warn(TS_TOTALS, payment.place(), "TS3");
        }
        totalled = false;
        groupClaims = 0;
        groupCents = 0;
    }

    private void providerAdjustments(Segment s) {
        var header = payment.header();
        var record = new OpenRecord(intake);
        if (s.overLimit) {
            record.begin(s, "");
            record.refuse(LIMIT_EXCEEDED, s, 0);
            amountsSure &= record.close();
            return;
        }
        for (int i = 3; i <= s.elements() && i < 15; i += 2) {
            if (!s.has(i) && !s.has(i + 1)) {
                continue;
            }
            record.begin(s, "");
            var yearEnd = record.dayOrWarn(s, 2);
            long cents = record.owedMoney(s, i + 1);
            amountsSure &= record.amountsKnown();
            if (record.close()) {
                providerCents += cents;
                intake.store(new ProviderAdjustment(
                        record.place(),
                        header,
                        s.textOrNull(1),
                        yearEnd,
                        s.upper(s.component(i, 1)),
                        s.componentOrNull(i, 2),
                        cents));
            } else {
                amountsSure = false;
            }
        }
    }

    /// Segments an 835 may have and we have no use for.
    private static boolean isPassedOver(int tag) {
        return switch (tag) {
            case Tag.N1, Tag.N3, Tag.N4, Tag.NM1, Tag.REF, Tag.DTM, Tag.AMT, Tag.QTY, Tag.MIA, Tag.MOA -> true;
            case Tag.CAS, Tag.SVC, Tag.LQ, Tag.TRN, Tag.BPR -> true;
            case 'P' << 16 | 'E' << 8 | 'R', 'R' << 16 | 'D' << 8 | 'M', 'C' << 16 | 'U' << 8 | 'R' -> true;
            case 'T' << 16 | 'S' << 8 | '2', 'N' << 8 | '2', 'N' << 16 | 'T' << 8 | 'E' -> true;
            default -> false;
        };
    }
}
