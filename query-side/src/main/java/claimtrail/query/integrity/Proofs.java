package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.LogTree;
import claimtrail.proof.TreeHash;
import claimtrail.query.integrity.Checkpoints.Kept;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Proofs against checkpoints, made from a few kept rows; whoever gets one needs only the checkpoint to check it.
@Component
public class Proofs {

    private final LogRows rows;
    private final KeptTree tree;
    private final Checkpoints checkpoints;

    Proofs(LogRows rows, KeptTree tree, Checkpoints checkpoints) {
        this.rows = rows;
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /// Shows that a fact is among those that a checkpoint stands for.
    ///
    /// @param index of the fact in the tree: its position less one
    /// @param size facts of the checkpoint
    /// @param leafBytes what is hashed of the fact, base64; its form stands at `LeafBytes`
    /// @param leafHash SHA-256 of a zero byte and these bytes, base64
    /// @param path hashes beside the way to the root, from below, base64
    /// @param root to which it leads, base64
    /// @param shows whether it is the root of the checkpoint; false: the fact, or the kept tree, is not as it was
    /// @param checkpoint the signed note
    public record Inclusion(
            long position,
            long index,
            long size,
            String leafBytes,
            String leafHash,
            List<String> path,
            String root,
            boolean shows,
            String checkpoint) {

        public Inclusion {
            path = List.copyOf(path);
        }
    }

    /// The proof of a fact, against the checkpoint of so many facts.
    ///
    /// @throws NotThere if there is no such fact, or no such checkpoint
    Inclusion inclusion(long position, Kept checkpoint) {
        if (position < 1 || position > checkpoint.size()) {
            throw new NotThere("FACT_NOT_IN_CHECKPOINT");
        }
        var bytes = rows.at(position);
        if (bytes == null) {
            throw new NotThere("EVENT_UNKNOWN");
        }
        var leaf = new TreeHash().leaf(bytes);
        var proof = LogTree.inclusion(position - 1, checkpoint.size(), tree.nodes());
        var root = proof.root(leaf).orElseThrow();
        return new Inclusion(
                position,
                proof.index(),
                proof.size(),
                Base64.getEncoder().encodeToString(bytes),
                leaf.base64(),
                words(proof.path()),
                root.base64(),
                root.equals(checkpoint.root()),
                checkpoint.note());
    }

    /// The proof of a fact against the newest checkpoint; empty where that does not have it yet, and where too much was
    /// altered to make one: the verification says what.
    public Optional<Inclusion> find(long position) {
        try {
            return checkpoints.newest().filter(it -> position <= it.size()).map(it -> inclusion(position, it));
        } catch (IllegalStateException | NotThere _) {
            return Optional.empty();
        }
    }

    /// Shows that the log of one checkpoint is the beginning of the log of another.
    ///
    /// @param path hashes from which both roots can be made, base64
    /// @param shows whether they are the roots of both checkpoints
    public record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path, boolean shows) {

        public Consistency {
            path = List.copyOf(path);
        }
    }

    /// The proof that the log has only grown.
    ///
    /// @throws NotThere if there is no checkpoint of one of these sizes
    Consistency consistency(long from, long to) {
        if (from > to) {
            throw Parameters.invalid("from", "At most as many facts as in `to`.");
        }
        var first = checkpoint(from);
        var second = checkpoint(to);
        var proof = LogTree.consistency(from, to, tree.nodes());
        return new Consistency(
                from,
                to,
                first.root().base64(),
                second.root().base64(),
                words(proof.path()),
                proof.shows(first.root(), second.root()));
    }

    /// The checkpoint of so many facts.
    ///
    /// @throws NotThere if there is none
    Kept checkpoint(long size) {
        return checkpoints.of(size).orElseThrow(() -> new NotThere("CHECKPOINT_UNKNOWN"));
    }

    /// The newest checkpoint.
    ///
    /// @throws NotThere before the first
    Kept newest() {
        return checkpoints.newest().orElseThrow(() -> new NotThere("CHECKPOINT_UNKNOWN"));
    }

    private static List<String> words(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
