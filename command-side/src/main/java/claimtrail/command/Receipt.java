package claimtrail.command;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer that the sender of a command gets.
public sealed interface Receipt {

    /// Durable, or durable before.
    ///
    /// @param version sequence of the stream's last event, −1 for a stream without any
    /// @param position the log position at which the answer is visible
    /// @param events how many events this command wrote; 0 for an equal retry
    /// @param warnings doubts about what was written; none for an equal retry
    record Done(UUID stream, long version, long position, int events, List<Warning> warnings) implements Receipt {
        public Done {
            warnings = List.copyOf(warnings);
        }

        public Done(UUID stream, long version, long position, int events) {
            this(stream, version, position, events, List.of());
        }
    }

    /// Refused; nothing was written.
    ///
    /// @param code stable code
    /// @param status the HTTP status that goes with it
    /// @param field JSON pointer of the field at fault
    record Declined(String code, int status, @Nullable String field) implements Receipt {}
}
