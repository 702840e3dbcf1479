package claimtrail.query.integrity;

import claimtrail.event.Ids;
import claimtrail.proof.Checkpoint;
import claimtrail.proof.LogKey;
import claimtrail.proof.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The Ed25519 key of this log, in a file that only its owner may read, never in the database: who owns the database
/// alone signs nothing. The first line is the public key, the second the secret one (PKCS #8, base64).
record SigningKey(LogKey shown, PrivateKey secret) {

    private static final String ALGORITHM = "Ed25519";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// The key in a file; empty if there is no file.
    ///
    /// @throws IntegrityTrouble if others may read it, or it holds no key
    static Optional<SigningKey> in(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IntegrityTrouble("Others may read the signing key " + file + "; allow its owner only.");
            }
            var lines = Files.readAllLines(file);
            var secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getLast())));
            return Optional.of(new SigningKey(LogKey.parse(lines.getFirst()), secret));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof IntegrityTrouble it) {
                throw it;
            }
            throw new IntegrityTrouble("There is no signing key in " + file + ".", e);
        }
    }

    /// Makes a key for a new log. Where somebody else was first, his key is the key.
    static SigningKey create(Path file) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var shown = LogKey.of(Ids.next(), pair.getPublic());
            var text = shown.text() + "\n"
                    + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n";
            var place = file.toAbsolutePath();
            var directory = Objects.requireNonNull(place.getParent());
            Files.createDirectories(directory);
            // Written aside, and linked only when complete: a second process reads all of it or makes none.
            var aside = Files.createTempFile(
                    directory, "signing", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try {
                Files.writeString(aside, text);
                Durable.sync(aside);
                Files.createLink(place, aside);
            } catch (FileAlreadyExistsException _) {
                return in(file).orElseThrow();
            } finally {
                Files.delete(aside);
            }
            Durable.sync(directory);
            return new SigningKey(shown, pair.getPrivate());
        } catch (IOException e) {
            throw new IntegrityTrouble("The signing key cannot be written to " + file + ".", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.of(checkpoint, shown, secret);
    }
}
