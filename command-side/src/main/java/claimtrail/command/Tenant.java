package claimtrail.command;

import claimtrail.event.Envelope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose stream it is: that of the practice which wrote its first fact. Held by every aggregate; a stream of another
/// practice is unknown to whoever asks.
public final class Tenant {

    private @Nullable UUID practice;

    /// Lets a command in; the first one on a new stream makes it its practice's.
    ///
    /// @throws NotYours if the stream belongs to another practice
    public void admit(Command command) {
        if (practice == null) {
            practice = command.practice();
        } else if (!practice.equals(command.practice())) {
            throw new NotYours(command);
        }
    }

    /// Learns from a stored fact whose stream it is.
    ///
    /// @param envelope absent for a fact that is only about to be stored
    public void learn(@Nullable Envelope envelope) {
        if (envelope != null) {
            practice = envelope.practice() == null ? Command.PLATFORM : envelope.practice();
        }
    }

    /// A command for a stream of another practice.
    public static final class NotYours extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotYours(Command command) {
            super("the stream " + command.stream() + " belongs to another practice");
        }
    }
}
