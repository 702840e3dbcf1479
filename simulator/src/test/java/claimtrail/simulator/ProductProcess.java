package claimtrail.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A built jar as a process of its own, as a person would start it: the sandbox, or one side alone.
final class ProductProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/claimtrail.jar").toAbsolutePath();
    private static final Pattern ANSWERS =
            Pattern.compile("answers at http://localhost:(\\d+)|Tomcat started on port (\\d+)");
    private static final long LIMIT_SECONDS = 180; // a loaded build machine is no reason to fail

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();
    private final Thread listener;
    private @Nullable URI address;

    private ProductProcess(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().start(() -> listen(process, lines));
    }

    /// Starts the sandbox.
    static ProductProcess start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("-Xmx512m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return java(Path.of("").toAbsolutePath(), command);
    }

    /// Starts anything with the Java of this test.
    ///
    /// @param directory where it is typed
    static ProductProcess java(Path directory, List<String> arguments) throws IOException {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(arguments);
        return new ProductProcess(new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start());
    }

    /// Waits for the address to be printed, which happens once.
    URI address() throws InterruptedException {
        while (address == null) {
            var line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("no address, but: " + said);
            }
            said.add(line);
            var match = ANSWERS.matcher(line);
            if (match.find()) {
                var port = match.group(1) == null ? match.group(2) : match.group(1);
                address = URI.create("http://localhost:" + port);
            }
        }
        return address;
    }

    /// Waits for the process to end by itself.
    int exit() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running, said: " + said + lines);
        }
        return process.exitValue();
    }

    /// Everything printed by a process that has ended.
    String output() throws InterruptedException {
        exit();
        listener.join(); // nothing more will come
        said.addAll(lines);
        lines.clear();
        return String.join("\n", said);
    }

    /// As the power cut does it: no goodbye.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    /// As Ctrl-C does it.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private static void listen(Process process, BlockingQueue<String> lines) {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) { // whoever ends a process closes what it says
            lines.add(e.toString());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
