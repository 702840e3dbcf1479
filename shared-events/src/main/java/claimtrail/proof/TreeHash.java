package claimtrail.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashing of RFC 9162, section 2.1.1. A leaf and an inner node begin with different bytes, so that neither can be
/// passed off as the other. Not for two threads at once.
public final class TreeHash {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = sha256();

    /// Of one entry: SHA-256 of a zero byte and the entry.
    public Hash leaf(byte[] entry) {
        sha256.update(LEAF);
        return Hash.of(sha256.digest(entry));
    }

    /// Of two subtrees that stand side by side: SHA-256 of a one byte and both.
    public Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.raw());
        return Hash.of(sha256.digest(right.raw()));
    }

    /// Of a tree without entries: SHA-256 of nothing.
    public Hash empty() {
        return Hash.of(sha256.digest());
    }

    /// Plain SHA-256, with nothing before it.
    static Hash plain(byte[] bytes) {
        return Hash.of(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
