package claimtrail.command.store;

import java.time.Instant;

/// What the vault has under a reference.
public sealed interface VaultText {

    /// The text as it was handed over.
    ///
    /// @param plaintext UTF-8 JSON
    record Legible(byte[] plaintext) implements VaultText {}

    /// The key of its owner was destroyed; nobody can read the text any more.
    record Removed(Instant removedAt) implements VaultText {}

    /// There is no such reference.
    record Unknown() implements VaultText {}
}
