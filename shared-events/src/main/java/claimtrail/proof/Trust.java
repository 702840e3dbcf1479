package claimtrail.proof;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Whose signature is believed.
///
/// @param pinned the key that must have signed; absent: the one that came with the evidence is taken
record Trust(@Nullable LogKey pinned) {

    /// The key with which the checkpoints of some evidence are checked.
    LogKey key(String stated) {
        LogKey key;
        try {
            key = LogKey.parse(stated);
        } catch (IllegalArgumentException e) {
            throw new Refused("The public key in the first line is no key of a log: " + e.getMessage() + ".");
        }
        if (pinned != null && !pinned.equals(key)) {
            throw new Refused("It comes with the key " + key.id() + " of log " + key.log()
                    + ", and the key you trust is " + pinned.id() + " of log " + pinned.log() + ".");
        }
        return key;
    }

    /// A checkpoint that this key has signed.
    ///
    /// @param where it stands
    static SignedCheckpoint checked(String note, LogKey key, String where) {
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refused("The checkpoint in " + where + " is none: " + e.getMessage() + ".");
        }
        if (!signed.isSignedBy(key)) {
            throw new Refused("The checkpoint of " + signed.checkpoint().size() + " facts in " + where
                    + " is not signed by the key " + key.id() + ".");
        }
        return signed;
    }

    /// In a sentence.
    String says(LogKey key) {
        return pinned == null
                ? "key " + key.id() + ", which came with the evidence itself; compare its fingerprint, SHA-256 "
                        + key.fingerprint().hex() + ", or give the key you trust with --key"
                : "key " + key.id() + ", which is the one you trust";
    }
}
