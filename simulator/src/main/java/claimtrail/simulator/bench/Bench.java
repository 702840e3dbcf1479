package claimtrail.simulator.bench;

import claimtrail.simulator.bench.history.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The one entry point of all benchmarks.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what must be fast, over invented histories of any length, on a PostgreSQL of its own.",
            "What an absolute figure is worth depends on machine and hour: read the ratios to the yardsticks of the run."
        },
        subcommands = CommandLine.HelpCommand.class)
public final class Bench implements Callable<Integer> {

    private static final long SEED = 20260105;
    private static final int CLIENTS = 20;

    private final Function<Path, Ground> grounds;

    @Option(names = "--smoke", description = "Runs every benchmark over a tiny history: proves that they work.")
    private boolean smoke;

    @Spec
    private @Nullable CommandSpec spec;

    private Bench(Function<Path, Ground> grounds) {
        this.grounds = grounds;
    }

    /// The command and those below it.
    ///
    /// @param grounds opens what a benchmark stands on, in a directory
    public static CommandLine commandLine(Function<Path, Ground> grounds) {
        var bench = new Bench(grounds);
        return new CommandLine(bench)
                .addSubcommand(new Generate(grounds))
                .addSubcommand(bench.new ListsCommand())
                .addSubcommand(bench.new AuditCommand());
    }

    @Override
    public Integer call() throws SQLException, IOException {
        if (!smoke) {
            throw new ParameterException(line(), "Say which benchmark, or --smoke for a short run of all.");
        }
        var place = Files.createTempDirectory("claimtrail-bench");
        try (var ground = grounds.apply(place)) {
            var scale = new Scale(2, 2_000, 3_000, 4, 2, 12, 20);
            var time = Duration.ofMillis(300);
            new Lists(report("lists"), 4, time, 20).run(ground, scale, SEED);
            var more = Math.toIntExact(Stage.head(ground));
            new Audit(report("audit"), time).run(ground, new Scale(2, 2_000, more, 4, 2, 12, 20), SEED);
        } finally {
            remove(place);
        }
        return 0;
    }

    private Report report(String name) {
        return new Report(name, line().getOut());
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec, "picocli gives it").commandLine();
    }

    private static void remove(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// What the benchmarks over a history have in common.
    private abstract class OverHistory implements Callable<Integer> {

        @Option(
                names = "--data",
                required = true,
                description =
                        "Directory of the database: a new one, or one that an earlier run of the same size has filled.")
        private Path data = Path.of("");

        @Option(
                names = "--seed",
                defaultValue = "" + SEED,
                description = "What chance begins with (default: " + SEED + ").")
        private long seed = SEED;

        @Option(names = "--seconds", defaultValue = "10", description = "Length of each measurement (default: 10).")
        private int seconds = 10;

        @Option(names = "--json", description = "Where the figures are written as JSON as well.")
        private @Nullable Path json;

        private final String name;

        OverHistory(String name) {
            this.name = name;
        }

        abstract void run(Report report, Ground ground, Duration time, long seed) throws SQLException, IOException;

        @Override
        public Integer call() throws SQLException, IOException {
            var report = report(name);
            try (var ground = grounds.apply(data)) {
                run(report, ground, Duration.ofSeconds(seconds), seed);
            }
            if (json != null) {
                report.write(json);
            }
            return 0;
        }
    }

    /// `bench lists`.
    @Command(
            name = "lists",
            mixinStandardHelpOptions = true,
            description = "How long the lists of patterns and policies take, quiet and while facts arrive.")
    private final class ListsCommand extends OverHistory {

        @Option(names = "--claims", defaultValue = "100000", description = "Claims of the history (default: 100000).")
        private int claims = 100_000;

        @Option(
                names = "--clients",
                defaultValue = "" + CLIENTS,
                description = "Who ask at once (default: " + CLIENTS + ").")
        private int clients = CLIENTS;

        @Option(
                names = "--arriving",
                defaultValue = "30",
                description = "Facts a second of the second half (default: 30).")
        private int arriving = 30;

        ListsCommand() {
            super("lists");
        }

        @Override
        void run(Report report, Ground ground, Duration time, long seed) throws SQLException {
            new Lists(report, clients, time, arriving).run(ground, Scale.ofClaims(claims), seed);
        }
    }

    /// `bench audit`.
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "What an auditor's questions cost, and how much is kept.")
    private final class AuditCommand extends OverHistory {

        @Option(names = "--events", defaultValue = "100000", description = "Facts of the history (default: 100000).")
        private long events = 100_000;

        AuditCommand() {
            super("audit");
        }

        @Override
        void run(Report report, Ground ground, Duration time, long seed) throws SQLException, IOException {
            new Audit(report, time).run(ground, Scale.ofEvents(events), seed);
        }
    }
}
