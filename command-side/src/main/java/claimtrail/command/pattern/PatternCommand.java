package claimtrail.command.pattern;

import claimtrail.command.Command;
import claimtrail.command.store.VaultEntry;
import claimtrail.denial.detection.Threshold;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /// A detector's evidence has reached its threshold. Asked again for a pattern that is known, nothing is written.
    ///
    /// @param threshold what is set for the day on which it was reached
    record DetectPattern(UUID pattern, UUID practice, PatternDetected found, Threshold threshold)
            implements PatternCommand {}

    /// Keep what its rate was when it was found.
    record FixBaseline(UUID pattern, UUID practice, BaselineFixed baseline) implements PatternCommand {}

    /// Change where it stands, with the counts that justify it.
    record ChangePatternStatus(UUID pattern, UUID practice, StatusChanged change) implements PatternCommand {}

    /// A person puts it into the archive, or back among those that count. Where it stood is for the decider to say.
    record MovePattern(UUID pattern, UUID practice, Status to, LocalDate on) implements PatternCommand {}

    /// Say what can be done about it.
    record SetGuidance(UUID pattern, UUID practice, GuidanceSet guidance) implements PatternCommand {}

    /// Say what was done about it.
    ///
    /// @param note the text that the fact refers to
    record RecordPatternAction(
            UUID pattern,
            UUID practice,
            ActionRecorded action,
            @Nullable VaultEntry note) implements PatternCommand {}
}
