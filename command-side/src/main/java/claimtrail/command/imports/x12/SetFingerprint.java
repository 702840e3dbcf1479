package claimtrail.command.imports.x12;

import java.security.MessageDigest;

/// SHA-256 of a transaction set in canonical form, so that a re-wrapped or re-numbered resend is recognised.
///
/// Elements are trimmed, separators are fixed, trailing empties are cut, tags are upper-case; ISA, GS, ST02, SE01 and
/// SE02
/// are left out.
final class SetFingerprint {

    private static final byte SEGMENT = 0x1C;
    private static final byte ELEMENT = 0x1D;
    private static final byte REPETITION = 0x1E;
    private static final byte COMPONENT = 0x1F;

    private final MessageDigest digest = ClaimFingerprint.sha256();
    private final byte[] pending = new byte[1 << 13];
    private int filled;

    /// Adds the next segment of the set, ST and SE included.
    void add(Segment s) {
        for (int shift = 16; shift >= 0; shift -= 8) {
            put((byte) (s.tag >> shift));
        }
        int last = s.tag == Tag.SE ? 0 : s.elements;
        int separators = 0;
        for (int i = 1; i <= last; i++) {
            separators++;
            if (!s.has(i) || (s.tag == Tag.ST && i == 2)) {
                continue;
            }
            for (; separators > 0; separators--) {
                put(ELEMENT);
            }
            element(s, i);
        }
        put(SEGMENT);
    }

    byte[] close() {
        flush();
        return digest.digest();
    }

    private void element(Segment s, int element) {
        byte[] b = s.bytes;
        int empties = 0;
        for (int p = s.from(element), end = s.to(element); p < end; p++) {
            if (b[p] == s.component) {
                empties++;
                continue;
            }
            for (; empties > 0; empties--) {
                put(COMPONENT);
            }
            put(b[p] == s.repetition && s.repetition != 0 ? REPETITION : b[p]);
        }
    }

    private void put(byte b) {
        if (filled == pending.length) {
            flush();
        }
        pending[filled++] = b;
    }

    private void flush() {
        digest.update(pending, 0, filled);
        filled = 0;
    }
}
