package claimtrail.simulator;

import claimtrail.simulator.bench.Bench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the product. Without a command it is the sandbox.
@Command(
        name = "claimtrail",
        mixinStandardHelpOptions = true,
        versionProvider = Simulator.Version.class,
        description = {
            "Runs Claimtrail on this machine: its own PostgreSQL, both sides, one address. Ends with Ctrl-C.",
            "The first start takes in the small samples of an invented practice, so that there is something to see."
        },
        subcommands = {ImportFiles.class, ReplayLog.class, CommandLine.HelpCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something unforeseen; the message says what",
            "2:the command line could not be understood",
            "3:nothing was started: port or data directory in use, disk full, data of a newer version",
            "130:ended by Ctrl-C"
        })
public final class Simulator implements Callable<Integer> {

    static final int CANNOT_START = 3;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where to listen; 0 for any free port (default: 8080).")
    private int port;

    @Option(
            names = "--data",
            defaultValue = ".claimtrail",
            description = "Directory that keeps everything (default: .claimtrail in the working directory).")
    private Path data = Path.of(".claimtrail");

    @Option(names = "--no-samples", description = "Start empty: take in no samples.")
    private boolean noSamples;

    Simulator() {}

    /// The data directory asked for.
    Path data() {
        return data;
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /// All commands and options, as the pages may name them.
    public static CommandLine commandLine() {
        return new CommandLine(new Simulator())
                .addSubcommand(Bench.commandLine(BenchGround::open))
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof CannotStart it) {
                        line.getErr().println(it.sentence());
                        return CANNOT_START;
                    }
                    failure.printStackTrace(line.getErr());
                    return 1;
                });
    }

    @Override
    public Integer call() throws Exception {
        var begun = System.nanoTime();
        System.out.println("Starting Claimtrail on " + data.toAbsolutePath().normalize());
        var sandbox = Sandbox.start(data, port);
        if (!noSamples) {
            Samples.takeIn(sandbox);
        }
        System.out.printf(
                "Claimtrail answers at %s (started in %.1f s, Ctrl-C stops it)%n",
                sandbox.address(), (System.nanoTime() - begun) / 1e9);
        new CountDownLatch(1).await(); // until Ctrl-C
        return 0;
    }

    /// The version that Maven wrote into the jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Simulator.class.getPackage().getImplementationVersion();
            return new String[] {"claimtrail " + (version == null ? "(not packaged)" : version)};
        }
    }
}
