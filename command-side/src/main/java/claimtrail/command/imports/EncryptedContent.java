package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.store.FileCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is encrypted on disk and legible to whoever opens it here.
final class EncryptedContent implements FileContent {

    private static final byte[] SCRATCH = new byte[0];

    private final FileCipher cipher;
    private final byte[] context;
    private volatile Path path;

    /// @param context what it was encrypted for
    EncryptedContent(Path path, FileCipher cipher, byte[] context) {
        this.path = path;
        this.cipher = cipher;
        this.context = context.clone();
    }

    Path path() {
        return path;
    }

    void moved(Path to) {
        path = to;
    }

    @Override
    public long bytes() throws IOException {
        try (var channel = cipher.decrypting(Files.newByteChannel(path), context)) {
            return channel.size();
        }
    }

    @Override
    public InputStream open() throws IOException {
        return cipher.decrypting(Files.newInputStream(path), context);
    }

    @Override
    public InputStream range(long from, long to) throws IOException {
        var channel = cipher.decrypting(Files.newByteChannel(path), context);
        return new FirstBytes(Channels.newInputStream(channel.position(from)), to - from);
    }

    @Override
    public Scratch scratch() throws IOException {
        var own = FileCipher.oneTime();
        var file = Files.createTempFile(ImportFolder.asides(path), "rows-", ".part", ImportFolder.ownerOnly());
        return new Scratch() {
            @Override
            public OutputStream write() throws IOException {
                return own.encrypting(Files.newOutputStream(file, StandardOpenOption.WRITE), SCRATCH);
            }

            @Override
            public InputStream read() throws IOException {
                return own.decrypting(Files.newInputStream(file), SCRATCH);
            }

            @Override
            public void close() throws IOException {
                Files.deleteIfExists(file);
            }
        };
    }
}
