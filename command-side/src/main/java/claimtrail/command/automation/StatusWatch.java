package claimtrail.command.automation;

import claimtrail.command.pattern.Pattern;
import claimtrail.command.pattern.PatternCommand.ChangePatternStatus;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.detection.Share;
import claimtrail.denial.detection.StatusRule;
import claimtrail.denial.screening.KnownPattern;
import claimtrail.event.pattern.PatternEvent.Counts;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.event.pattern.PatternEvent.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// When a business day of a practice has passed, the status of its patterns follows their outcomes. A pattern without a
/// baseline has nothing to be compared with, and keeps its status.
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

    /// @param position everything up to it was counted
    void judge(UUID practice, LocalDate day, long position) {
        for (var pattern : shelf.inForce().rules(practice).patterns()) {
            change(practice, pattern, day, position)
                    .ifPresent(it -> hand.send(new ChangePatternStatus(pattern.pattern(), practice, it), day));
        }
    }

    private Optional<StatusChanged> change(UUID practice, KnownPattern known, LocalDate day, long position) {
        if (!(patterns.read(known.pattern()) instanceof Pattern.Known pattern) || pattern.baseline() == null) {
            return Optional.empty();
        }
        var fixed = pattern.baseline();
        var baseline = new Share(fixed.from(), fixed.to(), fixed.exposedDecided(), fixed.denied(), fixed.deniedCents());
        var exposures = claims.each(memory.exposed(known.pattern()), it -> it.exposure(known.pattern())).stream()
                .flatMap(Optional::stream)
                .toList();
        return StatusRule.change(
                        pattern.status(),
                        baseline,
                        exposures,
                        day,
                        shelf.inForce().bounds(practice, day))
                .map(change -> new StatusChanged(
                        pattern.status(),
                        change.to(),
                        day,
                        StatusCause.RULE,
                        StatusRule.NAME,
                        position,
                        new Counts(baseline.denied(), baseline.exposedDecided()),
                        change.windows().stream()
                                .map(it -> new Window(it.from(), it.to(), it.denied(), it.exposedDecided()))
                                .toList()));
    }
}
