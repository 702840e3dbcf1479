package claimtrail.command.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// The key that wraps the data keys of persons: a Tink keyset in a file, never in the database. Who has the database
/// alone reads no person; who loses this file has lost all of them. A keyset may hold older keys beside the primary
/// one.
public final class MasterKey {

    private static final String OWNER_ONLY = "rw-------";

    private final Aead cipher;

    private MasterKey(Aead cipher) {
        this.cipher = cipher;
    }

    /// The key in a file that nobody but its owner may read.
    ///
    /// @throws IllegalStateException if others may read the file, or it holds no AES-GCM keyset
    public static MasterKey of(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(MasterKey::isOpenToOthers)) {
                throw new IllegalStateException("others may read the master key " + file + "; allow its owner only");
            }
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            return new MasterKey(keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the master key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no master key in " + file, e);
        }
    }

    static void create(Path file) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var text = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            var place = file.toAbsolutePath();
            Files.createDirectories(place.getParent());
            // Written aside, and linked only when complete: a second process that starts now reads all of it or makes
            // none.
            var aside = Files.createTempFile(
                    place.getParent(),
                    "master",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            try {
                Files.writeString(aside, text);
                Files.createLink(place, aside);
            } catch (FileAlreadyExistsException e) {
                return; // somebody else was first, and his key is the key
            } finally {
                Files.delete(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the master key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot create a master key", e);
        }
    }

    byte[] wrap(byte[] dataKey, UUID owner) throws GeneralSecurityException {
        return cipher.encrypt(dataKey, EventIds.bytes(owner));
    }

    byte[] unwrap(byte[] wrapped, UUID owner) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, EventIds.bytes(owner));
    }

    private static boolean isOpenToOthers(PosixFilePermission permission) {
        return switch (permission) {
            case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> false;
            case GROUP_READ, GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE -> true;
        };
    }
}
