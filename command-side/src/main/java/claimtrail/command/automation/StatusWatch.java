package claimtrail.command.automation;

import claimtrail.command.pattern.Pattern;
import claimtrail.command.pattern.PatternCommand.ChangePatternStatus;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.detection.Share;
import claimtrail.denial.detection.StatusRule;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.Counts;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.event.pattern.PatternEvent.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When business days of a practice have passed, the status of its patterns follows their outcomes, day by day. A
/// pattern
/// without a baseline has nothing to be compared with, and keeps its status.
@Component
final class StatusWatch {

    private final Claims claims;
    private final Memory memory;
    private final RulebookShelf shelf;
    private final Patterns patterns;
    private final Hand hand;

    StatusWatch(Claims claims, Memory memory, RulebookShelf shelf, Patterns patterns, Hand hand) {
        this.claims = claims;
        this.memory = memory;
        this.shelf = shelf;
        this.patterns = patterns;
        this.hand = hand;
    }

    /// Judges the days in their order, each by what is set for it. Days up to the baseline or to the last change of a
    /// pattern have been judged.
    ///
    /// @param from first day; absent: the first that can be judged
    /// @param to last day
    /// @param position everything up to it was counted
    void judge(UUID practice, @Nullable LocalDate from, LocalDate to, long position) {
        for (var known : shelf.inForce().rules(practice).patterns()) {
            if (patterns.read(known.pattern()) instanceof Pattern.Known pattern && pattern.baseline() != null) {
                judge(practice, known.pattern(), pattern, pattern.baseline(), new Days(from, to), position);
            }
        }
    }

    private record Days(@Nullable LocalDate from, LocalDate to) {

        LocalDate firstAfter(LocalDate judged) {
            return from == null || !from.isAfter(judged) ? judged.plusDays(1) : from;
        }
    }

    private void judge(UUID practice, UUID id, Pattern.Known pattern, BaselineFixed fixed, Days days, long position) {
        var judged = pattern.changes().stream().map(StatusChanged::on).reduce(fixed.to(), StatusWatch::later);
        var first = days.firstAfter(judged);
        if (first.isAfter(days.to())) {
            return;
        }
        var baseline = new Share(fixed.from(), fixed.to(), fixed.exposedDecided(), fixed.denied(), fixed.deniedCents());
        var exposures = claims.each(memory.exposed(id), it -> it.exposure(id)).stream()
                .flatMap(Optional::stream)
                .toList();
        var status = pattern.status();
        for (var day = first; !day.isAfter(days.to()); day = day.plusDays(1)) {
            var bounds = shelf.inForce().bounds(practice, day);
            var change = StatusRule.change(status, baseline, exposures, day, bounds);
            if (change.isPresent()) {
                var changed = changed(status, change.get(), baseline, day, position);
                hand.send(new ChangePatternStatus(id, practice, changed), day);
                status = changed.to();
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static StatusChanged changed(
            Status from, StatusRule.Change change, Share baseline, LocalDate day, long position) {
        return new StatusChanged(
                from,
                change.to(),
                day,
                StatusCause.RULE,
                StatusRule.NAME,
                position,
                new Counts(baseline.denied(), baseline.exposedDecided()),
                change.windows().stream()
                        .map(it -> new Window(it.from(), it.to(), it.denied(), it.exposedDecided()))
                        .toList());
    }
}
