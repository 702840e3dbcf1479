package claimtrail.command;

import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.DomainEvent;
import java.util.List;

/// Our answer to a command.
public sealed interface Decision<E extends DomainEvent, R extends Refusal> {

    /// These become facts, in this order, together with the numbers by which they will be found; none at all when the
    /// same was accepted before.
    record Accepted<E extends DomainEvent, R extends Refusal>(
            List<E> events, List<DirectoryEntry> directory, List<VaultEntry> vault) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
            directory = List.copyOf(directory);
            vault = List.copyOf(vault);
        }
    }

    /// Nothing becomes a fact.
    ///
    /// @param because the first of the stream's refusals that holds
    /// @param field JSON pointer of the field at fault, or empty where it is not one field
    record Refused<E extends DomainEvent, R extends Refusal>(R because, String field) implements Decision<E, R> {}
}
