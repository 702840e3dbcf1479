package claimtrail.simulator.bench;

import claimtrail.simulator.bench.history.History;
import claimtrail.simulator.bench.history.Scale;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Fills an empty log with a history, for benchmarks that are run later or many times.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Writes a history into the log of a new data directory. The same size and seed write the same facts.")
final class Generate implements Callable<Integer> {

    private static final long SEED = 20260105;

    private final Function<Path, Ground> grounds;

    @ArgGroup(multiplicity = "1")
    private Size size = new Size();

    @Option(names = "--data", required = true, description = "Directory of the database; it must not exist yet.")
    private Path data = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "" + SEED,
            description = "What chance begins with (default: " + SEED + ").")
    private long seed = SEED;

    @Spec
    private @Nullable CommandSpec spec;

    Generate(Function<Path, Ground> grounds) {
        this.grounds = grounds;
    }

    /// How long the history is.
    static final class Size {

        @Option(names = "--events", description = "So many facts: one practice, or eight from five million on.")
        private @Nullable Long events;

        @Option(
                names = "--claims",
                description = "So many claims of one practice, and what becomes of them in two years.")
        private @Nullable Integer claims;

        Scale scale() {
            return claims != null ? Scale.ofClaims(claims) : Scale.ofEvents(Objects.requireNonNull(events));
        }
    }

    @Override
    public Integer call() throws SQLException {
        var out = Objects.requireNonNull(spec, "picocli gives it").commandLine().getOut();
        try (var ground = grounds.apply(data)) {
            var begun = System.nanoTime();
            var history = new History(size.scale(), seed);
            try (var connection = DriverManager.getConnection(ground.url(), ground.owner(), "")) {
                Stage.write(connection, history);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%,d facts up to %s in %.1f s, %,.0f facts/s%n",
                    history.position(),
                    history.day(),
                    seconds,
                    history.position() / seconds);
            out.flush();
        }
        return 0;
    }
}
