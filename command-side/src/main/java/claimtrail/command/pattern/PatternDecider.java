package claimtrail.command.pattern;

import static claimtrail.command.pattern.PatternRefusal.PATTERN_ID_TAKEN;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import java.util.List;

/// Decides what is asked of a pattern.
public final class PatternDecider {

    private PatternDecider() {}

    public static Decision<PatternEvent, PatternRefusal> decide(Pattern pattern, PatternCommand command) {
        return switch (command) {
            case DeclarePattern it -> declare(pattern, it);
            case SetGuidance it -> guide(pattern, it.guidance());
        };
    }

    private static Decision<PatternEvent, PatternRefusal> declare(Pattern pattern, DeclarePattern command) {
        return switch (pattern) {
            case Pattern.Active it when it.detected().equals(command.declared()) -> Decision.seenBefore();
            case Pattern.Active _ -> Decision.refuse(PATTERN_ID_TAKEN, "/number");
            case Pattern.Unknown _ -> Decision.accept(List.of(command.declared()), number(command), List.of());
        };
    }

    private static Decision<PatternEvent, PatternRefusal> guide(Pattern pattern, GuidanceSet guidance) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Active it when it.guidance().contains(guidance) -> Decision.seenBefore();
            case Pattern.Active _ -> Decision.accept(guidance);
        };
    }

    private static List<DirectoryEntry> number(DeclarePattern command) {
        var number = command.declared().number();
        return number == null
                ? List.of()
                : List.of(new DirectoryEntry(
                        command.practice(), "pattern", number.source() + '|' + number.value(), command.pattern()));
    }
}
