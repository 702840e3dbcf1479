package claimtrail.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/// What became of one file: records read = stored + seen before + held + refused.
///
/// @param name as the sender knows it: of a file, or of an entry inside an archive
/// @param state how the product calls the end, such as `COMPLETED` or `SEEN_AGAIN`
/// @param remark why a file was not taken as a whole; empty where it was
record Report(
        String name,
        String state,
        int read,
        int stored,
        int seenBefore,
        int held,
        int refused,
        int warnings,
        String remark) {

    /// The product's answer about what it took: a file, or an archive of several. The product tells entries by their
    /// place; what they are called stands in the archive itself, which is here.
    static List<Report> all(Path file, JsonNode answer) throws IOException {
        var entries = answer.path("entries");
        if (!entries.isArray()) {
            return List.of(of(name(file), answer));
        }
        var names = names(file);
        var reports = new ArrayList<Report>(entries.size());
        for (var entry : entries) {
            int no = entry.path("no").asInt();
            var name = name(file) + " > " + (no <= names.size() ? names.get(no - 1) : no);
            switch (entry.path("state").asString("")) {
                case "TAKEN" -> reports.add(of(name, entry.path("report")));
                case "PASSED_OVER" -> {} // it holds no file
                default -> reports.add(notTaken(name, entry.path("why").asString("not read")));
            }
        }
        return reports;
    }

    private static Report of(String name, JsonNode answer) {
        return new Report(
                name,
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
        return notTaken(name(file), why);
    }

    private static Report notTaken(String name, String why) {
        return new Report(name, "REFUSED", 0, 0, 0, 0, 0, 0, why);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// What the entries of an archive are called, in its order.
    private static List<String> names(Path archive) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            var names = new ArrayList<String>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        }
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
