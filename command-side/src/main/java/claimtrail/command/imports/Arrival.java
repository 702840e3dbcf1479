package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file as it was received, unpacked and hashed. It lies aside until it is kept; what is not kept leaves nothing.
final class Arrival {

    private final Path kept;
    private final String sha256;
    private final long bytes;
    private final EncryptedContent content;

    /// @param kept where it belongs
    /// @param sha256 over its legible bytes
    Arrival(Path kept, String sha256, long bytes, EncryptedContent content) {
        this.kept = kept;
        this.sha256 = sha256;
        this.bytes = bytes;
        this.content = content;
    }

    String sha256() {
        return sha256;
    }

    /// How many legible bytes there are.
    long bytes() {
        return bytes;
    }

    FileContent content() {
        return content;
    }

    /// Puts the file where it is found by its hash.
    void keep() throws IOException {
        if (!content.path().equals(kept)) {
            Files.createDirectories(kept.getParent());
            Files.move(content.path(), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            content.moved(kept);
        }
    }

    /// Removes the file unless it was kept.
    void discard() {
        if (!content.path().equals(kept)) {
            try {
                Files.deleteIfExists(content.path());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove a file that was not taken", e);
            }
        }
    }
}
