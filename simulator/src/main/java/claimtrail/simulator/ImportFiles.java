package claimtrail.simulator;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Takes files in, one after the other, and says what became of their records.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes in claims, remittances and other files of one practice.",
            "They go to the product at --url; when nothing runs at the default address, the sandbox is started on the data"
                    + " directory for the time of the import."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record was stored or seen before",
            "1:something unforeseen; the message says what",
            "2:the command line could not be understood",
            "3:nothing was sent: a file is not there, or the product could not be reached or started",
            "4:some record is held for a person or was refused; the rest is stored",
            "5:some file was refused as a whole"
        })
final class ImportFiles implements Callable<Integer> {

    static final int RECORDS_LEFT = 4;
    static final int FILES_LEFT = 5;

    private static final URI LOCAL = URI.create("http://localhost:8080");

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "837, 835, 277CA, CSV or JSON; also gzip and zip.")
    private List<Path> files = List.of();

    @Option(names = "--practice", required = true, description = "Number or id of the practice whose files these are.")
    private String practice = "";

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where the product answers (default: http://localhost:8080).")
    private URI url = LOCAL;

    @ParentCommand
    private Simulator simulator = new Simulator();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (var file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CannotStart("There is no file %s to read.".formatted(file));
            }
        }
        if (!url.equals(LOCAL) || Delivery.answers(url)) {
            return deliver(url);
        }
        try (var sandbox = Sandbox.start(simulator.data(), 0)) {
            return deliver(sandbox.address());
        }
    }

    private int deliver(URI product) throws IOException {
        var reports = new ArrayList<Report>();
        try (var delivery = new Delivery(product, practice)) {
            for (var file : files) {
                reports.addAll(deliver(delivery, file));
            }
        }
        print(reports);
        if (!reports.stream().allMatch(Report::taken)) {
            return FILES_LEFT;
        }
        return reports.stream().allMatch(Report::whole) ? 0 : RECORDS_LEFT;
    }

    /// The bar is for a person who watches; a log file gets the table only.
    private static List<Report> deliver(Delivery delivery, Path file) throws IOException {
        var console = Optional.ofNullable(System.console());
        if (console.filter(Console::isTerminal).isEmpty()) {
            return delivery.deliver(file, _ -> {});
        }
        try (var bar = new ProgressBarBuilder()
                .setTaskName(String.valueOf(file.getFileName()))
                .setInitialMax(Files.size(file))
                .setUnit(" kB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            var report = delivery.deliver(file, bar::stepTo);
            bar.stepTo(bar.getMax());
            return report;
        }
    }

    private void print(List<Report> reports) {
        var out = Objects.requireNonNull(spec, "picocli gives it").commandLine().getOut();
        var width = reports.stream().mapToInt(it -> it.name().length()).max().orElse(4);
        var row = "%-" + Math.max(width, 4) + "s %8s %8s %8s %8s %8s %9s  %s%n";
        out.printf(row, "file", "read", "stored", "seen", "held", "refused", "warnings", "");
        for (var it : reports) {
            out.printf(
                    row,
                    it.name(),
                    it.read(),
                    it.stored(),
                    it.seenBefore(),
                    it.held(),
                    it.refused(),
                    it.warnings(),
                    (it.state() + " " + it.remark()).strip());
        }
        out.flush();
    }
}
