package claimtrail.event;

/// A fact. The families of the streams are sealed; together they are the catalogue.
public interface DomainEvent {}
