package claimtrail.simulator.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark has measured, as a table for people and as JSON for programs.
final class Report {

    private static final MathContext SHOWN = new MathContext(4);

    private final String name;
    private final Map<String, Object> run = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final PrintWriter out;

    /// @param name of the benchmark
    /// @param out hears each figure as soon as it is known
    Report(String name, PrintWriter out) {
        this.name = name;
        this.out = out;
        about("date", LocalDate.now(ZoneOffset.UTC).toString());
        about("processors", Runtime.getRuntime().availableProcessors());
        about("java", Runtime.version().toString());
    }

    /// Something that holds for the whole run.
    void about(String what, Object value) {
        run.put(what, value);
        out.printf(Locale.ROOT, "# %s %s%n", what, value);
        out.flush();
    }

    /// One line: what was measured, and its figures by name.
    void add(String what, Map<String, ? extends Number> figures) {
        var row = new LinkedHashMap<String, Object>();
        row.put("what", what);
        figures.forEach((figure, value) ->
                row.put(figure, BigDecimal.valueOf(value.doubleValue()).round(SHOWN)));
        rows.add(row);
        out.printf(
                Locale.ROOT,
                "%-34s %s%n",
                what,
                row.entrySet().stream()
                        .skip(1)
                        .map(it -> it.getKey() + " " + ((BigDecimal) it.getValue()).toPlainString())
                        .collect(Collectors.joining("   ")));
        out.flush();
    }

    /// The same as JSON.
    void write(Path file) throws IOException {
        Files.writeString(
                file,
                JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("bench", name, "run", run, "rows", rows)));
    }
}
