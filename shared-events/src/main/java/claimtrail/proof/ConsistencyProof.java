package claimtrail.proof;

import java.util.ArrayList;
import java.util.List;

/// Shows that a tree has only grown: its first `from` entries are the first ones of the tree of `to` entries.
///
/// @param from entries of the smaller tree
/// @param to entries of the larger one
/// @param path hashes of subtrees from which both roots can be made
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Whether it shows that the tree of the one root has grown to that of the other: RFC 9162, section 2.1.4.2. Every
    /// tree has grown from the empty one.
    public boolean shows(Hash fromRoot, Hash toRoot) {
        var hash = new TreeHash();
        if (from == to || from == 0) {
            return path.isEmpty() && fromRoot.equals(from == to ? toRoot : hash.empty());
        }
        var way = new ArrayList<Hash>();
        if (Long.bitCount(from) == 1) {
            way.add(fromRoot); // a single subtree: the verifier has it already
        }
        way.addAll(path);
        if (from < 0 || from > to || way.isEmpty()) {
            return false;
        }
        var levels = Long.numberOfTrailingZeros(from);
        var climb = new Climb((from - 1) >> levels, (to - 1) >> levels);
        var small = way.getFirst();
        var large = way.getFirst();
        for (var beside : way.subList(1, way.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.isRight()) {
                small = hash.node(beside, small);
                large = hash.node(beside, large);
            } else {
                large = hash.node(large, beside);
            }
            climb = climb.up();
        }
        return climb.isAtTop() && small.equals(fromRoot) && large.equals(toRoot);
    }
}
