package claimtrail.simulator.bench.history;

import claimtrail.event.DomainEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the people of a practice do beside the claims: they practise, they correct their ways, and now and then the
/// status of a pattern changes.
final class Desk {

    private static final int BASELINE_DAY = 90;
    private static final int FIRST_CHANGE_DAY = 200;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Cast cast;
    private final Dice dice;
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final Map<UUID, Status> statuses = new HashMap<>();

    Desk(Cast cast, Dice dice) {
        this.cast = cast;
        this.dice = dice;
        for (var step : cast.introduction()) {
            sequences.merge(step.stream(), 1L, Long::sum);
        }
    }

    /// What is told on a working day.
    ///
    /// @param position the last of the log before that day
    List<Step> on(LocalDate day, long position) {
        var steps = new ArrayList<Step>();
        if (!cast.patterns().isEmpty()) {
            for (int sitting = dice.below(3); sitting > 0; sitting--) {
                practise(day, steps);
            }
            judge(day, position, steps);
        }
        return steps;
    }

    private void practise(LocalDate day, List<Step> steps) {
        var begin = Step.millis(day, MORNING) + dice.below(3_600) * 1000L;
        var end = begin + dice.between(120, 900) * 1000L;
        var sitting = dice.id(begin);
        var user = "user-" + dice.below(5);
        var pattern = dice.oneOf(cast.patterns());
        tell(steps, begin, sitting, new PracticeStarted(null, user, pattern, Kind.GUIDED, null, instant(begin)));
        tell(
                steps,
                end,
                sitting,
                new PracticeCompleted(
                        instant(end), (int) ((end - begin) / 1000), dice.between(4, 10), 10, dice.below(2)));
        if (dice.inThousand(250)) {
            tell(
                    steps,
                    end,
                    dice.id(end),
                    new CorrectionApplied(
                            null,
                            user,
                            pattern,
                            CorrectionKind.UPDATE_WORKFLOW,
                            day.plusDays(1),
                            instant(end),
                            Scope.FUTURE_CLAIMS,
                            null));
        }
    }

    /// All baselines on one day; later, about every month, one more pattern gets better.
    private void judge(LocalDate day, long position, List<Step> steps) {
        var age = ChronoUnit.DAYS.between(Scale.BEGIN, day);
        var at = Step.millis(day, MORNING);
        if (age >= BASELINE_DAY && statuses.isEmpty()) {
            for (var pattern : cast.patterns()) {
                statuses.put(pattern, Status.ACTIVE);
                var decided = dice.between(60, 400);
                var denied = decided * dice.between(5, 40) / 100;
                tell(
                        steps,
                        at,
                        pattern,
                        new BaselineFixed(
                                Scale.BEGIN,
                                day.minusDays(1),
                                decided,
                                denied,
                                denied * 15_000L,
                                decided < 100,
                                "pattern.rate/1",
                                position));
            }
        } else if (age >= FIRST_CHANGE_DAY && dice.inThousand(50)) {
            better(dice.oneOf(cast.patterns()), day, at, steps);
        }
    }

    private void better(UUID pattern, LocalDate day, long at, List<Step> steps) {
        var from = statuses.getOrDefault(pattern, Status.ACTIVE);
        var to = from == Status.ACTIVE ? Status.IMPROVING : Status.RESOLVED;
        if (from != to && from != Status.RESOLVED) {
            statuses.put(pattern, to);
            tell(steps, at, pattern, new StatusChanged(from, to, day, StatusCause.PERSON, null, null, null, List.of()));
        }
    }

    private void tell(List<Step> steps, long at, UUID stream, DomainEvent event) {
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        steps.add(new Step(at, cast.no(), stream, sequence, event, null));
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
