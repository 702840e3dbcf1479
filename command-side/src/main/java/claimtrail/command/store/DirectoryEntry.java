package claimtrail.command.store;

import java.util.UUID;

/// A number of the outside world and the stream it names. Unique per (practice, kind, key); written in the same commit
/// as the event that introduces it.
///
/// @param kind what the key is: `claim-number`, `payer-control-number`, `provider`, …
/// @param key the number, with whatever else makes it unique, in one canonical text
public record DirectoryEntry(UUID practice, String kind, String key, UUID streamId) {}
