package claimtrail.query.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// A table for spreadsheets, written while it is read: it is never in memory as a whole.
public final class Csv {

    /// How an address asks for it; `Accept: text/csv` does as well.
    public static final String FORMAT = "format";

    private static final String TYPE = "text/csv";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CsvWriter writer;

    private Csv(CsvWriter writer) {
        this.writer = writer;
    }

    /// Whether a table is wanted.
    ///
    /// @throws ParameterRefused for another format than `csv` and `json`
    public static boolean wanted(HttpServletRequest request, Parameters given) {
        var format = given.text(FORMAT);
        if (format.isPresent() && !format.get().equals("csv") && !format.get().equals("json")) {
            throw Parameters.invalid(FORMAT, "csv or json.");
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return format.map("csv"::equals).orElse(accept != null && accept.startsWith(TYPE));
    }

    /// Answers with a table.
    ///
    /// @param name of the file, without its ending
    /// @param columns their names
    /// @param rows writes them, one after another
    public static void answer(HttpServletResponse response, String name, String[] columns, Consumer<Csv> rows) {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        try (var writer =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            writer.writeRecord(columns);
            rows.accept(new Csv(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One row. What is not known is an empty cell.
    public void row(@Nullable Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(Csv::harmless).toList());
    }

    /// A text that a spreadsheet would run is kept from it by an apostrophe; a number stays one.
    static String harmless(@Nullable Object cell) {
        var text = cell == null ? "" : cell.toString();
        return text.isEmpty()
                        || STARTS_A_FORMULA.indexOf(text.charAt(0)) < 0
                        || NUMBER.matcher(text).matches()
                ? text
                : "'" + text;
    }
}
