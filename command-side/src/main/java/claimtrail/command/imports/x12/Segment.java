package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The segment a [Tokenizer] stands on: a view of its buffer, good until the next one is asked for.
///
/// Elements count from 1; element 0 is the tag. An element that is not there is empty. Elements are trimmed of spaces.
/// No text is made until somebody asks for it.
public final class Segment {

    /// [#code] of an element longer than four bytes.
    static final int LONG_CODE = -1;

    final int[] starts;
    private final Words words;

    byte[] bytes = new byte[0];
    byte component = ':';

    /// 0 when the version knows none.
    byte repetition;
    int elements;
    int tag;
    boolean folded;
    boolean unterminated;
    boolean overLimit;
    long number;
    long from;
    long to;
    int[] removed = new int[0];
    int removals;

    Segment(Limits limits, Charset charset) {
        starts = new int[limits.elements() + 2];
        words = new Words(charset);
    }

    /// The tag as a number, see [Tag]; 0 when it is not two or three letters or digits.
    int tag() {
        return tag;
    }

    /// The tag, upper-case; empty when it is not two or three letters or digits.
    public String tagText() {
        return Tag.text(tag);
    }

    /// How many elements stand behind the tag.
    public int elements() {
        return elements;
    }

    /// Its number in the file, from 1.
    public long number() {
        return number;
    }

    /// First byte in the file.
    public long fileFrom() {
        return from;
    }

    /// The byte after the last one in the file, terminator not included.
    public long fileTo() {
        return to;
    }

    /// No terminator stands behind this segment: the file ends here.
    public boolean isUnterminated() {
        return unterminated;
    }

    /// A limit was passed; the elements cannot be relied on.
    public boolean isOverLimit() {
        return overLimit;
    }

    /// First byte of an element in the file.
    public long offset(int element) {
        return element > elements ? to : from + (long) from(element) - starts[0] + removedBefore(from(element));
    }

    /// Bytes of an element.
    public int length(int element) {
        return element > elements ? 0 : to(element) - from(element);
    }

    /// Whether an element is there and not empty.
    public boolean has(int element) {
        return element <= elements && from(element) < to(element);
    }

    /// The element as text; empty when absent.
    public String text(int element) {
        return element > elements ? "" : words.text(bytes, from(element), to(element));
    }

    /// The element as text, or null when absent or empty.
    @Nullable
    String textOrNull(int element) {
        return has(element) ? text(element) : null;
    }

    /// The element as text in upper case, null when absent or empty.
    @Nullable
    String upper(int element) {
        var text = textOrNull(element);
        return text == null ? null : upper(text);
    }

    String upper(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                folded = true;
                return text.toUpperCase(Locale.ROOT);
            }
        }
        return text;
    }

    /// Text of bytes of the buffer.
    String text(int fromByte, int toByte) {
        return words.text(bytes, fromByte, toByte);
    }

    /// Up to four bytes in upper case as a number, the first one highest; 0 when empty, [#LONG_CODE] when longer.
    int code(int element) {
        return element > elements ? 0 : code(from(element), to(element));
    }

    /// Cents, or a fault of [Amount].
    long cents(int element) {
        return element > elements ? 0 : Amount.cents(bytes, from(element), to(element));
    }

    @Nullable
    BigDecimal quantity(int element) {
        return element > elements ? null : Amount.quantity(bytes, from(element), to(element));
    }

    /// Components of an element; 1 when it is not composed, 0 when it is empty.
    public int components(int element) {
        if (!has(element)) {
            return 0;
        }
        int count = 1;
        for (int p = from(element), end = to(element); p < end; p++) {
            if (bytes[p] == component) {
                count++;
            }
        }
        return count;
    }

    /// A component, from 1, as text; empty when absent.
    public String component(int element, int no) {
        long range = range(element, no);
        return words.text(bytes, (int) (range >>> 32), (int) range);
    }

    @Nullable
    String componentOrNull(int element, int no) {
        var text = component(element, no);
        return text.isEmpty() ? null : text;
    }

    int componentCode(int element, int no) {
        long range = range(element, no);
        return code((int) (range >>> 32), (int) range);
    }

    /// First byte of an element in the buffer, spaces left out.
    int from(int element) {
        int p = starts[element];
        for (int end = starts[element + 1] - 1; p < end && bytes[p] == ' '; ) {
            p++;
        }
        return p;
    }

    /// The byte after an element in the buffer, spaces left out.
    int to(int element) {
        int end = starts[element + 1] - 1;
        for (int start = starts[element]; end > start && bytes[end - 1] == ' '; ) {
            end--;
        }
        return end;
    }

    private long range(int element, int no) {
        if (element > elements) {
            return 0;
        }
        int p = from(element);
        int end = to(element);
        for (int skip = no - 1; skip > 0 && p < end; p++) {
            if (bytes[p] == component) {
                skip--;
            }
            if (skip == 0) {
                p++;
                break;
            }
        }
        int stop = p;
        while (stop < end && bytes[stop] != component) {
            stop++;
        }
        while (p < stop && bytes[p] == ' ') {
            p++;
        }
        while (stop > p && bytes[stop - 1] == ' ') {
            stop--;
        }
        return ((long) p << 32) | stop;
    }

    private int code(int p, int end) {
        if (end - p > 4) {
            return LONG_CODE;
        }
        int code = 0;
        for (; p < end; p++) {
            int b = bytes[p] & 0xFF;
            if (b >= 'a' && b <= 'z') {
                b -= 'a' - 'A';
                folded = true;
            }
            code = (code << 8) | b;
        }
        return code;
    }

    private int removedBefore(int position) {
        int count = 0;
        while (count < removals && removed[count] <= position) {
            count++;
        }
        return count;
    }
}
