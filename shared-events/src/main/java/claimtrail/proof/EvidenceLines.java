package claimtrail.proof;

import claimtrail.event.json.LineJson;
import claimtrail.proof.Evidence.End;
import claimtrail.proof.Evidence.Line;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file, packed by gzip or not, one after another.
final class EvidenceLines implements AutoCloseable {

    private static final int GZIP = 0x1f;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final MessageDigest digest = sha256();
    private long number;

    private EvidenceLines(InputStream in) {
        this.in = in;
    }

    static EvidenceLines open(Path file) {
        try {
            var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            raw.mark(1);
            var first = raw.read();
            raw.reset();
            return new EvidenceLines(
                    first == GZIP ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw);
        } catch (IOException e) {
            throw new Unreadable(file.getFileName() + " can not be read: " + e.getMessage());
        }
    }

    /// The number of the line that was read last, from 1.
    long number() {
        return number;
    }

    /// The next line; absent behind the last.
    @Nullable
    Line next() {
        var bytes = new ByteArrayOutputStream(2048);
        try {
            var read = in.read();
            if (read < 0) {
                return null;
            }
            number++;
            for (; read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new Unreadable("Line " + number + " breaks off after byte " + bytes.size() + ".");
                }
                bytes.write(read);
            }
        } catch (IOException e) {
            throw new Unreadable("Behind line " + number + " the file can not be read: " + e.getMessage());
        }
        var line = line(bytes.toByteArray());
        if (line.end() == null) {
            digest.update(bytes.toByteArray());
            digest.update((byte) '\n');
        }
        return line;
    }

    /// The line that was read last says that it is the end: nothing follows, and what came before is unaltered.
    ///
    /// @throws Refused if it was altered
    /// @throws Unreadable if something follows
    void finish(End end) {
        if (next() != null) {
            throw new Unreadable("There is something behind the end, in line " + number + ".");
        }
        if (!end.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new Refused("Some byte before line " + number
                    + ", the last one, was altered: its SHA-256 is of other bytes. What they say was checked.");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Line line(byte[] bytes) {
        try {
            var line = LineJson.read(bytes, Line.class);
            var parts = (line.pack() == null ? 0 : 1)
                    + (line.log() == null ? 0 : 1)
                    + (line.fact() == null ? 0 : 1)
                    + (line.posting() == null ? 0 : 1)
                    + (line.checkpoint() == null ? 0 : 1)
                    + (line.end() == null ? 0 : 1);
            if (parts != 1) {
                throw new Unreadable("Line " + number + " should say one thing, and says " + parts + ".");
            }
            return line;
        } catch (IllegalArgumentException e) {
            throw new Unreadable("Line " + number + " can not be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException _) {
            // all that was wanted has been read
        }
    }
}
