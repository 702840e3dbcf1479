package claimtrail.command.provider;

import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider is to its decider.
public sealed interface Provider {

    /// Nobody told us of it.
    record Unknown() implements Provider {}

    /// Seen in claims only; may be named once.
    record Stub(ProviderRegistered seen) implements Provider {}

    /// Known by name.
    ///
    /// @param seen how claims spoke of it before it was named
    record Registered(ProviderRegistered named, @Nullable ProviderRegistered seen) implements Provider {
        List<ProviderRegistered> all() {
            return seen == null ? List.of(named) : List.of(seen, named);
        }
    }

    /// The provider after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Provider after(Provider provider, ProviderEvent event) {
        return switch (event) {
            case ProviderRegistered it ->
                switch (provider) {
                    case Unknown _ -> it.stub() ? new Stub(it) : new Registered(it, null);
                    case Stub stub when !it.stub() -> new Registered(it, stub.seen());
                    case Stub _ -> throw new IllegalStateException("a stub registered twice");
                    case Registered _ -> throw new IllegalStateException("a provider registered twice");
                };
        };
    }
}
