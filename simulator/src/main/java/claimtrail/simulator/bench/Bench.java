package claimtrail.simulator.bench;

import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one entry point of all benchmarks.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what must be fast, over invented histories of any length, on a PostgreSQL of its own.",
            "What an absolute figure is worth depends on machine and hour: read the ratios to the yardsticks of the run."
        },
        subcommands = CommandLine.HelpCommand.class)
public final class Bench {

    private Bench() {}

    /// The command and those below it.
    ///
    /// @param grounds opens what a benchmark stands on, in a directory
    public static CommandLine commandLine(Function<Path, Ground> grounds) {
        return new CommandLine(new Bench()).addSubcommand(new Generate(grounds));
    }
}
