package claimtrail.command.store;

import java.nio.ByteBuffer;
import java.util.UUID;

/// The ids of facts, and ids as bytes.
final class EventIds {

    private EventIds() {}

    /// 16 bytes, most significant first.
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /// The id of the fact at a place of a stream: the same whenever the same stream is made again, so that a
    /// run which derives its streams from a seed derives the same log. UUIDv7 layout: the time part is that of
    /// the stream, which makes neighbours in the log neighbours in the index; the other 74 bits mix stream and
    /// sequence.
    static UUID ofEvent(UUID stream, long sequence) {
        var high = mix(stream.getMostSignificantBits() ^ mix(sequence + 0x9E3779B97F4A7C15L));
        var low = mix(stream.getLeastSignificantBits() ^ mix(high));
        return new UUID(
                (stream.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L) | 0x7000L | (high & 0x0FFFL),
                (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /// A bijection that spreads every bit over all. Source: Steele, Lea and Flood, SplitMix64, as in
    /// `java.util.SplittableRandom`.
    private static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
