package claimtrail.metric.claim;

import static claimtrail.metric.Measure.EPISODE_APPEALED;
import static claimtrail.metric.Measure.EPISODE_CLOSED;
import static claimtrail.metric.Measure.EPISODE_CLOSED_CENTS;
import static claimtrail.metric.Measure.EPISODE_DUE;
import static claimtrail.metric.Measure.EPISODE_DUE_CENTS;
import static claimtrail.metric.Measure.EPISODE_OPENED;
import static claimtrail.metric.Measure.EPISODE_OPENED_CENTS;
import static claimtrail.metric.Measure.EPISODE_PAID;
import static claimtrail.metric.Measure.EPISODE_STANDING;
import static claimtrail.metric.Measure.EPISODE_STANDING_CENTS;
import static claimtrail.metric.Measure.WAIT_APPEAL;
import static claimtrail.metric.Measure.WAIT_RESOLUTION;
import static java.time.temporal.ChronoUnit.DAYS;

import claimtrail.denial.AppealReading;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.Episode;
import claimtrail.denial.Road;
import claimtrail.metric.Definition;
import java.time.LocalDate;

/// What one denial of the primary payer adds: its opening and closings, how old it stands while it is open, and
/// what became of it for those who look at the denials of a day.
final class EpisodeTally {

    private static final String NOT_KNOWN = "-";

    private final Episode episode;
    private final ClaimReading reading;
    private final ClaimPen pen;

    private EpisodeTally(Episode episode, ClaimReading reading, ClaimPen pen) {
        this.episode = episode;
        this.reading = reading;
        this.pen = pen;
    }

    static void add(Episode episode, ClaimReading reading, ClaimPen pen) {
        var tally = new EpisodeTally(episode, reading, pen);
        tally.movements();
        tally.cohort();
        AwaitedTally.add(episode, reading, pen);
        if (!episode.opened().dayAssumed()) {
            tally.waits();
        }
    }

    private void movements() {
        var opened = episode.opened();
        var reason = reasonClass(episode);
        pen.one(EPISODE_OPENED, episode.payer(), reason, opened.on());
        pen.add(EPISODE_OPENED_CENTS, episode.payer(), reason, opened.on(), opened.cents());
        standing(opened.on(), 1);
        for (var move : episode.movements()) {
            var sign = move.closing() ? 1 : -1;
            pen.add(EPISODE_CLOSED, episode.payer(), move.road().name(), move.on(), sign);
            pen.add(EPISODE_CLOSED_CENTS, episode.payer(), move.road().name(), move.on(), sign * opened.cents());
            standing(move.on(), -sign);
        }
    }

    private void standing(LocalDate on, int sign) {
        var opened = episode.opened();
        var openedOn = opened.on().toString();
        var lastDay = opened.appealLastDay() == null
                ? NOT_KNOWN
                : opened.appealLastDay().toString();
        pen.add(EPISODE_STANDING, episode.payer(), openedOn, on, sign);
        pen.add(EPISODE_STANDING_CENTS, episode.payer(), openedOn, on, sign * opened.cents());
        pen.add(EPISODE_DUE, episode.payer(), lastDay, on, sign);
        pen.add(EPISODE_DUE_CENTS, episode.payer(), lastDay, on, sign * opened.cents());
    }

    private void cohort() {
        var openedOn = episode.opened().on();
        var road = episode.road();
        if (road != null && isPaid(road) && episode.recoveredCents() > 0) {
            pen.one(EPISODE_PAID, episode.payer(), road.name(), openedOn);
        }
        if (!episode.appeals().isEmpty()) {
            reading.appeal(episode.appeals().getFirst())
                    .ifPresent(appeal -> pen.one(
                            EPISODE_APPEALED,
                            episode.payer(),
                            DAYS.between(openedOn, appeal.filedOn()) <= Definition.MATURE_DAYS ? "WITHIN_90" : "LATER",
                            openedOn));
        }
    }

    private static boolean isPaid(Road road) {
        return switch (road) {
            case APPEAL, CORRECTION, PAYER -> true;
            case WRITTEN_OFF, PATIENT, GIVEN_UP, VOIDED -> false;
        };
    }

    private void waits() {
        var openedOn = episode.opened().on();
        var closedOn = episode.closedOn();
        if (closedOn != null) {
            pen.wait(WAIT_RESOLUTION, episode.payer(), openedOn, closedOn);
        }
        if (!episode.appeals().isEmpty()) {
            reading.appeal(episode.appeals().getFirst())
                    .filter(appeal -> !appeal.dayAssumed())
                    .map(AppealReading::filedOn)
                    .ifPresent(filedOn -> pen.wait(WAIT_APPEAL, episode.payer(), openedOn, filedOn));
        }
    }

    static String reasonClass(Episode episode) {
        var reason = episode.opened().finding().reasonClass();
        return reason == null ? "UNCLASSIFIED" : reason;
    }
}
