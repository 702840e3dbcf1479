package claimtrail.command;

import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.DomainEvent;
import java.util.List;

/// Our answer to a command.
public sealed interface Decision<E extends DomainEvent, R extends Refusal> {

    /// These become facts, in this order, together with the numbers by which they will be found; none at all when the
    /// same was accepted before.
    ///
    /// @param warnings doubts that stop nothing: what a person would be refused for, and a file is not
    record Accepted<E extends DomainEvent, R extends Refusal>(
            List<E> events, List<DirectoryEntry> directory, List<VaultEntry> vault, List<Refused<E, R>> warnings)
            implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
            directory = List.copyOf(directory);
            vault = List.copyOf(vault);
            warnings = List.copyOf(warnings);
        }
    }

    /// Nothing becomes a fact.
    ///
    /// @param because the first of the stream's refusals that holds
    /// @param field JSON pointer of the field at fault, or empty where it is not one field
    record Refused<E extends DomainEvent, R extends Refusal>(R because, String field) implements Decision<E, R> {}

    /// One fact, without numbers or texts.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> accept(E event) {
        return new Accepted<>(List.of(event), List.of(), List.of(), List.of());
    }

    /// Facts with the numbers by which they will be found and the texts that must not stand in the log.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> accept(
            List<E> events, List<DirectoryEntry> directory, List<VaultEntry> vault) {
        return new Accepted<>(events, directory, vault, List.of());
    }

    /// Facts that are accepted with doubts.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> accept(
            List<E> events, List<DirectoryEntry> directory, List<VaultEntry> vault, List<Refused<E, R>> warnings) {
        return new Accepted<>(events, directory, vault, warnings);
    }

    /// The same was accepted before: a retry is not a second fact.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> seenBefore() {
        return new Accepted<>(List.of(), List.of(), List.of(), List.of());
    }

    /// Refused, and not because of one field.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> refuse(R because) {
        return new Refused<>(because, "");
    }

    /// Refused because of one field.
    static <E extends DomainEvent, R extends Refusal> Decision<E, R> refuse(R because, String field) {
        return new Refused<>(because, field);
    }
}
