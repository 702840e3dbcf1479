package claimtrail.simulator;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// What became of one file: records read = stored + seen before + held + refused.
///
/// @param state how the product calls the end, such as `COMPLETED` or `SEEN_AGAIN`
/// @param remark why a file was not taken as a whole; empty where it was
record Report(
        Path file,
        String state,
        int read,
        int stored,
        int seenBefore,
        int held,
        int refused,
        int warnings,
        String remark) {

    /// The product's answer about a file that it took.
    static Report of(Path file, JsonNode answer) {
        return new Report(
                file,
                answer.path("state").asString(""),
                answer.path("read").asInt(),
                answer.path("stored").asInt(),
                answer.path("seenBefore").asInt(),
                answer.path("held").asInt(),
                answer.path("refused").asInt(),
                answer.path("warnings").asInt(),
                answer.path("refusal").asString(""));
    }

    /// A file that was not taken at all.
    static Report notTaken(Path file, String why) {
        return new Report(file, "REFUSED", 0, 0, 0, 0, 0, 0, why);
    }

    /// Whether the product took the file, whatever it thinks of single records.
    boolean taken() {
        return state.equals("COMPLETED") || state.equals("SEEN_AGAIN");
    }

    /// Whether every record is in the log.
    boolean whole() {
        return taken() && held == 0 && refused == 0;
    }
}
