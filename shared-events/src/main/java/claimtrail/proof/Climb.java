package claimtrail.proof;

/// A place on the way from a leaf to the root, as both verifications of RFC 9162 walk it.
///
/// @param node index of the node on its level
/// @param last index of the last node on that level
record Climb(long node, long last) {

    boolean isAtTop() {
        return last == 0;
    }

    /// Whether what stands beside it stands on its left.
    boolean isRight() {
        return (node & 1) == 1 || node == last;
    }

    /// One level up; a last node without a right neighbour goes up until it has a left one.
    Climb up() {
        var levels = 1;
        if (node == last) {
            levels += Long.numberOfTrailingZeros(node);
        }
        return new Climb(node >> levels, last >> levels);
    }
}
