package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.TreeHash;
import claimtrail.query.integrity.KeptTree.Tile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of the log as it is now, hashed, beside what is kept of it. Small enough that several are in memory.
///
/// @param after the position before its first
/// @param upTo its last position
/// @param leaves by place in the part; null: there is no such row
/// @param tiles what is kept of these positions
record Stretch(long after, long upTo, @Nullable Hash[] leaves, Map<Long, Tile> tiles) {

    /// Reads and hashes.
    static Stretch read(LogRows rows, KeptTree tree, long after, long upTo) {
        var leaves = new @Nullable Hash[(int) (upTo - after)];
        var hash = new TreeHash();
        rows.read(after, upTo, (position, bytes) -> leaves[(int) (position - after - 1)] = hash.leaf(bytes));
        return new Stretch(after, upTo, leaves, tree.lowest(after, upTo));
    }

    @Nullable
    Hash leaf(long position) {
        return leaves[(int) (position - after - 1)];
    }

    @Nullable
    Tile tile(long position) {
        return tiles.get((position - 1) / KeptTree.WIDTH);
    }
}
