package claimtrail.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Merkle tree over the log: RFC 9162, section 2.1. Entry 0 of the tree is the fact at position 1.
///
/// An instance grows entry by entry and remembers only what its root is made of, one hash a level. What a proof needs
/// beyond that comes from kept [TreeNodes]. Not for two threads at once.
public final class LogTree {

    /// More entries than a long can count are never in a log.
    private static final int LEVELS = 63;

    private final TreeHash hash = new TreeHash();

    /// The whole subtrees the entries so far are made of, by height: one where the size has a 1 bit.
    private final @Nullable Hash[] peaks = new @Nullable Hash[LEVELS];

    private long size;

    /// A tree without entries.
    public LogTree() {}

    /// Goes on where another tree stopped.
    ///
    /// @param nodes are asked for at most one subtree a level
    public static LogTree at(long size, TreeNodes nodes) {
        var tree = new LogTree();
        for (int level = 0; level < LEVELS; level++) {
            if ((size >> level & 1) == 1) {
                tree.peaks[level] = nodes.node(level, (size >> level) - 1);
            }
        }
        tree.size = size;
        return tree;
    }

    /// Is told of each subtree, leaves too, at the moment it is whole.
    @FunctionalInterface
    public interface Whole {
        void subtree(int level, long index, Hash hash);
    }

    /// Adds the hash of one more entry.
    public void append(Hash leaf) {
        append(leaf, (_, _, _) -> {});
    }

    /// Adds the hash of one more entry.
    ///
    /// @param whole is told of the leaf, and of each subtree that it completes, from below
    public void append(Hash leaf, Whole whole) {
        var level = 0;
        var grown = leaf;
        whole.subtree(0, size, grown);
        for (var left = peaks[0]; left != null; left = peaks[level]) {
            peaks[level] = null;
            grown = hash.node(left, grown);
            level++;
            whole.subtree(level, size >> level, grown);
        }
        peaks[level] = grown;
        size++;
    }

    /// How many entries it has: the position of its last fact.
    public long size() {
        return size;
    }

    /// The hash that stands for all entries and their order.
    public Hash root() {
        return root(null);
    }

    /// The root of a tree to whose entries some follow that this instance was not given.
    ///
    /// @param rest what follows, as one hash: fewer entries than its smallest subtree has; null: nothing
    public Hash root(@Nullable Hash rest) {
        var root = rest;
        for (var peak : peaks) {
            if (peak != null) {
                root = root == null ? peak : hash.node(peak, root);
            }
        }
        return root == null ? hash.empty() : root;
    }

    /// The root of the first entries, from kept nodes.
    public static Hash root(long size, TreeNodes nodes) {
        return at(size, nodes).root();
    }

    /// Shows that an entry is among the first ones: RFC 9162, section 2.1.3.1.
    ///
    /// @param index of the entry, from 0
    /// @param nodes are asked for at most two subtrees a level
    /// @throws IllegalArgumentException if there is no such entry
    public static InclusionProof inclusion(long index, long size, TreeNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not among the first " + size);
        }
        var path = new ArrayList<Hash>();
        var walk = new Walk(new TreeHash(), nodes);
        walk.inclusion(index, 0, size, path);
        return new InclusionProof(index, size, path);
    }

    /// Shows that the first entries are still the first ones of a larger tree: RFC 9162, section 2.1.4.1.
    ///
    /// @throws IllegalArgumentException if the sizes are negative or the wrong way round
    public static ConsistencyProof consistency(long from, long to, TreeNodes nodes) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + from + " entries does not grow to " + to);
        }
        var path = new ArrayList<Hash>();
        if (from > 0) {
            new Walk(new TreeHash(), nodes).consistency(from, 0, to, true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    /// The recursions of the RFC, over entries `from` to `to`, the latter not included.
    private record Walk(TreeHash hash, TreeNodes nodes) {

        void inclusion(long index, long from, long to, List<Hash> path) {
            if (to - from == 1) {
                return;
            }
            var middle = from + split(to - from);
            if (index < middle) {
                inclusion(index, from, middle, path);
                path.add(range(middle, to));
            } else {
                inclusion(index, middle, to, path);
                path.add(range(from, middle));
            }
        }

        /// @param known whether the verifier has the hash of these entries: it is the smaller tree itself
        void consistency(long size, long from, long to, boolean known, List<Hash> path) {
            if (size == to) {
                if (!known) {
                    path.add(range(from, to));
                }
                return;
            }
            var middle = from + split(to - from);
            if (size <= middle) {
                consistency(size, from, middle, known, path);
                path.add(range(middle, to));
            } else {
                consistency(size, middle, to, false, path);
                path.add(range(from, middle));
            }
        }

        private Hash range(long from, long to) {
            var length = to - from;
            if (Long.bitCount(length) == 1) {
                var level = Long.numberOfTrailingZeros(length);
                return nodes.node(level, from >> level);
            }
            var middle = from + split(length);
            return hash.node(range(from, middle), range(middle, to));
        }

        /// The largest power of two that is smaller.
        private static long split(long length) {
            return Long.highestOneBit(length - 1);
        }
    }
}
