package claimtrail.command.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// Findings as a table for a spreadsheet.
final class FindingsTable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private FindingsTable() {}

    /// Writes line by line, so that the size of the report does not matter.
    static void write(Path findings, OutputStream out) throws IOException {
        try (var lines = Files.newBufferedReader(findings);
                var table = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            table.writeRecord("severity", "code", "place", "where", "byteOffset", "length", "claim", "message", "file");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var it = MAPPER.readValue(line, FindingLine.class);
                table.writeRecord(
                        it.severity().name(),
                        it.code(),
                        it.place(),
                        it.where(),
                        Long.toString(it.byteOffset()),
                        Long.toString(it.length()),
                        it.claim() == null ? "" : it.claim().toString(),
                        it.message(),
                        it.file());
            }
        }
    }
}
