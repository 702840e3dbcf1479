package claimtrail.metric.learning;

import static claimtrail.metric.Measure.CORRECTIONS_APPLIED;
import static claimtrail.metric.Measure.CORRECTIONS_REPORTED;
import static claimtrail.metric.Measure.PRACTICE_COMPLETED;
import static claimtrail.metric.Measure.PRACTICE_CORRECT;
import static claimtrail.metric.Measure.PRACTICE_SECONDS;
import static claimtrail.metric.Measure.PRACTICE_STARTED;
import static claimtrail.metric.Measure.PRACTICE_TOTAL;
import static claimtrail.metric.Measure.PROGRESS_POINTS;

import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.metric.Cell;
import claimtrail.metric.FactsFold;
import claimtrail.metric.Measure;
import claimtrail.metric.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fold `session/1`: sittings, what was answered in them, and corrections, by pattern. An instant counts on its
/// day in UTC, because a stream does not know its practice's zone; a correction on the day from which it holds.
public final class SessionFold extends FactsFold<PracticeSessionEvent> {

    /// Who counts, in which version.
    public static final String NAME = "session/1";

    private static final int POINTS_OF_A_SITTING = 5;
    private static final int POINTS_OF_A_CORRECTION = 2;
    private static final int MOST_POINTS = 15;

    /// Keeps nothing of its own.
    public SessionFold() {
        super(NAME, "practice-session", PracticeSessionEvent.class);
    }

    @Override
    protected Tally tally(List<PracticeSessionEvent> facts, UUID practice) {
        var tally = new Tally();
        var started = first(facts, PracticeStarted.class);
        var completed = first(facts, PracticeCompleted.class);
        if (started != null) {
            tally.add(cell(PRACTICE_STARTED, practice, started.pattern(), day(started.startedAt())), 1);
            if (completed != null) {
                completed(tally, practice, started.pattern(), completed);
            }
        }
        for (var fact : facts) {
            if (fact instanceof CorrectionApplied it) {
                tally.add(cell(CORRECTIONS_APPLIED, practice, it.pattern(), it.effectiveOn()), 1);
            }
        }
        return tally;
    }

    private static void completed(Tally tally, UUID practice, UUID pattern, PracticeCompleted it) {
        var on = day(it.completedAt());
        var reported = amount(it.correctionsReported());
        tally.add(cell(PRACTICE_COMPLETED, practice, pattern, on), 1);
        tally.add(cell(PRACTICE_SECONDS, practice, pattern, on), amount(it.seconds()));
        if (it.correct() != null && it.total() != null) {
            tally.add(cell(PRACTICE_CORRECT, practice, pattern, on), it.correct());
            tally.add(cell(PRACTICE_TOTAL, practice, pattern, on), it.total());
        }
        tally.add(cell(CORRECTIONS_REPORTED, practice, pattern, on), reported);
        tally.add(
                cell(PROGRESS_POINTS, practice, pattern, on),
                Math.min(POINTS_OF_A_SITTING + POINTS_OF_A_CORRECTION * reported, MOST_POINTS));
    }

    private static long amount(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Cell cell(Measure measure, UUID practice, UUID pattern, LocalDate on) {
        return new Cell(NAME, measure, practice, Cell.NOBODY, Cell.NOBODY, pattern.toString(), on, on);
    }

    private static <T extends PracticeSessionEvent> @Nullable T first(List<PracticeSessionEvent> facts, Class<T> type) {
        return facts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
