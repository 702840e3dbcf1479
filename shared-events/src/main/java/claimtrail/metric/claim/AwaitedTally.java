package claimtrail.metric.claim;

import static claimtrail.metric.Measure.EPISODE_AWAITED;
import static claimtrail.metric.Measure.EPISODE_AWAITED_CENTS;

import claimtrail.denial.AppealReading;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.Episode;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/// The money of one denial that was won by letter and has not come: on each day on which that changes, what
/// changed. On the last of them it stands as the reading says.
final class AwaitedTally {

    private final Episode episode;
    private final ClaimReading reading;

    private AwaitedTally(Episode episode, ClaimReading reading) {
        this.episode = episode;
        this.reading = reading;
    }

    static void add(Episode episode, ClaimReading reading, ClaimPen pen) {
        if (episode.overturned().isEmpty()) {
            return;
        }
        var tally = new AwaitedTally(episode, reading);
        var before = 0L;
        for (var day : tally.days()) {
            var cents = tally.awaited(day);
            pen.add(EPISODE_AWAITED, episode.payer(), day, Long.signum(cents) - (long) Long.signum(before));
            pen.add(EPISODE_AWAITED_CENTS, episode.payer(), day, cents - before);
            before = cents;
        }
    }

    private Set<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        for (var no : episode.appeals()) {
            reading.appeal(no).ifPresent(appeal -> {
                days.add(appeal.filedOn());
                days.add(ClaimTally.endedOn(appeal));
            });
        }
        episode.overturned().forEach(it -> days.add(it.on()));
        episode.recoveries().forEach(it -> days.add(it.on()));
        episode.movements().forEach(it -> days.add(it.on()));
        return days;
    }

    /// What is awaited at the end of a day.
    private long awaited(LocalDate day) {
        if (isClosed(day) || !isWon(day)) {
            return 0;
        }
        var cents = 0L;
        for (var it : episode.overturned()) {
            cents += it.on().isAfter(day) ? 0 : it.cents();
        }
        var paid = 0L;
        for (var it : episode.recoveries()) {
            paid += it.on().isAfter(day) ? 0 : it.cents();
        }
        return Math.max(0, cents - Math.max(0, paid));
    }

    private boolean isClosed(LocalDate day) {
        var closed = false;
        for (var move : episode.movements()) {
            closed = move.on().isAfter(day) ? closed : move.closing();
        }
        return closed;
    }

    /// Whether the last appeal filed by then has been won by a letter that names the line.
    private boolean isWon(LocalDate day) {
        AppealReading last = null;
        for (var no : episode.appeals()) {
            last = reading.appeal(no)
                    .filter(appeal -> !appeal.filedOn().isAfter(day))
                    .orElse(last);
        }
        if (last == null) {
            return false;
        }
        var ended = last.ended();
        var no = last.appealNo();
        return ended != null
                && !ended.on().isAfter(day)
                && ended.outcome().isOverturn()
                && ended.basis() == AnswerBasis.LETTER
                && episode.overturned().stream().anyMatch(it -> it.appealNo() == no);
    }
}
