package claimtrail.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What docs/how-to/run.md tells people to type, taken literally.
final class RunPage {

    /// Where people stand when they type it.
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern SQL = Pattern.compile("(?s)```sql\\n(.*?)```");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");

    private final String text;

    private RunPage(String text) {
        this.text = text;
    }

    static RunPage read() throws IOException {
        return new RunPage(Files.readString(ROOT.resolve("docs/how-to/run.md")));
    }

    /// What the owner of the server says once.
    List<String> sql() {
        return SQL.matcher(text)
                .results()
                .flatMap(it -> List.of(it.group(1).split(";\\s*", -1)).stream())
                .filter(it -> !it.isBlank())
                .toList();
    }

    /// The arguments behind the one `java` that starts a side.
    ///
    /// @param side `command-side`
    List<String> start(String side) {
        var lines = SHELL.matcher(text)
                .results()
                .flatMap(it -> it.group(1).replace("\\\n", " ").lines())
                .filter(it -> it.startsWith("java -jar " + side + "/"))
                .toList();
        if (lines.size() != 1) {
            throw new IllegalStateException("one line should start the " + side + ": " + lines);
        }
        return List.of(lines.getFirst().substring("java ".length()).split("\\s+", -1));
    }
}
