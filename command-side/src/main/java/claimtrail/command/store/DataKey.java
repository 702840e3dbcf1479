package claimtrail.command.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// The key of one owner, AES-256-GCM. It is written with the first append that uses it.
final class DataKey {

    private static final int BYTES = 32;

    private final UUID owner;
    private final byte[] wrapped;
    private final Aead cipher;
    private volatile boolean kept;

    private DataKey(UUID owner, byte[] wrapped, byte[] open, boolean kept) throws GeneralSecurityException {
        this.owner = owner;
        this.wrapped = wrapped;
        this.cipher = new AesGcmJce(open);
        this.kept = kept;
    }

    static DataKey create(UUID owner, MasterKey master) throws GeneralSecurityException {
        var open = Random.randBytes(BYTES);
        return new DataKey(owner, master.wrap(open, owner), open, false);
    }

    /// A new key as it is kept.
    static byte[] wrapped(UUID owner, MasterKey master) throws GeneralSecurityException {
        return master.wrap(Random.randBytes(BYTES), owner);
    }

    static DataKey open(UUID owner, byte[] wrapped, MasterKey master) throws GeneralSecurityException {
        return new DataKey(owner, wrapped, master.unwrap(wrapped, owner), true);
    }

    UUID owner() {
        return owner;
    }

    byte[] wrapped() {
        return wrapped;
    }

    /// Whether the database has it.
    boolean isKept() {
        return kept;
    }

    void keep() {
        kept = true;
    }

    /// Bound to its reference: a ciphertext moved to another reference does not open.
    byte[] encrypt(byte[] plaintext, UUID ref) throws GeneralSecurityException {
        return cipher.encrypt(plaintext, EventIds.bytes(ref));
    }

    byte[] decrypt(byte[] ciphertext, UUID ref) throws GeneralSecurityException {
        return cipher.decrypt(ciphertext, EventIds.bytes(ref));
    }
}
