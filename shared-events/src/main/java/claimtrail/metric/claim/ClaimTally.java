package claimtrail.metric.claim;

import static claimtrail.metric.Measure.APPEALED_CLAIMS;
import static claimtrail.metric.Measure.APPEAL_CLOSED;
import static claimtrail.metric.Measure.APPEAL_FILED;
import static claimtrail.metric.Measure.DECIDED_CENTS;
import static claimtrail.metric.Measure.DECIDED_CLAIMS;
import static claimtrail.metric.Measure.DECIDED_LINES;
import static claimtrail.metric.Measure.DENIED_CENTS;
import static claimtrail.metric.Measure.DENIED_CLAIMS;
import static claimtrail.metric.Measure.DENIED_GROSS_CENTS;
import static claimtrail.metric.Measure.DENIED_LINES;
import static claimtrail.metric.Measure.DUPLICATE_CLAIMS;
import static claimtrail.metric.Measure.OVERTURNED_CENTS;
import static claimtrail.metric.Measure.OVERTURNED_CLAIMS;
import static claimtrail.metric.Measure.PAID_CENTS;
import static claimtrail.metric.Measure.RECOVERED_CENTS;
import static claimtrail.metric.Measure.REJECTED_CLAIMS;
import static claimtrail.metric.Measure.SUBMITTED_CENTS;
import static claimtrail.metric.Measure.SUBMITTED_CLAIMS;
import static claimtrail.metric.Measure.SUBMITTED_LINES;
import static claimtrail.metric.Measure.WAIT_DECISION;
import static claimtrail.metric.Measure.WAIT_OUTCOME;
import static claimtrail.metric.Measure.WITHDRAWN_CLAIMS;
import static claimtrail.metric.Measure.WRITTEN_OFF_CENTS;

import claimtrail.denial.AppealReading;
import claimtrail.denial.AppealReading.Outcome;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.FirstDecision;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.denial.Submission;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import claimtrail.metric.Cell;
import claimtrail.metric.Measure;
import claimtrail.metric.Tally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one claim adds to every cell, from its reading, measure by measure.
///
/// Decisions, denials and episodes count for the primary payer only; money counts for every payer.
final class ClaimTally {

    private final ClaimReading reading;
    private final Submission submission;
    private final ClaimPen pen;

    private ClaimTally(ClaimReading reading, Submission submission, ClaimPen pen) {
        this.reading = reading;
        this.submission = submission;
        this.pen = pen;
    }

    static Tally of(ClaimReading reading, String fold, UUID practice) {
        var tally = new Tally();
        var submission = reading.submission();
        if (submission != null) {
            var provider = submission.provider() == null ? Cell.NOBODY : submission.provider();
            var pen = new ClaimPen(tally, fold, practice, provider, submission.on());
            new ClaimTally(reading, submission, pen).all();
        }
        return tally;
    }

    private void all() {
        var duplicateOn = reading.duplicateOn();
        if (duplicateOn != null) {
            pen.one(DUPLICATE_CLAIMS, payer(1), duplicateOn);
        } else {
            var first = reading.firstDecision();
            submitted(first);
            if (first != null) {
                decided(first);
            }
            for (var episode : reading.episodes()) {
                if (episode.payerSequence() == 1) {
                    EpisodeTally.add(episode, reading, pen);
                }
            }
            if (!reading.appeals().isEmpty()) {
                appeals(first);
            }
            CodeTally.add(reading, submission, pen);
            SubjectTally.add(reading, submission, pen);
        }
        money();
        FlagTally.add(reading, submission, pen);
    }

    private void submitted(@Nullable FirstDecision first) {
        var on = submission.on();
        pen.one(SUBMITTED_CLAIMS, submission.payer(), on);
        pen.add(SUBMITTED_CENTS, submission.payer(), on, submission.chargeCents());
        pen.add(SUBMITTED_LINES, submission.payer(), on, submittedLines(first));
        if (!reading.rejections().isEmpty()) {
            var rejectedOn = reading.rejections().getFirst().rejectedOn();
            if (first == null || !rejectedOn.isAfter(first.on())) {
                pen.one(REJECTED_CLAIMS, submission.payer(), rejectedOn);
            }
        }
        if (reading.voidedOn() != null && first == null) {
            pen.one(WITHDRAWN_CLAIMS, submission.payer(), reading.voidedOn());
        }
    }

    private long submittedLines(@Nullable FirstDecision first) {
        var count = 0L;
        for (var line : submission.lines()) {
            count += line.chargeCents() > 0 ? 1 : 0;
        }
        if (submission.lines().isEmpty() && first != null) {
            for (var line : first.lines()) {
                count += line.chargeCents() > 0 ? 1 : 0;
            }
        }
        return count;
    }

