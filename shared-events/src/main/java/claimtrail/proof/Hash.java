package claimtrail.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A SHA-256 value: 32 bytes.
public final class Hash {

    /// How long every hash is.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// From its bytes.
    ///
    /// @throws IllegalArgumentException if it is not 32 bytes long
    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /// A part of an array.
    ///
    /// @throws IllegalArgumentException if it is not 32 bytes long
    public static Hash of(byte[] bytes, int from, int length) {
        if (length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /// From base64 (RFC 4648), as checkpoints write it.
    ///
    /// @throws IllegalArgumentException if it is not the base64 of 32 bytes
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /// From hexadecimal digits.
    ///
    /// @throws IllegalArgumentException if it is not 64 of them
    public static Hash ofHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    /// A copy of its bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// In base64 with padding.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// In 64 hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// Writes itself into an array.
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    /// For the hasher, which does not change it.
    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash it && Arrays.equals(bytes, it.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
