package claimtrail.command.imports;

import claimtrail.command.imports.reading.Note;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The first rows of a table as the facts they would become. Nothing of it is stored, and no patient is in it: a fact
/// names a patient by a key.
///
/// @param profile by which it was read, with its version
/// @param rows so many at most were read
public record Preview(String profile, int rows, List<Row> records, List<Finding> findings) {

    public Preview {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    /// The rows of one claim.
    ///
    /// @param place number of its first row
    /// @param fate STORED, HELD or REFUSED, as if nothing were known yet
    public record Row(String place, String fate, List<Finding> findings, List<Fact> facts) {
        public Row {
            findings = List.copyOf(findings);
            facts = List.copyOf(facts);
        }
    }

    /// What is doubtful or wrong.
    ///
    /// @param field the column
    public record Finding(String severity, String code, String field) {

        static Finding of(Note note) {
            return new Finding(note.severity().name(), note.code(), note.field());
        }
    }

    /// An event as it would stand in the log.
    public record Fact(
            String event,
            @Schema(implementation = Object.class) JsonNode data) {}
}
