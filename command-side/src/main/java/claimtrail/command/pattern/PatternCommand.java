package claimtrail.command.pattern;

import claimtrail.command.Command;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.util.UUID;

/// What may be asked of a pattern. Each command holds what would become the fact.
public sealed interface PatternCommand extends Command {

    /// The pattern's stream.
    UUID pattern();

    @Override
    default UUID stream() {
        return pattern();
    }

    /// A person, an import or a scenario tells of a pattern.
    record DeclarePattern(UUID pattern, UUID practice, PatternDetected declared) implements PatternCommand {}

    /// Say what can be done about it.
    record SetGuidance(UUID pattern, UUID practice, GuidanceSet guidance) implements PatternCommand {}
}
