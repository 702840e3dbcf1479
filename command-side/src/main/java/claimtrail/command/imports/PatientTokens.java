package claimtrail.command.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes of what names a person, so that the directory finds a patient again and tells nobody who it is.
public final class PatientTokens {

    private static final String HASH = "HmacSHA256";
    private static final int TOKEN_BYTES = 16; // 128 bits: no two persons of one practice share a token

    private final SecretKeySpec key;

    /// @param key at least 32 secret bytes, kept outside the database
    public PatientTokens(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key of patient tokens needs 32 bytes or more");
        }
        this.key = new SecretKeySpec(key, HASH);
    }

    /// The token of a person of one practice.
    String of(UUID practice, String identity) {
        return HexFormat.of().formatHex(hash(practice + "|" + identity), 0, TOKEN_BYTES);
    }

    /// An id that follows from secret text, for a reference into the vault that a retry finds again.
    UUID reference(UUID owner, String text) {
        var hash = ByteBuffer.wrap(hash(owner + "|" + text));
        return new UUID((hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HASH, e);
        }
    }
}
