package claimtrail.command.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key under which persons become tokens: 32 random bytes in a file, as hexadecimal digits, never in the database.
/// With another key nobody is recognised any more, and everybody gets a second patient key.
public final class TokenKey {

    private static final int BYTES = 32;

    private TokenKey() {}

    /// The key in a file; made there, for its owner only, when there is none.
    ///
    /// @throws IllegalStateException if the file holds something else
    public static SecretKey of(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file.toAbsolutePath());
            }
            var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
            if (bytes.length != BYTES) {
                throw new IllegalStateException("no key of 32 bytes in " + file);
            }
            return new SecretKeySpec(bytes, "HmacSHA256");
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no hexadecimal digits in " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key of patient tokens", e);
        }
    }

    private static void create(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var folder = file.getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        // Linked when complete: a second process that starts now reads all of it or makes none.
        var aside = Files.createTempFile(folder, "token", ".key", ownerOnly);
        try {
            Files.writeString(aside, HexFormat.of().formatHex(bytes));
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            return; // somebody else was first, and his key is the key
        } finally {
            Files.delete(aside);
        }
    }
}
