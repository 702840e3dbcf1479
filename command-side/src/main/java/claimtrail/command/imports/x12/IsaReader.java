package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.Separators.isLetterOrDigit;
import static claimtrail.command.imports.x12.Separators.isMark;
import static claimtrail.command.imports.x12.Separators.isNewline;

import org.jspecify.annotations.Nullable;

/// Finds the separators of an interchange, by counting the separators of its ISA and not by their positions.
final class IsaReader {

    private static final int SEPARATORS = 16;
    /// Where the terminator stands in an ISA that is padded as the standard says.
    private static final int PADDED_LENGTH = 105;
    private static final byte NO_REPETITION = 0;

    private IsaReader() {}

    static Separators read(byte[] b, int from, int end, long base, long number, Findings findings) {
        byte element = b[from + 3];
        int[] at = new int[SEPARATORS + 1];
        int count = 0;
        int breaks = 0;
        int p = from + 3;
        for (; p < end && count < SEPARATORS; p++) {
            if (b[p] == element) {
                if (count > 1 && startsEnvelope(b, from, p, element)) {
                    findings.warn(FindingCode.SEGMENT_SHORT, number, base + from, p - from, "ISA");
                    return cut(b, p - tagLength(b, p) - 1, element);
                }
                at[++count] = p;
            } else if (isNewline(b[p])) {
                breaks++;
            }
        }
        if (count < SEPARATORS || p + 1 >= end) {
            findings.warn(FindingCode.SEGMENT_SHORT, number, base + from, p - from, "ISA");
            return guessed(b, from, end, element, (byte) ':', NO_REPETITION);
        }
        byte component = b[p];
        int terminator = p + 1;
        if (component == '~' || isNewline(component)) { // ISA16 is empty or missing
            findings.warn(FindingCode.SEGMENT_SHORT, number, base + from, p - from, "ISA16");
            component = ':';
            terminator = p;
        } else if (terminator - from - breaks != PADDED_LENGTH) {
            findings.warn(FindingCode.ISA_COLLAPSED, number, base + from, terminator - from, "ISA");
        }
        byte repetition = repetition(b, at, element, component);
        return terminated(b, terminator, end, element, component, repetition);
    }

    /// Without an ISA: what the first tag and the first bytes tell; null when they tell nothing.
    static @Nullable Separators guess(byte[] b, int from, int end) {
        int p = from;
        while (p < end && isLetterOrDigit(b[p])) {
            p++;
        }
        boolean tagged = p - from == 2 || p - from == 3;
        if (!tagged || p == end || (b[p] <= ' ' && b[p] != '\t' && (b[p] < 0x1C || b[p] > 0x1F))) {
            return null;
        }
        return guessed(b, from, end, b[p], (byte) ':', (byte) '^');
    }

    private static Separators terminated(byte[] b, int at, int end, byte element, byte component, byte repetition) {
        byte terminator = b[at];
        if (isNewline(terminator)) {
            return new Separators(element, component, repetition, (byte) '\n', true);
        }
        if (isLetterOrDigit(terminator) || terminator == ' ' || terminator == element || terminator == component) {
            return guessed(b, at, end, element, component, repetition);
        }
        return new Separators(element, component, repetition, terminator, false);
    }

    private static Separators guessed(byte[] b, int from, int end, byte element, byte component, byte repetition) {
        for (int p = from; p < end; p++) {
            if (b[p] == '~') {
                return new Separators(element, component, repetition, (byte) '~', false);
            }
        }
        return new Separators(element, component, repetition, (byte) '\n', true);
    }

    /// An ISA that ends early: what stands before the next tag ended it.
    private static Separators cut(byte[] b, int before, byte element) {
        int p = before;
        while (isNewline(b[p])) {
            p--;
        }
        boolean lastElement = b[p - 1] == element && b[p] != '~'; // the component separator, not a terminator
        boolean newline = (p < before && (!isMark(b[p]) || lastElement)) || b[p] == element;
        return new Separators(element, (byte) ':', NO_REPETITION, newline ? (byte) '\n' : b[p], newline);
    }

    /// Whether GS, ST or TA1 begins a segment just before this separator.
    private static boolean startsEnvelope(byte[] b, int from, int separator, byte element) {
        int length = tagLength(b, separator);
        int before = separator - length - 1;
        return length > 0
                && before > from + 3
                && b[before] != element
                && b[before] != ' '
                && !isLetterOrDigit(b[before]);
    }

    private static int tagLength(byte[] b, int end) {
        int two = (b[end - 2] & 0xDF) << 8 | (b[end - 1] & 0xDF);
        if (two == Tag.GS || two == Tag.ST) {
            return 2;
        }
        return (b[end - 3] & 0xDF) == 'T' && (b[end - 2] & 0xDF) == 'A' && b[end - 1] == '1' ? 3 : 0;
    }

    /// ISA11 separates repetitions from version 00501 on; before, it named a standards body.
    private static byte repetition(byte[] b, int[] at, byte element, byte component) {
        int eleven = at[11] + 1;
        boolean one = at[12] - eleven == 1;
        byte mark = b[eleven];
        if (!one || !isMark(mark) || mark == element || mark == component) {
            return NO_REPETITION;
        }
        int version = 0;
        for (int p = at[12] + 1; p < at[13]; p++) {
            int digit = b[p] - '0';
            version = digit >= 0 && digit <= 9 && version < 100_000 ? version * 10 + digit : version;
        }
        return version >= 501 ? mark : NO_REPETITION;
    }
}
