package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.Separators.isLetterOrDigit;
import static claimtrail.command.imports.x12.Separators.isNewline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts bytes into segments, one after the other, in a buffer that grows no further than the longest segment allowed.
///
/// Separators are read anew at each ISA. What it meets that is not clean becomes a finding, never an exception; only
/// the
/// stream itself may throw. It is longer than a file should be because one loop owns buffer, positions and view.
final class Tokenizer {

    /// As far as we look ahead for an ISA or, without one, for a terminator.
    private static final int LOOK_AHEAD = 4096;

    private final InputStream in;
    private final Limits limits;
    private final Findings findings;
    private final Segment segment;
    private byte[] buffer;
    private byte[] kinds = new byte[256];
    private @Nullable Separators separators;
    private boolean componentSettled;
    private int position;
    private int limit;
    private long base;
    private long number;
    private boolean started;
    private boolean ended;
    private boolean exhausted;
    private long padding;
    private long firstPadding = -1;

    Tokenizer(InputStream in, X12Options options, Findings findings) {
        this.in = in;
        this.limits = options.limits();
        this.findings = findings;
        segment = new Segment(limits, options.charset());
        buffer = new byte[Math.max(options.bufferBytes(), 16)];
    }

    /// The segment [#next] went to.
    Segment segment() {
        return segment;
    }

    /// Bytes read so far.
    long bytes() {
        return base + position;
    }

    /// Segments read so far.
    long segments() {
        return number;
    }

    /// Goes to the next segment; false at the end of the file.
    boolean next() throws IOException {
        if (ended || (!started && !start())) {
            return end();
        }
        if (!skipPadding()) {
            return end();
        }
        if (startsIsa(position)) {
            findings.transaction = 0;
            int end = ahead(LOOK_AHEAD); // before the buffer is named: it may grow
            separate(IsaReader.read(buffer, position, end, base, number + 1, findings));
        } else if (separators == null) {
            int end = ahead(LOOK_AHEAD);
            var guessed = IsaReader.guess(buffer, position, end);
            if (guessed == null) {
                findings.refuseFile(FindingCode.NOT_RECOGNISED, base + position, limit - position);
                return end();
            }
            separate(guessed);
        }
        scan();
        if (!componentSettled) {
            settleComponent();
        }
        return true;
    }

    /// Counts bytes that mean nothing.
    void pad(long from, long length) {
        padding += length;
        firstPadding = firstPadding < 0 ? from : firstPadding;
    }

    private boolean end() {
        if (!ended && padding > 0) {
            findings.transaction = 0;
            findings.warn(FindingCode.PADDING, 0, firstPadding, padding, "");
        }
        ended = true;
        return false;
    }

    private boolean start() throws IOException {
        started = true;
        int available = ahead(4) - position;
        if (available >= 2 && isWide(buffer[0] & 0xFF, buffer[1] & 0xFF)) {
            findings.refuseFile(FindingCode.ENCODING_UNSUPPORTED, 0, 2);
            return false;
        }
        return true;
    }

    private static boolean isWide(int first, int second) {
        return (first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE)
                || (first == 0 && isLetterOrDigit(second))
                || (isLetterOrDigit(first) && second == 0);
    }

    private void separate(Separators found) {
        separators = found;
        kinds = found.kinds();
        segment.component = found.component();
        segment.repetition = found.repetition();
        componentSettled = false;
    }

    private void settleComponent() {
        byte used = ComponentSeparator.used(segment);
        if (used == ComponentSeparator.UNDECIDED) {
            return;
        }
        componentSettled = true;
        if (used != segment.component) {
            findings.warn(FindingCode.COMPONENT_SEPARATOR_DIFFERS, segment);
            segment.component = used;
        }
    }

