package claimtrail.command.store;

import java.util.UUID;

/// Text that must not stand in the log, encrypted under the key of its owner.
///
/// @param ref the reference that the event holds; one that is there already keeps the text it has
/// @param owner the patient key or, where no patient is meant, the practice, under whose data key it is encrypted
/// @param plaintext UTF-8 JSON; encrypted before it reaches the database
public record VaultEntry(UUID ref, UUID practice, UUID owner, byte[] plaintext) {}
