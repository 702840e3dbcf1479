package claimtrail.query.integrity;

import claimtrail.proof.Checkpoint;
import claimtrail.proof.Hash;
import claimtrail.proof.LogTree;
import claimtrail.proof.SignedCheckpoint;
import claimtrail.proof.TreeHash;
import claimtrail.query.feed.LogReader;
import claimtrail.query.integrity.Checkpoints.Kept;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads what is new in the log, adds it to the tree, and puts a signed checkpoint outside the database. Those who
/// append know nothing of it.
///
/// A checkpoint is first outside and then in the database. A node that dies in between leaves one outside that the
/// database does not know; whoever is next makes the tree again, and takes it in if the roots agree.
@Component
class CheckpointMaker {

    private final LogReader log;
    private final LogRows rows;
    private final KeptTree tree;
    private final Checkpoints checkpoints;
    private final CheckpointFiles files;
    private final IntegritySettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CheckpointMaker(
            LogReader log,
            LogRows rows,
            KeptTree tree,
            Checkpoints checkpoints,
            CheckpointFiles files,
            IntegritySettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.rows = rows;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Makes the next checkpoint if there is reason for one, or takes in the next one that is already outside.
    ///
    /// @return whether there was one: then there may be another
    /// @throws IntegrityTrouble if none may be made, because what is there does not fit together
    boolean next() {
        return Objects.requireNonNull(transaction.execute(_ -> checkpoints.takeTurn() && step()));
    }

    private boolean step() {
        try {
            var before = checkpoints.newest();
            var size = before.map(Kept::size).orElse(0L);
            var sizes = files.sizes();
            if (size > 0 && !sizes.contains(size)) {
                throw new IntegrityTrouble(
                        "The checkpoint of %,d facts is missing in %s.".formatted(size, files.place()));
            }
            var outside = sizes.higher(size);
            if (outside != null) {
                takeIn(outside, before);
                return true;
            }
            var upTo = due(before);
            if (upTo > size) {
                make(upTo, before);
                return true;
            }
            return false;
        } catch (IOException e) {
            throw new IntegrityTrouble("The checkpoints in %s cannot be read or written.".formatted(files.place()), e);
        }
    }

    /// Up to which fact a checkpoint is due; no more than before: none is.
    private long due(Optional<Kept> before) {
        var size = before.map(Kept::size).orElse(0L);
        var head = log.head();
        if (head < size) {
            throw new IntegrityTrouble(
                    "The log ends at fact %,d, and there is a checkpoint of %,d facts.".formatted(head, size));
        }
        var late = before.map(it -> !it.madeAt().plus(settings.every()).isAfter(clock.instant()))
                .orElse(true);
        return head - size >= settings.events() || late ? Math.min(head, size + settings.events()) : size;
    }

    private void make(long upTo, Optional<Kept> before) throws IOException {
        var key = key(before.isEmpty());
        var previous = before.map(it -> SignedCheckpoint.parse(CheckpointFiles.bytes(it.note())))
                .orElse(null);
        if (previous != null && !previous.isSignedBy(key.shown())) {
            throw new IntegrityTrouble("The signing key is %s, and the checkpoint of %,d facts was signed with %s."
                    .formatted(key.shown().id(), previous.checkpoint().size(), previous.keyId()));
        }
        var grown = grow(before, upTo);
        var signed = key.sign(new Checkpoint(
                key.shown().log(),
                upTo,
                grown.root(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                previous == null ? null : previous.hash()));
        files.keep(signed);
        keep(signed, grown);
    }

    private void takeIn(long size, Optional<Kept> before) throws IOException {
        var signed = files.read(size).orElse(null);
        var previous = before.map(it ->
                        SignedCheckpoint.parse(CheckpointFiles.bytes(it.note())).hash())
                .orElse(null);
        if (signed == null
                || !signed.isSignedBy(key(false).shown())
                || !Objects.equals(signed.checkpoint().previous(), previous)) {
            throw new IntegrityTrouble("The checkpoint of %,d facts in %s does not follow the one before it."
                    .formatted(size, files.place()));
        }
        if (log.head() < size) {
            throw new IntegrityTrouble("The log ends at fact %,d, and there is a checkpoint of %,d facts outside."
                    .formatted(log.head(), size));
        }
        var grown = grow(before, size);
        if (!grown.root().equals(signed.checkpoint().root())) {
            throw new IntegrityTrouble(
                    "The log is not what the checkpoint of %,d facts outside stands for.".formatted(size));
        }
        keep(signed, grown);
    }

    /// @param root of the tree that has grown
    /// @param edge over its last facts that fill no group; null: they fill it
    private record Grown(Hash root, @Nullable Hash edge, KeptTree.Growth growth) {}

    /// Reads from the last whole tile on, so that what the newest checkpoint stands for is seen once more.
    private Grown grow(Optional<Kept> before, long upTo) {
        var size = before.map(Kept::size).orElse(0L);
        var whole = size / KeptTree.WIDTH * KeptTree.WIDTH;
        var growing = LogTree.at(whole, tree.nodes());
        var growth = tree.growth(whole);
        var edge = new LogTree[] {new LogTree()};
        var hash = new TreeHash();
        before.filter(it -> it.size() == whole).ifPresent(it -> requireSame(it, growing));
        rows.read(whole, upTo, (position, bytes) -> {
            if (position != growing.size() + 1) {
                throw new IntegrityTrouble("Fact %,d is missing.".formatted(growing.size() + 1));
            }
            var leaf = hash.leaf(bytes);
            growing.append(leaf, growth);
            if (position % KeptTree.GROUP == 1) {
                edge[0] = new LogTree();
            }
            edge[0].append(leaf);
            before.filter(it -> it.size() == position).ifPresent(it -> requireSame(it, growing));
        });
        if (growing.size() != upTo) {
            throw new IntegrityTrouble("Fact %,d is missing.".formatted(growing.size() + 1));
        }
        return new Grown(growing.root(), upTo % KeptTree.GROUP == 0 ? null : edge[0].root(), growth);
    }

    private static void requireSame(Kept before, LogTree growing) {
        if (!growing.root().equals(before.root())) {
            throw new IntegrityTrouble(
                    "The log is not what the checkpoint of %,d facts stands for.".formatted(before.size()));
        }
    }

    private void keep(SignedCheckpoint signed, Grown grown) {
        grown.growth().write();
        checkpoints.add(signed, grown.edge());
    }

    private SigningKey key(boolean first) {
        return SigningKey.in(settings.signingKey()).orElseGet(() -> {
            if (!first) {
                throw new IntegrityTrouble("There are checkpoints, and their signing key is missing: %s."
                        .formatted(settings.signingKey()));
            }
            return SigningKey.create(settings.signingKey());
        });
    }
}
