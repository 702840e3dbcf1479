package claimtrail.command.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the vault, encrypted.
///
/// @param key null when the key of the owner was destroyed: the reference is kept, the text is not
/// @param ciphertext null together with the key
record SealedText(
        UUID ref, UUID practice, UUID owner, @Nullable DataKey key, byte @Nullable [] ciphertext) {}
