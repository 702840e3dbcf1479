package claimtrail.command.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// What kind of file its first bytes say it is.
public enum FileKind {
    /// X12 837: claims.
    X12_837,
    /// X12 835: remittances.
    X12_835,
    /// X12 277CA: claims accepted or rejected before adjudication.
    X12_277CA,
    /// A table: rows of as many columns, by comma, pipe, tab or semicolon.
    CSV,
    /// One JSON array.
    JSON_ARRAY,
    /// One JSON object, or the first of several that are not one to a line.
    JSON_OBJECT,
    /// One JSON object on each line.
    NDJSON,
    /// gzip.
    GZIP,
    /// zip.
    ZIP,
    /// Nothing we read.
    NOT_RECOGNISED;

    /// So many bytes are enough to tell.
    public static final int SNIFFED_BYTES = 512;

    private static final String DELIMITERS = ",|\t;";
    private static final Pattern ENVELOPE = Pattern.compile("^(?:ISA|GS|ST)[^A-Z0-9 ]");
    /// ST01 in an X12 file: the tag at the start of a segment, its separator, and three digits.
    private static final Pattern SET = Pattern.compile("(?:^|[^A-Z0-9 ])ST([^A-Z0-9 ])(\\d{3})(?=[^A-Z0-9])");
    /// Where the ST lies beyond the sniffed bytes, GS01 tells.
    private static final Pattern GROUP = Pattern.compile("(?:^|[^A-Z0-9 ])GS([^A-Z0-9 ])(HC|HP|HN)(?=[^A-Z0-9])");

    /// Tells the kind from the first bytes of a file.
    public static FileKind sniff(byte[] first, int length) {
        if (length >= 2 && (first[0] & 0xFF) == 0x1F && (first[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        if (length >= 4 && first[0] == 'P' && first[1] == 'K' && (first[2] == 3 || first[2] == 5)) {
            return ZIP;
        }
        for (int i = 0; i < length; i++) {
            if (first[i] == 0) {
                return NOT_RECOGNISED; // UTF-16, or no text at all
            }
        }
        var text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
        var body = (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).stripLeading();
        if (body.startsWith("[")) {
            return JSON_ARRAY;
        }
        if (body.startsWith("{")) {
            return json(body);
        }
        var upper = body.toUpperCase(Locale.ROOT);
        return ENVELOPE.matcher(upper).find() ? x12(upper) : table(body);
    }

    private static FileKind x12(String body) {
        var set = SET.matcher(body);
        if (set.find()) {
            return switch (set.group(2)) {
                case "837" -> X12_837;
                case "835" -> X12_835;
                case "277" -> X12_277CA;
                default -> NOT_RECOGNISED;
            };
        }
        var group = GROUP.matcher(body);
        if (group.find()) {
            return switch (group.group(2)) {
                case "HC" -> X12_837;
                case "HP" -> X12_835;
                default -> X12_277CA;
            };
        }
        return NOT_RECOGNISED;
    }

    /// An object that ends on its line and is followed by another is one of many.
    private static FileKind json(String body) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '\n' && depth > 0) {
                return JSON_OBJECT;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return body.substring(i + 1).matches("[ \\t]*\\r?\\n\\s*\\{(?s:.*)") ? NDJSON : JSON_OBJECT;
            }
        }
        // Longer than the sniffed bytes without a line end: our own records name their type first.
        return body.matches("(?s)\\{\\s*\"type\"\\s*:.*") ? NDJSON : JSON_OBJECT;
    }

    /// A first line with a delimiter, and no second line that has another number of them.
    private static FileKind table(String body) {
        var lines = body.split("\\r?\\n", -1);
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            int columns = count(lines[0], delimiter);
            boolean second = lines.length > 2; // the last line may be cut
            if (columns > 0 && (!second || count(lines[1], delimiter) == columns)) {
                return CSV;
            }
        }
        return NOT_RECOGNISED;
    }

    private static int count(String line, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }
}
