package claimtrail.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The public Ed25519 key of a log, with which everybody checks its checkpoints.
///
/// As text it is a verifier key of C2SP `signed-note`: `claimtrail/<log>+<key id>+<base64 of 01 and the 32 bytes>`.
public final class LogKey {

    /// What X.509 writes before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final UUID log;
    private final byte[] bytes;

    private LogKey(UUID log, byte[] bytes) {
        this.log = log;
        this.bytes = bytes;
    }

    /// The key of a log.
    ///
    /// @throws IllegalArgumentException if it is no Ed25519 key
    public static LogKey of(UUID log, PublicKey key) {
        var encoded = key.getEncoded();
        if (encoded.length != X509.length + KEY_BYTES
                || !Arrays.equals(X509, 0, X509.length, encoded, 0, X509.length)) {
            throw new IllegalArgumentException("the key of a log is an Ed25519 key, not " + key.getAlgorithm());
        }
        return new LogKey(log, Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    /// From its text.
    ///
    /// @throws IllegalArgumentException if it is not, byte for byte, the text of a log's key
    public static LogKey parse(String text) {
        var parts = text.split("\\+", 3); // base64 has plus signs of its own
        var name = parts[0];
        if (parts.length != 3 || name.indexOf('/') < 0) {
            throw new IllegalArgumentException("a log's key is written claimtrail/<log>+<key id>+<base64>");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has " + KEY_BYTES + " bytes");
        }
        var key = new LogKey(
                UUID.fromString(name.substring(name.indexOf('/') + 1)), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new IllegalArgumentException("the key id of a log's key follows from its name and its bytes");
        }
        return key;
    }

    /// Whose checkpoints it signs.
    public UUID log() {
        return log;
    }

    /// Its short name in signatures, 8 hexadecimal digits: the first four bytes of SHA-256 over name, line feed, `01`
    /// and
    /// the key.
    public String id() {
        var name = (Checkpoint.name(log) + "\n").getBytes(StandardCharsets.UTF_8);
        var named = ByteBuffer.allocate(name.length + 1 + KEY_BYTES)
                .put(name)
                .put(ED25519)
                .put(bytes)
                .array();
        return HexFormat.of().formatHex(TreeHash.plain(named).bytes(), 0, ID_BYTES);
    }

    /// SHA-256 of its 32 bytes: what one writes down, and compares.
    public Hash fingerprint() {
        return TreeHash.plain(bytes);
    }

    /// As a verifier key.
    public String text() {
        var typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(bytes).array();
        return Checkpoint.name(log) + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    PublicKey publicKey() throws GeneralSecurityException {
        var encoded = ByteBuffer.allocate(X509.length + KEY_BYTES)
                .put(X509)
                .put(bytes)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogKey it && log.equals(it.log) && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
