package claimtrail.metric.claim;

import static claimtrail.metric.Measure.FLAG_ASSERTED;
import static claimtrail.metric.Measure.FLAG_DAY;
import static claimtrail.metric.Measure.FLAG_IMBALANCE;
import static claimtrail.metric.Measure.FLAG_SPLIT;
import static claimtrail.metric.Measure.FLAG_STAND_IN;
import static claimtrail.metric.Measure.FLAG_UNMAPPED;
import static claimtrail.metric.Measure.FLAG_UNMAPPED_CENTS;
import static claimtrail.metric.Measure.FLAG_UNMAPPED_LINES;

import claimtrail.denial.ClaimReading;
import claimtrail.denial.Meaning;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.denial.Submission;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.Line.Split;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.TreeSet;

/// What one claim adds to the counts of doubtful facts: each fact once, on its day.
final class FlagTally {

    private FlagTally() {}

    static void add(ClaimReading reading, Submission submission, ClaimPen pen) {
        if (isSplit(submission)) {
            pen.one(FLAG_SPLIT, submission.payer(), submission.on());
        }
        if (submission.standIn()) {
            pen.one(FLAG_STAND_IN, submission.payer(), submission.on());
        }
        var first = reading.firstDecision();
        if (first != null && first.incomplete()) {
            pen.one(FLAG_SPLIT, first.payer(), "INCOMPLETE", first.on());
        }
        for (var payer : reading.payers()) {
            for (var turn : payer.turns()) {
                if (turn instanceof Turn.Decided it) {
                    decision(it.decision(), pen);
                }
            }
        }
        for (var appeal : reading.appeals()) {
            if (appeal.dayAssumed()) {
                pen.one(FLAG_DAY, submission.payer(), appeal.filedOn());
            }
            var ended = appeal.ended();
            if (ended != null && ended.dayAssumed() && ended.basis() == AnswerBasis.LETTER) {
                pen.one(FLAG_DAY, submission.payer(), ended.on());
            }
        }
        asserted(reading, submission, pen);
    }

    private static void decision(PayerDecision decision, ClaimPen pen) {
        var on = decision.decidedOn();
        if (decision.dayBasis() == DayBasis.ASSUMED) {
            pen.one(FLAG_DAY, decision.payer(), on);
        }
        if (decision.imbalanceCents() != 0 && decision.amountsKnown()) {
            pen.one(FLAG_IMBALANCE, decision.payer(), on);
        }
        var codes = new TreeSet<String>();
        for (var line : decision.lines()) {
            var primary = line.finding().primary();
            if (primary != null && Meaning.UNCLASSIFIED.equals(line.finding().reasonClass())) {
                codes.add(primary.code());
                pen.one(FLAG_UNMAPPED_LINES, decision.payer(), primary.code(), on);
                pen.add(
                        FLAG_UNMAPPED_CENTS,
                        decision.payer(),
                        primary.code(),
                        on,
                        line.finding().deniedCents());
            }
        }
        codes.forEach(code -> pen.one(FLAG_UNMAPPED, decision.payer(), code, on));
    }

    private static boolean isSplit(Submission submission) {
        for (var line : submission.lines()) {
            if (line.split() == Split.ASSUMED) {
                return true;
            }
        }
        return false;
    }

    private static void asserted(ClaimReading reading, Submission submission, ClaimPen pen) {
        for (var screening : reading.screenings()) {
            if (screening.asserted()) {
                pen.one(FLAG_ASSERTED, submission.payer(), submittedOn(screening.version(), reading, submission));
            }
        }
        for (var link : reading.links()) {
            if (link.asserted()) {
                pen.one(FLAG_ASSERTED, submission.payer(), decidedOn(link.decisionKey(), reading, submission));
            }
        }
    }

    private static LocalDate submittedOn(int version, ClaimReading reading, Submission submission) {
        for (var replacement : reading.replacements()) {
            if (replacement.version() == version) {
                return replacement.submittedOn();
            }
        }
        return submission.on();
    }

    private static LocalDate decidedOn(String key, ClaimReading reading, Submission submission) {
        for (var payer : reading.payers()) {
            for (var turn : payer.turns()) {
                if (turn instanceof Turn.Decided it && it.key().equals(key)) {
                    return it.on();
                }
            }
        }
        return submission.on();
    }
}
