package claimtrail.query.proof;

import claimtrail.proof.Hash;
import claimtrail.proof.LogTree;
import claimtrail.proof.SignedCheckpoint;
import claimtrail.proof.TreeHash;
import claimtrail.query.integrity.SignedLog;
import claimtrail.query.web.NotThere;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Hashes the whole log again up to a checkpoint, and holds the root against the signed one. A figure is made of one
/// practice's facts; but only all facts have a root.
@Component
public final class Chain {

    /// Facts that one thread hashes at a time; a power of two.
    private static final long BLOCK = 1 << 16;

    private final SignedLog signed;
    private final LogShares shares;
    private final TransactionTemplate reading;

    Chain(SignedLog signed, LogShares shares, PlatformTransactionManager transactions) {
        this.signed = signed;
        this.shares = shares;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// What the log was hashed to.
    ///
    /// @param from before the first fact that was hashed
    /// @param to the last one: the position of the checkpoint
    /// @param root of these facts as they are now, in hexadecimal digits
    /// @param checkpoint the root that was signed; absent before the first checkpoint
    /// @param intact whether both are the same, and the signature is right
    /// @param unsigned facts of the figure's past that no checkpoint stands for yet
    public record Hashed(
            long from,
            long to,
            @Nullable String root,
            @Nullable String checkpoint,
            boolean intact,
            long unsigned) {}

    /// Hashes up to the first checkpoint that stands for all facts up to a position, or else up to the newest.
    Hashed hash(long asOf) {
        try {
            var checkpoint = signed.after(asOf - 1).orElseGet(signed::newest);
            return hashed(checkpoint, asOf);
        } catch (NotThere _) {
            return new Hashed(0, 0, null, null, false, asOf);
        }
    }

    private Hashed hashed(SignedCheckpoint signature, long asOf) {
        var checkpoint = signature.checkpoint();
        var blocks = new ArrayList<Callable<Hash>>();
        for (var after = 0L; after < checkpoint.size(); after += BLOCK) {
            blocks.add(block(after, Math.min(after + BLOCK, checkpoint.size())));
        }
        var tree = new LogTree();
        shares.run(blocks).forEach(tree::append);
        var root = tree.root();
        return new Hashed(
                0,
                checkpoint.size(),
                root.hex(),
                checkpoint.root().hex(),
                root.equals(checkpoint.root()) && signature.isSignedBy(signed.key()),
                Math.max(0, asOf - checkpoint.size()));
    }

    /// The root of some facts. Blocks are whole subtrees, but for the last one, which hangs on the right of the others
    /// as
    /// it would without blocks; so the roots of blocks have the same root as the facts.
    private Callable<Hash> block(long after, long upTo) {
        return () -> {
            var tree = new LogTree();
            var hash = new TreeHash();
            reading.executeWithoutResult(_ -> signed.read(after, upTo, (_, bytes) -> tree.append(hash.leaf(bytes))));
            return tree.root();
        };
    }
}
