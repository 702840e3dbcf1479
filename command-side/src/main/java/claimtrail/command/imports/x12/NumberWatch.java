package claimtrail.command.imports.x12;

/// Notices an account number that stands on very many claims of one file, in constant memory.
///
/// Numbers share slots; a slot keeps the number seen more often, as in "majority vote". A masked or reused number wins
/// its
/// slot, ordinary ones come and go.
final class NumberWatch {

    /// "The same CLP01 on hundreds of claims": reported when the hundredth is met.
    private static final int MANY = 100;

    private static final int SLOTS = 1 << 12;

    private final int[] hashes = new int[SLOTS];
    private final int[] counts = new int[SLOTS];

    /// True exactly when this number is met for the hundredth time.
    boolean isReused(String number) {
        int hash = number.hashCode() * 0x9E3779B1;
        int slot = hash >>> 20;
        if (counts[slot] == 0) {
            hashes[slot] = hash;
        }
        if (hashes[slot] == hash) {
            return ++counts[slot] == MANY;
        }
        counts[slot] = counts[slot] >= MANY ? counts[slot] : counts[slot] - 1;
        return false;
    }
}
