package claimtrail.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Opaque 128-bit ids: random ones for new streams and facts, and ones that follow from names.
public final class Ids {

    private Ids() {}

    /// A new id in UUIDv7 layout (RFC 9562): the milliseconds of now, then random bits. The order is a kindness to
    /// indexes; nothing may be read from it. For doors only, which put it into a command: what decides, folds or
    /// counts makes no new id, because it would make another one at the second reading.
    public static UUID next() {
        var random = UUID.randomUUID();
        var high = System.currentTimeMillis() << 16 | 0x7000L | (random.getMostSignificantBits() & 0x0FFFL);
        return new UUID(high, random.getLeastSignificantBits());
    }

    /// The id that always belongs to these names, in UUIDv8 layout (RFC 9562) from their SHA-256. Each name goes in
    /// with its length, so that (`ab`, `c`) and (`a`, `bc`) differ.
    public static UUID named(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            var hash = ByteBuffer.wrap(digest.digest());
            var high = (hash.getLong() & ~0xF000L) | 0x8000L;
            var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