    private boolean startsIsa(int p) throws IOException {
        if ((buffer[p] | 0x20) != 'i') {
            return false;
        }
        int end = ahead(4);
        p = position;
        return end - p >= 4
                && (buffer[p + 1] | 0x20) == 's'
                && (buffer[p + 2] | 0x20) == 'a'
                && !isLetterOrDigit(buffer[p + 3])
                && buffer[p + 3] != ' '
                && !isNewline(buffer[p + 3]);
    }

    /// Skips what stands between segments; one line end is none of our business, the rest is counted.
    private boolean skipPadding() throws IOException {
        int feeds = 0;
        int returns = 0;
        while (true) {
            for (; position < limit; position++) {
                int b = buffer[position] & 0xFF;
                if (b > ' ' && !(separators != null && kinds[b] == Separators.TERMINATOR)) {
                    if (b != 0xEF || !skipMark()) {
                        return true;
                    }
                    continue;
                }
                if ((b == '\n' && feeds++ == 0) || (b == '\r' && returns++ == 0)) {
                    continue;
                }
                pad(base + position, 1);
            }
            if (!refill(position)) {
                return false;
            }
        }
    }

    /// Steps onto the last byte of a UTF-8 byte-order mark.
    private boolean skipMark() throws IOException {
        int end = ahead(3);
        if (end - position < 3 || (buffer[position + 1] & 0xFF) != 0xBB || (buffer[position + 2] & 0xFF) != 0xBF) {
            return false;
        }
        pad(base + position, 3);
        position += 2;
        return true;
    }

    private void scan() throws IOException {
        int[] starts = segment.starts;
        int most = limits.elements();
        int n = 0;
        int p = position;
        boolean wrapped = false;
        boolean overLimit = false;
        starts[0] = p;
        segment.unterminated = false;
        scanning:
        while (true) {
            byte[] b = buffer;
            byte[] k = kinds;
            int end = limit;
            while (true) {
                byte kind = 0;
                while (p < end && (kind = k[b[p] & 0xFF]) == 0) {
                    p++;
                }
                if (p == end) {
                    break;
                }
                if (kind == Separators.ELEMENT) {
                    overLimit |= p - starts[n] > limits.repetitions() && isTooLong(starts[n], p);
                    if (n < most) {
                        starts[++n] = p + 1;
                    } else {
                        overLimit = true;
                    }
                } else if (kind == Separators.TERMINATOR) {
                    break scanning;
                } else {
                    int moved = position;
                    boolean cut = isaAfter(p);
                    moved -= position;
                    p -= moved;
                    shift(starts, n, moved);
                    if (cut) {
                        segment.unterminated = true;
                        break scanning;
                    }
                    wrapped = true;
                    b = buffer;
                    end = limit;
                }
                p++;
            }
            int moved = position;
            if (limit - position > limits.segmentBytes()) {
                skipTooLong(n);
                return;
            }
            boolean more = refill(position);
            moved -= position;
            p -= moved;
            shift(starts, n, moved);
            if (!more) {
                segment.unterminated = true;
                break;
            }
        }
        overLimit |= p - starts[n] > limits.repetitions() && isTooLong(starts[n], p);
        finish(n, p, wrapped, overLimit);
    }

    private static void shift(int[] starts, int n, int moved) {
        if (moved != 0) {
            for (int i = 0; i <= n; i++) {
                starts[i] -= moved;
            }
        }
    }

    private void finish(int n, int end, boolean wrapped, boolean overLimit) {
        int start = position;
        boolean atTerminator = end < limit && !segment.unterminated;
        if (segment.unterminated) {
            while (end > start && (buffer[end - 1] & 0xFF) <= ' ' && end > segment.starts[n]) {
                end--;
            }
        }
        segment.starts[n + 1] = end + 1;
        describe(start, end, n, overLimit || end - start > limits.segmentBytes());
        if (wrapped) {
            unwrap(start, end);
        }
        readTag();
        position = atTerminator ? end + 1 : end;
    }

    private void describe(int start, int end, int n, boolean overLimit) {
        segment.bytes = buffer;
        segment.elements = n;
        segment.number = ++number;
        segment.from = base + start;
        segment.to = base + end;
        segment.overLimit = overLimit;
        segment.folded = false;
        segment.removals = 0;
    }

