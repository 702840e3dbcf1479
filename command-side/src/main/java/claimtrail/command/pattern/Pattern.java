package claimtrail.command.pattern;

import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pattern is to its decider.
public sealed interface Pattern {

    /// Nobody told us of it.
    record Unknown() implements Pattern {}

    /// Known, with what was said about it. Where it stands is its status; it begins active.
    ///
    /// @param baseline the last one fixed; absent until then
    /// @param changes of status, in the order in which they were made
    /// @param actions what was done about it
    record Known(
            PatternDetected detected,
            List<GuidanceSet> guidance,
            @Nullable BaselineFixed baseline,
            List<StatusChanged> changes,
            List<ActionRecorded> actions)
            implements Pattern {
        public Known {
            guidance = List.copyOf(guidance);
            changes = List.copyOf(changes);
            actions = List.copyOf(actions);
        }

        /// Where it stands.
        public Status status() {
            return changes.isEmpty() ? Status.ACTIVE : changes.getLast().to();
        }
    }

    /// The pattern after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Pattern after(Pattern pattern, PatternEvent event) {
        return switch (pattern) {
            case Unknown _ ->
                switch (event) {
                    case PatternDetected it -> new Known(it, List.of(), null, List.of(), List.of());
                    case BaselineFixed _, StatusChanged _, GuidanceSet _, ActionRecorded _ ->
                        throw new IllegalStateException("said of a pattern nobody knows");
                };
            case Known known -> after(known, event);
        };
    }

    private static Pattern after(Known known, PatternEvent event) {
        return switch (event) {
            case PatternDetected _ -> throw new IllegalStateException("a pattern detected twice");
            case BaselineFixed it ->
                new Known(known.detected(), known.guidance(), it, known.changes(), known.actions());
            case StatusChanged it
            when it.from() != known.status() ->
                throw new IllegalStateException("a status left that the pattern had not");
            case StatusChanged it ->
                new Known(
                        known.detected(),
                        known.guidance(),
                        known.baseline(),
                        and(known.changes(), it),
                        known.actions());
            case GuidanceSet it ->
                new Known(
                        known.detected(),
                        and(known.guidance(), it),
                        known.baseline(),
                        known.changes(),
                        known.actions());
            case ActionRecorded it ->
                new Known(
                        known.detected(),
                        known.guidance(),
                        known.baseline(),
                        known.changes(),
                        and(known.actions(), it));
        };
    }

    private static <T> List<T> and(List<T> before, T more) {
        var all = new ArrayList<>(before);
        all.add(more);
        return all;
    }
}
