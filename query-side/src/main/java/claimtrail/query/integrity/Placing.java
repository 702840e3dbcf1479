package claimtrail.query.integrity;

import claimtrail.proof.LeafBytes;
import claimtrail.proof.TreeHash;
import claimtrail.query.integrity.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Says of rows that are not what they were whether they were changed, or stand where another one stood: a row that
/// gives the kept bytes of another position, once it is thought to be there, was there.
final class Placing {

    private final LogRows rows;
    private final KeptTree tree;
    private final TreeHash hash = new TreeHash();

    Placing(LogRows rows, KeptTree tree) {
        this.rows = rows;
        this.tree = tree;
    }

    /// What was done to these facts.
    ///
    /// @param differing ascending; the first of all that differ
    /// @param differ how many differ in all
    List<Finding> of(List<Long> differing, long differ) {
        if (differing.isEmpty()) {
            return List.of();
        }
        var came = cameFrom(differing);
        var first = differing.getFirst();
        if (differing.size() > 1 && shifted(came, differing, 1)) {
            return List.of(Finding.at(
                    Kind.INSERTED,
                    first,
                    "A row was inserted as fact %,d, and those behind it were moved up.".formatted(first)));
        }
        if (shifted(came, differing, -1)) {
            return List.of(Finding.at(
                    Kind.MISSING,
                    first,
                    "Fact %,d was deleted, and those behind it were moved down.".formatted(first)));
        }
        return oneByOne(differing, differ, came);
    }

    /// Whether each of these rows came from the place beside it, except one that came from nowhere.
    private static boolean shifted(Map<Long, Long> came, List<Long> differing, int by) {
        var moved = differing.stream()
                .filter(it -> came.containsKey(it) && came.get(it) == it - by)
                .count();
        return moved >= Math.max(1, differing.size() - 1)
                && !came.getOrDefault(differing.getFirst(), 0L).equals(differing.getLast());
    }

    private static List<Finding> oneByOne(List<Long> differing, long differ, Map<Long, Long> came) {
        var findings = new ArrayList<Finding>();
        var told = new HashSet<Long>();
        for (var position : differing) {
            var from = came.get(position);
            if (!told.add(position)) {
                continue;
            }
            if (from == null) {
                findings.add(Finding.at(
                        Kind.CHANGED,
                        position,
                        "Fact %,d was changed: its row is not the one that was written.".formatted(position)));
            } else if (position.equals(came.get(from))) {
                told.add(from);
                findings.add(new Finding(
                        Kind.REORDERED,
                        position,
                        from,
                        "Facts %,d and %,d have changed places.".formatted(position, from)));
            } else {
                findings.add(Finding.at(
                        Kind.REORDERED, position, "What stands as fact %,d was fact %,d.".formatted(position, from)));
            }
        }
        if (differ > differing.size()) {
            findings.add(Finding.at(
                    Kind.CHANGED,
                    differing.getLast() + 1,
                    "%,d facts behind it are not the ones that were written either."
                            .formatted(differ - differing.size())));
        }
        return findings;
    }

    /// By the position at which a row stands, that at which it stood.
    private Map<Long, Long> cameFrom(List<Long> differing) {
        var kept = new HashMap<Long, byte[]>();
        for (var position : differing) {
            var start = Comparison.start(
                    tree.lowest(position - 1, position).get((position - 1) / KeptTree.WIDTH), position);
            if (start != null) {
                kept.put(position, start);
            }
        }
        var came = new HashMap<Long, Long>();
        for (var position : differing) {
            var bytes = rows.at(position);
            if (bytes == null) {
                continue;
            }
            for (var from : kept.entrySet()) {
                var then = hash.leaf(LeafBytes.movedTo(from.getKey(), bytes)).bytes();
                if (Arrays.equals(Arrays.copyOf(then, KeptTree.START), from.getValue())) {
                    came.put(position, from.getKey());
                }
            }
        }
        return came;
    }
}
