package claimtrail.simulator.bench.history;

import claimtrail.denial.Answered;
import claimtrail.denial.Answered.AnsweredLine;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.DecisionLine.Sent;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.simulator.bench.history.Codes.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a payer answers to a bill, read as an import reads it.
final class Answers {

    private Answers() {}

    /// What a payer thinks of a bill.
    enum Verdict {
        PAID,
        PARTLY_DENIED,
        DENIED
    }

    /// The answer of a day to a version of a bill; it balances to the cent.
    ///
    /// @param no how many answers the claim has now
    static PayerDecision decision(
            Dice dice, String number, UUID payer, int version, int no, List<Line> bill, LocalDate on, Verdict verdict) {
        var refusal = dice.oneOf(Codes.REFUSALS);
        var refused = verdict == Verdict.PARTLY_DENIED ? dice.below(bill.size()) : -1;
        var lines = new ArrayList<AnsweredLine>(bill.size());
        for (int i = 0; i < bill.size(); i++) {
            lines.add(
                    verdict == Verdict.DENIED || i == refused
                            ? refused(bill.get(i), refusal)
                            : paid(dice, bill.get(i)));
        }
        var charge = lines.stream().mapToLong(AnsweredLine::chargeCents).sum();
        var paid = lines.stream().mapToLong(AnsweredLine::paidCents).sum();
        var read = DenialRule.read(
                new Answered(payer, "1", charge, paid, List.of(), List.of(), lines), ReasonTable.dayOne(), on);
        return new PayerDecision(
                number + "/" + no,
                version,
                payer,
                1,
                controlNumber(number, version),
                "TRN" + on.toEpochDay() + "-" + payer.hashCode(),
                "1",
                on,
                DayBasis.PAYMENT,
                paid > 0 ? on : null,
                on.minusDays(10),
                charge,
                paid,
                null,
                null,
                true,
                read.imbalanceCents(),
                List.of(),
                List.of(),
                read.lines(),
                read.rule(),
                read.outcome(),
                read.appealable(),
                on.plusDays(Cast.termsDays()),
                "terms/1",
                null,
                new Match(Match.Method.CLAIM_NUMBER, 100));
    }

    /// The payer's own number of a version.
    static String controlNumber(String number, int version) {
        return "P" + number + "-" + version;
    }

    private static AnsweredLine refused(Line line, Refusal refusal) {
        return answered(line, 0, null, List.of(adjustment("CO", refusal.carc(), line.chargeCents())));
    }

    private static AnsweredLine paid(Dice dice, Line line) {
        var allowed = line.chargeCents() * dice.between(60, 85) / 100;
        var share = dice.inThousand(300) ? allowed / 5 : 0;
        var adjustments = new ArrayList<Adjustment>(2);
        if (allowed < line.chargeCents()) {
            adjustments.add(adjustment("CO", "45", line.chargeCents() - allowed));
        }
        if (share > 0) {
            adjustments.add(adjustment("PR", "2", share));
        }
        return answered(line, allowed - share, allowed, adjustments);
    }

    private static Adjustment adjustment(String group, String carc, long cents) {
        return new Adjustment(group, Reason.carc(carc), cents, null);
    }

    private static AnsweredLine answered(
            Line line, long paidCents, @Nullable Long allowedCents, List<Adjustment> adjustments) {
        return new AnsweredLine(
                line.no(),
                line.chargeCents(),
                paidCents,
                allowedCents,
                line.code(),
                null,
                adjustments,
                List.of(),
                new Sent(null, line.modifiers(), line.serviceFrom()));
    }
}
