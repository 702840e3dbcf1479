package claimtrail.event;

/// A fact.
public interface DomainEvent {}
