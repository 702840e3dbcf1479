package claimtrail.command.automation;

import claimtrail.command.pattern.Pattern;
import claimtrail.command.store.EventLog;
import claimtrail.event.json.EventJson;
import claimtrail.event.pattern.PatternEvent;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Reads patterns from the log.
@Component
final class Patterns {

    private final EventLog log;

    Patterns(EventLog log) {
        this.log = log;
    }

    Pattern read(UUID pattern) {
        Pattern state = new Pattern.Unknown();
        for (var stored : log.streams().read(pattern, 0)) {
            var envelope = stored.envelope();
            if (EventJson.read(envelope.name(), envelope.version(), stored.payload()) instanceof PatternEvent it) {
                state = Pattern.after(state, it);
            }
        }
        return state;
    }

    /// Whether its baseline still has to be fixed: a detector found it, and nobody has fixed one.
    boolean wantsBaseline(UUID pattern) {
        return read(pattern) instanceof Pattern.Known it && it.detected().detector() != null && it.baseline() == null;
    }
}
