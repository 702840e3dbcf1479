package claimtrail.simulator.bench.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Chance that repeats itself: SplitMix64, one stream of numbers for each seed and purpose, so that a further draw in
/// one life never shifts another. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /// @param seed of the history
    /// @param key of the life, or whatever else draws
    Dice(long seed, long key) {
        this.state = mixed(seed + GAMMA * mixed(key + GAMMA));
    }

    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GAMMA;
        return mixed(state);
    }

    /// 0 or more, less than the bound.
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /// From the one up to and with the other.
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /// Whether one of so many chances in a thousand comes true.
    boolean inThousand(int chances) {
        return below(1000) < chances;
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    /// Days of waiting: mostly near the least, now and then three times as long.
    int wait(int least, int spread) {
        return least + Math.min(Math.min(below(spread * 3), below(spread * 3)), below(spread * 3));
    }

    /// An id in UUIDv7 layout, as doors make them, whose time is that of the history.
    UUID id(long atMillis) {
        var high = atMillis << 16 | 0x7000L | (next() & 0x0FFFL);
        return new UUID(high, (next() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /// An id as [#id(long)].
    UUID id(Instant at) {
        return id(at.toEpochMilli());
    }
}
