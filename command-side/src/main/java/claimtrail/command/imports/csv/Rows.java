package claimtrail.command.imports.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Cuts a table into rows, each with its byte range; a newline inside quotes does not end one.
final class Rows {

    /// Bytes; what is longer is cut, so that an open quote does not swallow the file.
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final int quote;
    private final int delimiter;
    private final Charset charset;
    private long at;
    private long number;

    Rows(InputStream in, MappingProfile profile) {
        this.in = in;
        this.quote = profile.quote();
        this.delimiter = profile.delimiter();
        this.charset = profile.encoding();
    }

    /// One row as text.
    ///
    /// @param number from 1, blank rows counted
    /// @param tooLong beyond the limit; the text is not there
    record Row(String text, long number, long from, long to, boolean tooLong) {}

    /// The next row that is not blank; absent at the end.
    @Nullable
    Row next() throws IOException {
        while (true) {
            long from = at;
            var bytes = new ByteArrayOutputStream(256);
            boolean ended = read(bytes);
            number++;
            long to = at - (ended ? 1 : 0);
            if (bytes.size() > LONGEST) {
                return new Row("", number, from, to, true);
            }
            var text = bytes.toString(charset);
            if (number == 1 && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                return new Row(
                        text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, number, from, to, false);
            }
            if (!ended) {
                return null;
            }
        }
    }

    /// Reads one row; whether it ended with a newline.
    private boolean read(ByteArrayOutputStream bytes) throws IOException {
        boolean quoted = false;
        boolean fieldStarts = true;
        for (int b = in.read(); b >= 0; b = in.read()) {
            at++;
            if (b == '\n' && !quoted) {
                return true;
            }
            if (b == quote && (quoted || fieldStarts)) {
                quoted = !quoted; // a doubled quote closes and opens again
            }
            fieldStarts = b == delimiter && !quoted;
            if (bytes.size() <= LONGEST) {
                bytes.write(b);
            } else {
                quoted = false;
            }
        }
        return false;
    }
}
