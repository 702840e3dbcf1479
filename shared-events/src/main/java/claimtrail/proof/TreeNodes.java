package claimtrail.proof;

/// Where the hashes of whole subtrees are kept.
@FunctionalInterface
public interface TreeNodes {

    /// The hash of a whole subtree.
    ///
    /// @param level its height: 0 is a leaf, 1 two leaves, 10 a thousand and twenty-four
    /// @param index its place among those of its level, from 0; it begins with entry `index << level`
    Hash node(int level, long index);
}
