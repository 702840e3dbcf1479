package claimtrail.proof;

import java.util.List;
import java.util.Optional;

/// Shows that an entry is among the first `size` entries, to whoever has the root of these.
///
/// @param index of the entry, from 0: the position of the fact less one
/// @param size of the tree
/// @param path the hashes beside the way from the leaf to the root, from below
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether it shows that this leaf belongs to the tree of this root.
    public boolean shows(Hash leaf, Hash root) {
        return root(leaf).filter(root::equals).isPresent();
    }

    /// The root that the leaf and the path lead to: RFC 9162, section 2.1.3.2.
    ///
    /// @return empty if a path of this length leads from this entry to no root
    public Optional<Hash> root(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        var hash = new TreeHash();
        var climb = new Climb(index, size - 1);
        var reached = leaf;
        for (var beside : path) {
            if (climb.isAtTop()) {
                return Optional.empty();
            }
            reached = climb.isRight() ? hash.node(beside, reached) : hash.node(reached, beside);
            climb = climb.up();
        }
        return climb.isAtTop() ? Optional.of(reached) : Optional.empty();
    }
}
