package claimtrail.query.integrity;

import claimtrail.proof.LogKey;
import claimtrail.proof.SignedCheckpoint;
import claimtrail.proof.TreeNodes;
import claimtrail.query.integrity.Checkpoints.Kept;
import claimtrail.query.web.NotThere;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What evidence for outsiders is made of: signed checkpoints, the tree they stand for, and the key to check them with.
@Component
public class SignedLog {

    private final Checkpoints checkpoints;
    private final Anchors anchors;
    private final KeptTree tree;
    private final LogRows rows;
    private final JdbcClient jdbc;

    SignedLog(Checkpoints checkpoints, Anchors anchors, KeptTree tree, LogRows rows, JdbcClient jdbc) {
        this.checkpoints = checkpoints;
        this.anchors = anchors;
        this.tree = tree;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /// The newest checkpoint.
    ///
    /// @throws NotThere before the first
    public SignedCheckpoint newest() {
        return checkpoints.newest().map(SignedLog::signed).orElseThrow(() -> new NotThere("CHECKPOINT_UNKNOWN"));
    }

    /// Whether a checkpoint stands for all facts up to a position.
    public boolean covers(long position) {
        return checkpoints.newest().filter(it -> it.size() >= position).isPresent();
    }

    /// The first checkpoint of more facts; empty where there is none.
    public Optional<SignedCheckpoint> after(long size) {
        return jdbc.sql("select min(size) from read_model.checkpoint where size > ?")
                .param(size)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .flatMap(checkpoints::of)
                .map(SignedLog::signed);
    }

    /// The public key.
    ///
    /// @throws NotThere before there is one
    public LogKey key() {
        return anchors.key().orElseThrow(() -> new NotThere("KEY_UNKNOWN"));
    }

    /// The kept tree, for some thousand proofs: what it reads it remembers.
    public TreeNodes nodes() {
        return tree.nodes();
    }

    /// Is given the bytes of row after row, as the tree hashes them.
    @FunctionalInterface
    public interface Rows {
        void row(long position, byte[] bytes);
    }

    /// Reads the rows behind a position and up to another, in their order.
    public void read(long after, long upTo, Rows reader) {
        rows.read(after, upTo, reader::row);
    }

    private static SignedCheckpoint signed(Kept it) {
        return SignedCheckpoint.parse(CheckpointFiles.bytes(it.note()));
    }
}
