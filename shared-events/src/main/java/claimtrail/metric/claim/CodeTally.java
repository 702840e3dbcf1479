package claimtrail.metric.claim;

import static claimtrail.metric.Measure.CODE_CLAIMS;
import static claimtrail.metric.Measure.CODE_DECIDED;
import static claimtrail.metric.Measure.CODE_DENIED_CENTS;
import static claimtrail.metric.Measure.CODE_DENIED_LINES;
import static claimtrail.metric.Measure.CODE_LINES;
import static claimtrail.metric.Measure.CODE_PAID_CENTS;

import claimtrail.denial.ClaimReading;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.denial.Submission;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one claim adds to its procedure codes.
final class CodeTally {

    private CodeTally() {}

    static void add(ClaimReading reading, Submission submission, ClaimPen pen) {
        var codes = new HashSet<String>();
        for (var line : submission.lines()) {
            if (codes.add(line.code())) {
                pen.one(CODE_CLAIMS, submission.payer(), line.code(), submission.on());
            }
        }
        for (var line : submission.lines()) {
            if (line.chargeCents() > 0) {
                pen.one(CODE_LINES, submission.payer(), line.code(), submission.on());
            }
        }
        var first = reading.firstDecision();
        if (first != null) {
            for (var part : first.parts()) {
                decided(part, billed(reading, submission, part), first.on(), pen);
            }
        }
        for (var payer : reading.payers()) {
            for (var turn : payer.turns()) {
                switch (turn) {
                    case Turn.Decided it -> paid(it.decision(), it, billed(reading, submission, it.decision()), pen);
                    case Turn.Reversed it -> {
                        var takesBack = it.takesBack();
                        if (takesBack != null) {
                            paid(takesBack, it, billed(reading, submission, takesBack), pen);
                        }
                    }
                }
            }
        }
    }

    private static void decided(PayerDecision part, List<Line> billed, LocalDate on, ClaimPen pen) {
        for (var line : part.lines()) {
            var code = code(line.no(), billed);
            if (code == null || line.chargeCents() <= 0) {
                continue;
            }
            pen.one(CODE_DECIDED, part.payer(), code, on);
            if (line.finding().result() == Result.DENIED) {
                pen.one(CODE_DENIED_LINES, part.payer(), code, on);
            }
            if (part.amountsKnown()) {
                pen.add(
                        CODE_DENIED_CENTS,
                        part.payer(),
                        code,
                        on,
                        line.finding().deniedCents());
            }
        }
    }

    private static void paid(PayerDecision decision, Turn turn, List<Line> billed, ClaimPen pen) {
        if (!decision.amountsKnown()) {
            return;
        }
        var decided = turn instanceof Turn.Decided;
        var paidOn = decided && decision.paidOn() != null ? decision.paidOn() : turn.on();
        for (var line : decision.lines()) {
            var code = code(line.no(), billed);
            if (code != null) {
                var cents = decided ? line.paidCents() : -line.paidCents();
                pen.add(CODE_PAID_CENTS, decision.payer(), code, paidOn, cents);
            }
        }
    }

    /// The lines of the version that an answer speaks of.
    private static List<Line> billed(ClaimReading reading, Submission submission, PayerDecision decision) {
        for (var version : reading.replacements()) {
            if (version.version() == decision.claimVersion()) {
                return version.lines();
            }
        }
        return submission.lines();
    }

    private static @Nullable String code(int no, List<Line> billed) {
        for (var line : billed) {
            if (line.no() == no) {
                return line.code();
            }
        }
        return null;
    }
}
