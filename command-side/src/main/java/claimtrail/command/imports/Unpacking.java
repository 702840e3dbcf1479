package claimtrail.command.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Opens what came in: a plain file as it is, a gzip or zip file as the files inside it, one after the other.
///
/// An archive inside an archive, too many entries, or more bytes than a packed file can honestly hold end in an
/// [ArchiveSuspectException]; nothing is ever unpacked to memory or disk.
///
/// @param entries most files in one archive
/// @param expansion most bytes unpacked for each byte packed
public record Unpacking(int entries, int expansion) {

    /// Below this size no expansion is suspect: a short file of one letter repeated packs well.
    private static final long HARMLESS_BYTES = 1 << 20;

    /// Resource forks and folder views.
    private static final Pattern OF_A_DESKTOP =
            Pattern.compile("(?:^|/)(?:__MACOSX/|\\.DS_Store$|Thumbs\\.db$|desktop\\.ini$)");

    /// The defaults of the product.
    public static Unpacking standard() {
        return new Unpacking(10_000, 200);
    }

    /// Takes one file.
    @FunctionalInterface
    public interface FileSink {

        /// Takes the next file.
        ///
        /// @param no number of the entry in its archive, from 1
        /// @param kind what its first bytes say
        /// @param in its bytes, unpacked; closed by the caller
        void take(int no, FileKind kind, InputStream in) throws IOException;

        /// Hears of an entry that holds no file of the sender's: a directory, or what a desktop puts beside files.
        default void passedOver(int no) {}
    }

    /// Hands on each file of the stream, which is read to its end and not closed.
    ///
    /// @throws ArchiveSuspectException beyond a limit
    /// @throws ZipException if an archive is broken or cut off
    public void unpack(InputStream in, FileSink sink) throws IOException {
        var packed = new Counted(in);
        var buffered = new BufferedInputStream(packed, 1 << 16);
        var kind = sniff(buffered);
        switch (kind) {
            case GZIP -> inside(1, new GZIPInputStream(buffered, 1 << 13), packed, sink);
            case ZIP -> entries(new ZipInputStream(buffered), packed, sink);
            case X12_837, X12_835, X12_277CA, CSV, JSON_ARRAY, JSON_OBJECT, NDJSON, NOT_RECOGNISED ->
                sink.take(1, kind, buffered);
        }
    }

    private void entries(ZipInputStream zip, Counted packed, FileSink sink) throws IOException {
        int no = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++no > entries) {
                throw new ArchiveSuspectException("too many entries");
            }
            if (entry.isDirectory() || OF_A_DESKTOP.matcher(entry.getName()).find()) {
                new Bounded(zip, packed, expansion).transferTo(OutputStream.nullOutputStream());
                sink.passedOver(no);
            } else {
                inside(no, zip, packed, sink);
            }
        }
        packed.end(no);
    }

    private void inside(int no, InputStream unpacked, Counted packed, FileSink sink) throws IOException {
        var bounded = new BufferedInputStream(new Bounded(unpacked, packed, expansion), 1 << 16);
        var kind = sniff(bounded);
        if (kind == FileKind.GZIP || kind == FileKind.ZIP) {
            throw new ArchiveSuspectException("an archive inside an archive");
        }
        sink.take(no, kind, bounded);
    }

    private static FileKind sniff(BufferedInputStream in) throws IOException {
        in.mark(FileKind.SNIFFED_BYTES);
        byte[] first = in.readNBytes(FileKind.SNIFFED_BYTES);
        in.reset();
        return FileKind.sniff(first, first.length);
    }

    /// Counts what is read of the packed bytes.
    private static final class Counted extends FilterInputStream {

        /// The list at the end of a zip file, with the longest comment.
        private static final int TAIL = 22 + 0xFFFF;

        private final byte[] tail = new byte[2 * TAIL];
        private int tailBytes;
        private long bytes;

        private Counted(InputStream in) {
            super(in);
        }

        /// Reads on to the end of an archive, and looks for its list: without one, or with another number of entries
        /// in it, the archive was cut off.
        private void end(int entries) throws IOException {
            transferTo(OutputStream.nullOutputStream());
            for (int at = tailBytes - 22; at >= 0; at--) {
                if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                    int listed = (tail[at + 10] & 0xFF) | (tail[at + 11] & 0xFF) << 8;
                    if (listed == entries) {
                        return;
                    }
                }
            }
            throw new ZipException("the archive is cut off");
        }

        private void remember(byte[] from, int offset, int length) {
            int taken = Math.min(length, TAIL);
            if (tailBytes + taken > tail.length) {
                System.arraycopy(tail, tailBytes - TAIL, tail, 0, TAIL);
                tailBytes = TAIL;
            }
            System.arraycopy(from, offset + length - taken, tail, tailBytes, taken);
            tailBytes += taken;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            if (got > 0) {
                bytes += got;
                remember(into, offset, got);
            }
            return got;
        }
    }

    /// Gives no more bytes than the packed ones can honestly hold.
    private static final class Bounded extends FilterInputStream {

        private final Counted packed;
        private final long packedBefore;
        private final int expansion;
        private long bytes;

        private Bounded(InputStream in, Counted packed, int expansion) {
            super(in);
            this.packed = packed;
            this.expansion = expansion;
            packedBefore = packed.bytes;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        /// The next file of the archive is read from the same stream.
        @Override
        public void close() {}

        private void count(int got) throws ArchiveSuspectException {
            bytes += got;
            // What was read ahead before this file began may belong to it: one buffer at most.
            long held = packed.bytes - packedBefore + (1 << 16);
            if (bytes > HARMLESS_BYTES && bytes / expansion > held) {
                throw new ArchiveSuspectException("expands too far");
            }
        }
    }
}
