package claimtrail.command.imports.x12;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A first pass over a file, before anything of it is stored: its identity, its encoding, and the fingerprint of each
/// transaction set, so that a resend is known before its first claim is read.
///
/// @param sha256 of all bytes
/// @param bytes how many
/// @param charset UTF-8 when all bytes are and some are above 7F, else ISO-8859-1
/// @param sets transaction sets met
public record X12Survey(byte[] sha256, long bytes, Charset charset, int sets) {

    /// Reads the stream to its end; the sets are handed on in the order of the file and not kept.
    public static X12Survey of(InputStream in, X12Options options, Consumer<SurveyedSet> onSet) throws IOException {
        var watched = new Watched(in);
        var tokens = new Tokenizer(watched, options, new Findings(new Deaf(), options.limits()));
        var s = tokens.segment();
        SetFingerprint open = null;
        var type = "";
        long firstSegment = 0;
        int sets = 0;
        while (tokens.next()) {
            boolean opens = s.tag == Tag.ST;
            boolean closes = s.tag == Tag.SE;
            boolean envelope = s.tag == Tag.ISA || s.tag == Tag.GS || s.tag == Tag.GE || s.tag == Tag.IEA;
            if (open != null && (opens || envelope)) {
                onSet.accept(new SurveyedSet(sets, type, firstSegment, open.close(), true));
                open = null;
            }
            if (opens) {
                open = new SetFingerprint();
                type = s.text(1);
                firstSegment = s.number;
                sets++;
            }
            if (open != null) {
                open.add(s);
            }
            if (open != null && closes) {
                onSet.accept(new SurveyedSet(sets, type, firstSegment, open.close(), false));
                open = null;
            }
        }
        if (open != null) {
            onSet.accept(new SurveyedSet(sets, type, firstSegment, open.close(), true));
        }
        watched.drain();
        return new X12Survey(watched.sha256.digest(), watched.bytes, watched.encoding.charset(), sets);
    }

    /// Takes the measure of all bytes that pass.
    private static final class Watched extends FilterInputStream {

        private final MessageDigest sha256 = ClaimFingerprint.sha256();
        private final TextEncoding encoding = new TextEncoding();
        private long bytes;

        private Watched(InputStream in) {
            super(in);
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
                sha256.update(into, offset, got);
                encoding.add(into, offset, offset + got);
                bytes += got;
            }
            return got;
        }

        private void drain() throws IOException {
            var rest = new byte[1 << 13];
            int got = 0;
            while (got >= 0) {
                got = read(rest, 0, rest.length);
            }
        }
    }

    /// The findings are made when the file is read.
    private static final class Deaf implements X12Sink {

        @Override
        public void take(X12Record found) {}

        @Override
        public void held(X12Record found, Finding why) {}

        @Override
        public void finding(Finding finding, @Nullable String claimNumber) {}
    }
}
