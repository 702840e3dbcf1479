package claimtrail.command.store;

import claimtrail.event.Envelope;

/// A fact as it stands in the log.
///
/// @param payload the exact bytes that were written
public record StoredEvent(Envelope envelope, byte[] payload) {}
