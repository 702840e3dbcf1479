package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.LogKey;
import claimtrail.proof.SignedCheckpoint;
import claimtrail.query.integrity.Checkpoints.Kept;
import claimtrail.query.integrity.Finding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The checkpoints that a verification believes, because their signature is right, and what is wrong with the others.
@Component
class Anchors {

    private final Checkpoints checkpoints;
    private final CheckpointFiles files;
    private final IntegritySettings settings;

    Anchors(Checkpoints checkpoints, CheckpointFiles files, IntegritySettings settings) {
        this.checkpoints = checkpoints;
        this.files = files;
        this.settings = settings;
    }

    /// A checkpoint that is believed.
    ///
    /// @param edge see [Kept]; absent also where the database does not know the checkpoint
    record Anchor(long size, Hash root, @Nullable Hash edge) {}

    /// @param believed by size
    /// @param newestOutside facts of the newest checkpoint outside; 0 if there is none
    /// @param newestInside facts of the newest one that the database knows
    record Found(List<Anchor> believed, List<Finding> findings, long newestOutside, long newestInside) {}

    /// The public key: as it was written down, or that of the file.
    Optional<LogKey> key() {
        var pinned = settings.pinnedKey();
        return pinned == null || pinned.isBlank()
                ? SigningKey.in(settings.signingKey()).map(SigningKey::shown)
                : Optional.of(LogKey.parse(pinned));
    }

    /// Looks at all checkpoints, outside and in the database. To be called while nobody makes one.
    Found find() {
        try {
            var inside = checkpoints.all().stream().collect(Collectors.toMap(Kept::size, Function.identity()));
            var outside = new TreeMap<Long, Optional<SignedCheckpoint>>();
            for (var size : files.sizes()) {
                outside.put(size, files.read(size));
            }
            var key = key();
            if (key.isEmpty() && !(inside.isEmpty() && outside.isEmpty())) {
                throw new IntegrityTrouble(
                        "The signing key is missing: %s. Without it, or the public key in claimtrail.integrity.pinned-key, no checkpoint can be believed."
                                .formatted(settings.signingKey()));
            }
            return key.map(it -> new Look(it, inside, outside).look())
                    .orElseGet(() -> new Found(List.of(), List.of(), 0, 0));
        } catch (IOException e) {
            throw new IntegrityTrouble("The checkpoints in %s cannot be read.".formatted(files.place()), e);
        }
    }

    /// One look, with what it has found so far.
    private static final class Look {

        private final LogKey key;
        private final Map<Long, Kept> inside;
        private final NavigableMap<Long, Optional<SignedCheckpoint>> outside;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Anchor> believed = new ArrayList<>();

        private Look(LogKey key, Map<Long, Kept> inside, NavigableMap<Long, Optional<SignedCheckpoint>> outside) {
            this.key = key;
            this.inside = inside;
            this.outside = outside;
        }

        private Found look() {
            var sizes = new TreeSet<>(inside.keySet());
            sizes.addAll(outside.keySet());
            if (keyWasChanged()) {
                return new Found(List.of(), findings, newest(outside.keySet()), newest(inside.keySet()));
            }
            @Nullable Hash previous = null;
            for (var size : sizes) {
                var copy = inside.get(size);
                var file = outside.get(size);
                var signed = file == null ? null : signed(file.orElse(null));
                var signedCopy = copy == null ? null : signed(parsed(copy.note()));
                if (file == null) {
                    findings.add(Finding.at(
                            Kind.CHECKPOINT_MISSING,
                            size,
                            "The checkpoint of %,d facts is missing outside the database, which knows it."
                                    .formatted(size)));
                } else if (signed == null) {
                    findings.add(Finding.at(
                            Kind.CHECKPOINT_CHANGED,
                            size,
                            "The checkpoint of %,d facts outside the database is not as it was signed."
                                    .formatted(size)));
                }
                if (copy != null && (signedCopy == null || !isItsNote(copy, signedCopy))) {
                    findings.add(Finding.at(
                            Kind.COPY_CHANGED,
                            size,
                            "The database's copy of the checkpoint of %,d facts is not as it was signed."
                                    .formatted(size)));
                }
                var best = signed == null ? signedCopy : signed;
                if (best != null) {
                    follows(previous, best);
                    believed.add(new Anchor(size, best.checkpoint().root(), copy == null ? null : copy.edge()));
                    previous = best.hash();
                } else {
                    previous = null; // what the next one names cannot be compared
                }
            }
            return new Found(believed, findings, newest(outside.keySet()), newest(inside.keySet()));
        }

        /// Every signature is of another key: then it is the key that was exchanged.
        private boolean keyWasChanged() {
            var signers = outside.values().stream()
                    .flatMap(Optional::stream)
                    .map(SignedCheckpoint::keyId)
                    .collect(Collectors.toSet());
            if (signers.isEmpty() || signers.contains(key.id())) {
                return false;
            }
            findings.add(Finding.at(
                    Kind.KEY_CHANGED,
                    newest(outside.keySet()),
                    "The key was exchanged: %,d checkpoints outside are signed with %s, and the key to check them with is %s."
                            .formatted(outside.size(), String.join(", ", new TreeSet<>(signers)), key.id())));
            return true;
        }

        private void follows(@Nullable Hash previous, SignedCheckpoint it) {
            var first = believed.isEmpty() && previous == null;
            var named = it.checkpoint().previous();
            var size = it.checkpoint().size();
            if (first && named != null) {
                findings.add(Finding.at(
                        Kind.CHECKPOINT_MISSING,
                        size,
                        "The checkpoint of %,d facts names one before it, and there is none.".formatted(size)));
            } else if (previous != null && !previous.equals(named)) {
                findings.add(Finding.at(
                        Kind.CHECKPOINT_MISSING,
                        size,
                        "The checkpoint of %,d facts names another one before it than there is: one is missing between them."
                                .formatted(size)));
            }
        }

        private @Nullable SignedCheckpoint signed(@Nullable SignedCheckpoint it) {
            return it != null && it.isSignedBy(key) ? it : null;
        }

        private static @Nullable SignedCheckpoint parsed(String note) {
            try {
                return SignedCheckpoint.parse(CheckpointFiles.bytes(note));
            } catch (IllegalArgumentException _) {
                return null;
            }
        }

        private static boolean isItsNote(Kept copy, SignedCheckpoint note) {
            var it = note.checkpoint();
            return it.size() == copy.size()
                    && it.root().equals(copy.root())
                    && Objects.equals(it.time(), copy.madeAt());
        }

        private static long newest(Set<Long> sizes) {
            return sizes.stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }
}
