package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.LogTree;
import claimtrail.query.integrity.Anchors.Anchor;
import claimtrail.query.integrity.KeptTree.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks through the log from its first fact to its last and compares three witnesses: the rows, the kept tree, and the
/// checkpoints outside. Remembers only where they differ first.
final class Comparison {

    /// Places that are remembered one by one; of the others their number.
    static final int REMEMBERED = 64;

    private final Iterator<Anchor> anchors;
    private final long keptUpTo;
    private final LogTree log = new LogTree();
    private final LogTree kept = new LogTree();
    private final List<Range> missing = new ArrayList<>();
    private final List<Long> differing = new ArrayList<>();
    private final List<Long> differingGroups = new ArrayList<>();
    private @Nullable Anchor next;
    private @Nullable Hash lastGroup;
    private boolean keptIsWhole = true;
    private boolean logIsWhole = true;
    private long groupsDiffering;
    private long differ;
    private long agreed;
    private long keptAgreed;
    private @Nullable Anchor convicting;
    private long present;

    /// @param believed the checkpoints, by size
    Comparison(List<Anchor> believed) {
        this.anchors = believed.iterator();
        this.keptUpTo = believed.isEmpty() ? 0 : believed.getLast().size();
        this.next = anchors.hasNext() ? anchors.next() : null;
    }

    /// Facts that stand one after the other.
    record Range(long from, long to) {}

    /// The next part of the log.
    void read(Stretch part) {
        for (long position = part.after() + 1; position <= part.upTo(); position++) {
            var tile = part.tile(position);
            row(position, part.leaf(position), tile);
            if (position % KeptTree.GROUP == 0) {
                group(position, tile);
            }
            if (next != null && next.size() == position) {
                anchor(next);
                next = anchors.hasNext() ? anchors.next() : null;
            }
        }
    }

    private void row(long position, @Nullable Hash leaf, @Nullable Tile tile) {
        if (leaf == null) {
            missing(position);
            logIsWhole = false;
            return;
        }
        present = position;
        var start = start(tile, position);
        if (position <= keptUpTo
                && start != null
                && !Arrays.equals(start, Arrays.copyOf(leaf.bytes(), KeptTree.START))) {
            differ++;
            if (differing.size() < REMEMBERED) {
                differing.add(position);
            }
        }
        if (logIsWhole) {
            log.append(leaf, (level, _, hash) -> lastGroup = level == 3 ? hash : lastGroup);
        }
    }

    private void missing(long position) {
        var last = missing.isEmpty() ? null : missing.getLast();
        if (last != null && last.to() == position - 1) {
            missing.set(missing.size() - 1, new Range(last.from(), position));
        } else if (missing.size() < REMEMBERED) {
            missing.add(new Range(position, position));
        }
    }

    private void group(long position, @Nullable Tile tile) {
        if (position > keptUpTo) {
            return;
        }
        var at = (int) ((position - 1) % KeptTree.WIDTH / KeptTree.GROUP);
        if (tile == null || tile.count() <= at) {
            keptIsWhole = false;
            return;
        }
        var node = tile.node(at);
        kept.append(node);
        if (logIsWhole && !node.equals(lastGroup)) {
            groupsDiffering++;
            if (differingGroups.size() < REMEMBERED) {
                differingGroups.add(position - KeptTree.GROUP + 1);
            }
        }
    }

    private void anchor(Anchor it) {
        if (keptIsWhole && kept.root(it.edge()).equals(it.root())) {
            keptAgreed = it.size();
        }
        if (!logIsWhole || convicting != null) {
            return;
        }
        if (log.root().equals(it.root())) {
            agreed = it.size();
        } else {
            convicting = it;
        }
    }

    /// Positions at which there is no row, up to the head.
    List<Range> missing() {
        return missing;
    }

    /// Facts whose row is not the one that was kept, at most [#REMEMBERED].
    List<Long> differing() {
        return differing;
    }

    /// How many there are.
    long differ() {
        return differ;
    }

    /// The first facts of groups of eight that are not the ones that were kept.
    List<Long> differingGroups() {
        return differingGroups;
    }

    /// How many groups there are.
    long groupsDiffering() {
        return groupsDiffering;
    }

    /// The first checkpoint that the log contradicts; null: it contradicts none.
    @Nullable
    Anchor convicting() {
        return convicting;
    }

    /// Facts of the last checkpoint that the log agreed with.
    long agreed() {
        return agreed;
    }

    /// Facts of the last checkpoint that the kept tree agreed with: up to here it is a witness.
    long keptAgreed() {
        return keptAgreed;
    }

    /// The last position at which there was a row.
    long present() {
        return present;
    }

    /// Bytes that are kept of a leaf; null: none.
    static byte @Nullable [] start(@Nullable Tile tile, long position) {
        var from = (int) ((position - 1) % KeptTree.WIDTH) * KeptTree.START;
        return tile == null || tile.leaves().length < from + KeptTree.START
                ? null
                : Arrays.copyOfRange(tile.leaves(), from, from + KeptTree.START);
    }
}
