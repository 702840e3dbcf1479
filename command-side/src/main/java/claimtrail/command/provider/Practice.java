package claimtrail.command.provider;

import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;

/// What a practice is to its decider.
public sealed interface Practice {

    /// Nobody told us of it.
    record Unknown() implements Practice {}

    /// It joined.
    record Registered(PracticeRegistered registered) implements Practice {}

    /// The practice after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Practice after(Practice practice, PracticeEvent event) {
        return switch (event) {
            case PracticeRegistered it when practice instanceof Unknown -> new Registered(it);
            case PracticeRegistered it ->
                throw new IllegalStateException(
                        "registered twice: " + it.number().source());
        };
    }
}
