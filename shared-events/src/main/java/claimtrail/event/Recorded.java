package claimtrail.event;

/// A fact and its place in the log.
public record Recorded<E extends DomainEvent>(Envelope envelope, E event) {}