    private void decided(FirstDecision first) {
        var on = first.on();
        var payer = first.payer();
        var lines = 0L;
        var denied = 0L;
        for (var line : first.lines()) {
            if (line.chargeCents() > 0) {
                lines++;
                denied += line.finding().result() == Result.DENIED ? 1 : 0;
            }
        }
        pen.one(DECIDED_CLAIMS, payer, on);
        pen.add(DECIDED_CENTS, payer, on, first.chargeCents());
        pen.add(DECIDED_LINES, payer, on, lines);
        if (!first.dayAssumed() && !submission.standIn()) {
            pen.wait(WAIT_DECISION, payer, submission.on(), on);
        }
        if (first.denies()) {
            pen.one(DENIED_CLAIMS, payer, first.outcome() == PayerDecision.Outcome.DENIED ? "FULL" : "PARTIAL", on);
            pen.add(DENIED_LINES, payer, on, denied);
            pen.add(DENIED_CENTS, payer, on, first.deniedCents());
            pen.add(DENIED_GROSS_CENTS, payer, on, first.chargeCents());
        }
    }

    private void appeals(@Nullable FirstDecision first) {
        for (var appeal : reading.appeals()) {
            var payer = payer(appeal.payerSequence());
            pen.one(APPEAL_FILED, payer, String.valueOf(appeal.level()), appeal.filedOn());
            var ended = appeal.ended();
            if (ended != null) {
                pen.one(APPEAL_CLOSED, payer, ended.outcome().name(), ended.on());
                if (!ended.dayAssumed() && !appeal.dayAssumed() && ended.outcome() != Outcome.WITHDRAWN) {
                    pen.wait(WAIT_OUTCOME, payer, appeal.filedOn(), ended.on());
                }
            }
        }
        if (first != null && first.denies()) {
            firstOf(reading.appeals().stream().map(AppealReading::filedOn).toList(), APPEALED_CLAIMS);
        }
        firstOf(
                reading.appeals().stream()
                        .filter(AppealReading::isOverturned)
                        .map(ClaimTally::endedOn)
                        .toList(),
                OVERTURNED_CLAIMS);
        for (var episode : reading.episodes()) {
            for (var it : episode.overturned()) {
                pen.add(OVERTURNED_CENTS, episode.payer(), it.stated() ? "STATED" : "NOT", it.on(), it.cents());
            }
        }
    }

    private void firstOf(List<LocalDate> days, Measure measure) {
        days.stream().min(Comparator.naturalOrder()).ifPresent(on -> pen.one(measure, payer(1), on));
    }

    static LocalDate endedOn(AppealReading appeal) {
        var ended = appeal.ended();
        return ended == null ? appeal.filedOn() : ended.on();
    }

    private void money() {
        for (var payer : reading.payers()) {
            for (var turn : payer.turns()) {
                switch (turn) {
                    case Turn.Decided it
                    when it.decision().amountsKnown() -> {
                        var paidOn = it.decision().paidOn();
                        var on = paidOn == null ? it.on() : paidOn;
                        pen.add(
                                PAID_CENTS,
                                it.decision().payer(),
                                on,
                                it.decision().paidCents());
                    }
                    case Turn.Decided _ -> {}
                    case Turn.Reversed it -> {
                        var reversal = it.reversal();
                        pen.add(PAID_CENTS, reversal.payer(), it.on(), reversal.paidCents());
                    }
                }
            }
        }
        for (var episode : reading.episodes()) {
            for (var it : episode.recoveries()) {
                pen.add(RECOVERED_CENTS, episode.payer(), it.road().name(), it.on(), it.cents());
            }
        }
        reading.closings().forEach(this::writtenOff);
    }

    private void writtenOff(EpisodeClosed closing) {
        if (closing.disposition() == Disposition.WRITTEN_OFF) {
            for (var line : closing.lines()) {
                pen.add(WRITTEN_OFF_CENTS, payer(1), closing.cause().name(), closing.closedOn(), line.cents());
            }
        }
    }

    /// The claim's payer of a sequence: the one that answered, else the one that was asked.
    private UUID payer(int sequence) {
        for (var payer : reading.payers()) {
            if (payer.payerSequence() == sequence) {
                for (var turn : payer.turns()) {
                    if (turn instanceof Turn.Decided it) {
                        return it.decision().payer();
                    }
                }
            }
        }
        return submission.payer();
    }
}
