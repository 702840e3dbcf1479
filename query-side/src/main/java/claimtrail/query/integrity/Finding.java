package claimtrail.query.integrity;

/// Something that is not as it was.
///
/// @param from the first fact that it concerns; of a checkpoint, its size
/// @param to the last
/// @param says what was found, in a sentence
record Finding(Kind kind, long from, long to, String says) {

    /// What was done.
    enum Kind {
        CHANGED,
        MISSING,
        CUT_OFF,
        INSERTED,
        REORDERED,
        BEHIND_HEAD,
        STREAM_BROKEN,
        SET_BACK,
        TREE_CHANGED,
        CHECKPOINT_CHANGED,
        CHECKPOINT_MISSING,
        COPY_CHANGED,
        KEY_CHANGED
    }

    /// At one place.
    static Finding at(Kind kind, long at, String says) {
        return new Finding(kind, at, at, says);
    }
}