    /// Takes the line ends out of a segment that was wrapped, and finds its elements again.
    private void unwrap(int start, int end) {
        var removed = new int[16];
        int removals = 0;
        int n = 0;
        int to = start;
        int[] starts = segment.starts;
        for (int p = start; p < end; p++) {
            byte b = buffer[p];
            if (kinds[b & 0xFF] == Separators.BREAK) {
                removed = removals == removed.length ? Arrays.copyOf(removed, 2 * removals) : removed;
                removed[removals++] = to;
                continue;
            }
            buffer[to++] = b;
            if (kinds[b & 0xFF] == Separators.ELEMENT && n < limits.elements()) {
                starts[++n] = to;
            }
        }
        // What lies behind was read already and is passed over: the terminator, and the bytes the line ends left free.
        starts[n + 1] = to + 1;
        segment.elements = n;
        segment.removed = removed;
        segment.removals = removals;
    }

    private void readTag() {
        int from = segment.starts[0];
        int to = segment.starts[1] - 1;
        while (to > from && buffer[to - 1] == ' ') {
            to--;
        }
        int tag = 0;
        boolean folded = false;
        if (to - from < 2 || to - from > 3) {
            segment.tag = Tag.INVALID;
            return;
        }
        for (int p = from; p < to; p++) {
            int b = buffer[p];
            if (!isLetterOrDigit(b)) {
                segment.tag = Tag.INVALID;
                return;
            }
            folded |= b >= 'a';
            tag = (tag << 8) | (b >= 'a' ? b - 32 : b);
        }
        segment.tag = tag;
        segment.folded = folded;
    }

    private boolean isTooLong(int from, int to) {
        if (to - from > limits.elementBytes()) {
            return true;
        }
        byte repetition = separators == null ? 0 : separators.repetition();
        int repetitions = 1;
        for (int p = from; p < to && repetition != 0; p++) {
            if (buffer[p] == repetition && ++repetitions > limits.repetitions()) {
                return true;
            }
        }
        return false;
    }

    /// Passes over a segment that is longer than we keep.
    private void skipTooLong(int n) throws IOException {
        int start = position;
        segment.starts[n + 1] = limit + 1;
        describe(start, limit, n, true);
        readTag();
        segment.elements = 0;
        position = limit;
        while (refill(position)) {
            for (; position < limit; position++) {
                if (kinds[buffer[position] & 0xFF] == Separators.TERMINATOR) {
                    segment.to = base + position;
                    position++;
                    return;
                }
            }
        }
        segment.to = base + position;
        segment.unterminated = true;
    }

    /// Whether a line that begins an interchange follows the line end at p: then a terminator was forgotten.
    private boolean isaAfter(int p) throws IOException {
        int offset = p - position;
        int end = ahead(offset + 5);
        int q = position + offset;
        return q + 4 < end
                && buffer[q + 1] == 'I'
                && buffer[q + 2] == 'S'
                && buffer[q + 3] == 'A'
                && Separators.isMark(buffer[q + 4]);
    }

    /// Sees to it that, if the file has them, so many bytes stand behind the position; returns where they end.
    private int ahead(int wanted) throws IOException {
        boolean more = true;
        while (more && limit - position < wanted) {
            more = refill(position);
        }
        return limit;
    }

    /// Reads on, keeping what stands from the given byte; false at the end of the file.
    private boolean refill(int keep) throws IOException {
        if (exhausted) {
            return false;
        }
        if (limit == buffer.length && keep > 0) {
            System.arraycopy(buffer, keep, buffer, 0, limit - keep);
            base += keep;
            limit -= keep;
            position -= keep;
        } else if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int got = in.read(buffer, limit, buffer.length - limit);
        if (got < 0) {
            exhausted = true;
            return false;
        }
        limit += got;
        return true;
    }
}
