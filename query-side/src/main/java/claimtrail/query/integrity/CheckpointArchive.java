package claimtrail.query.integrity;

import claimtrail.proof.SignedCheckpoint;
import java.io.IOException;

/// A place outside the database that keeps checkpoints. What it has kept once, it gives to nobody to change.
interface CheckpointArchive {

    /// Keeps a checkpoint for good. Keeping the same one again changes nothing.
    ///
    /// @throws IOException if it is not certain that it is kept
    void keep(SignedCheckpoint checkpoint) throws IOException;

    /// The name of a checkpoint there; in the order of sizes.
    static String name(long size) {
        return "%020d.checkpoint".formatted(size);
    }
}
