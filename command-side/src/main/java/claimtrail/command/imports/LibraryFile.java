package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A library of policies in memory: a few hundred rules, none of which tells of a person.
final class LibraryFile implements FileContent {

    private static final int LIMIT_BYTES = 16 << 20;

    private final byte[] content;

    private LibraryFile(byte[] content) {
        this.content = content;
    }

    /// @throws ImportRefused `FILE_TOO_LARGE`
    static LibraryFile read(InputStream body) throws IOException {
        var content = body.readNBytes(LIMIT_BYTES + 1);
        if (content.length > LIMIT_BYTES) {
            throw new ImportRefused(null, "FILE_TOO_LARGE", 413);
        }
        return new LibraryFile(content);
    }

    @Override
    public long bytes() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public InputStream range(long from, long to) {
        return new ByteArrayInputStream(Arrays.copyOfRange(content, Math.toIntExact(from), Math.toIntExact(to)));
    }

    @Override
    public Scratch scratch() throws IOException {
        throw new IOException("no reader of policies writes beside them");
    }
}
