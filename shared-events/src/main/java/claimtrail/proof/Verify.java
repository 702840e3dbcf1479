package claimtrail.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks evidence without our servers: no network, no database, nothing but the file and this program.
public final class Verify {

    /// It is as it says.
    public static final int SOUND = 0;
    /// It is not.
    public static final int REFUSED = 1;
    /// It can not be read, or the call makes no sense.
    public static final int UNREADABLE = 2;

    private static final String USAGE = """
            java -jar claimtrail-verify.jar FILE [--key KEYFILE] [--metric ID --practice P --from DAY --to DAY …]

            FILE      an evidence pack or an export of the log, packed by gzip or not
            --key     a file with the public key you trust; without it the key in FILE is taken and shown
            --metric  a figure to count from an export of the log, asked as the API is asked: --practice --from --to
                      --basis event|submission --payer --provider --asOf --fold, and one of
                      --reason --code --pattern --policy --asserted --road

            Exit code 0: it is as it says. 1: it is not; the first difference is named. 2: it can not be read.
            """;

    private Verify() {}

    /// Checks what the arguments name, and ends the process with the exit code.
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /// Checks what the arguments name.
    ///
    /// @return the exit code
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            err.print(USAGE);
            return UNREADABLE;
        }
        try {
            var options = options(arguments);
            var key = options.remove("key");
            var trust = new Trust(key == null ? null : pinned(Path.of(key)));
            check(Path.of(arguments[0]), trust, options.isEmpty() ? null : new FigureAsked(options))
                    .lines()
                    .forEach(out::println);
            return SOUND;
        } catch (Refused e) {
            err.println("REFUSED. " + e.getMessage());
            return REFUSED;
        } catch (Unreadable e) {
            err.println("UNREADABLE. " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var at = 1; at < arguments.length; at += 2) {
            var name = arguments[at].startsWith("--") ? arguments[at].substring(2) : "";
            if (!name.equals("key") && !FigureAsked.WORDS.contains(name)) {
                throw new Unreadable("There is no option " + arguments[at] + ".");
            }
            if (at + 1 == arguments.length || options.put(name, arguments[at + 1]) != null) {
                throw new Unreadable("--" + name + " is said once, with a value.");
            }
        }
        return options;
    }

    private static LogKey pinned(Path file) {
        try {
            return LogKey.parse(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("The key in " + file.getFileName() + " can not be read: " + e.getMessage() + ".");
        }
    }

    private static Report check(Path file, Trust trust, @Nullable FigureAsked asked) {
        try (var lines = EvidenceLines.open(file)) {
            var first = lines.next();
            var pack = first == null ? null : first.pack();
            if (pack != null) {
                if (asked != null) {
                    throw new Unreadable("A pack is about one figure; others are counted from an export of the log.");
                }
                return PackCheck.check(lines, pack, trust);
            }
            if (first == null || first.log() == null) {
                throw new Unreadable("Line 1 is neither that of a pack nor that of an export of the log.");
            }
        }
        return LogCheck.check(file, trust, asked);
    }
}
