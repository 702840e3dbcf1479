package claimtrail.command.pattern;

import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.util.ArrayList;
import java.util.List;

/// What a pattern is to its decider.
public sealed interface Pattern {

    /// Nobody told us of it.
    record Unknown() implements Pattern {}

    /// Known, with what was said about it.
    record Active(PatternDetected detected, List<GuidanceSet> guidance) implements Pattern {
        public Active {
            guidance = List.copyOf(guidance);
        }

        Active with(GuidanceSet further) {
            var all = new ArrayList<>(guidance);
            all.add(further);
            return new Active(detected, all);
        }
    }

    /// The pattern after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Pattern after(Pattern pattern, PatternEvent event) {
        return switch (event) {
            case PatternDetected it ->
                switch (pattern) {
                    case Unknown _ -> new Active(it, List.of());
                    case Active _ -> throw new IllegalStateException("a pattern detected twice");
                };
            case GuidanceSet it ->
                switch (pattern) {
                    case Unknown _ -> throw new IllegalStateException("guidance for a pattern nobody knows");
                    case Active known -> known.with(it);
                };
        };
    }
}
