package claimtrail.simulator;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rebuilds read models of a running product from its log, and shows how far that is.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the log again beside what is live, compares both, and puts the one in place of the other or throws it"
                    + " away.",
            "The product does it; this shows how far it is. Ctrl-C only stops looking: the replay goes on, and 'replay watch'"
                    + " looks again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; where it was compared, both are the same",
            "1:something unforeseen; the message says what",
            "2:the command line could not be understood",
            "3:the product could not be reached",
            "4:compared, and something differs",
            "5:refused; the message says why",
            "130:stopped looking by Ctrl-C"
        })
final class ReplayLog implements Callable<Integer> {

    static final int DIFFERS = 4;
    static final int REFUSED = 5;

    private static final String REPLAYS = "/api/audit/replays";
    private static final String DATA = "data:"; // of a server-sent event
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> ACTIONS =
            Set.of("start", "watch", "pause", "resume", "cancel", "compare", "switch");

    @Parameters(
            arity = "0..1",
            paramLabel = "ACTION",
            description = "start (default), watch, pause, resume, compare, switch, or cancel, which throws it away.")
    private String action = "start";

    @Option(names = "--id", description = "Which replay; without, the last one.")
    private @Nullable Long id;

    @Option(
            names = "--models",
            split = ",",
            description = "What to rebuild, such as numbers,claims (default: everything).")
    private List<String> models = List.of();

    @Option(
            names = "--folds",
            split = ",",
            description = "Versions that count claims, such as claim/1,claim/2 (default: those that are kept).")
    private List<String> folds = List.of();

    @Option(names = "--threads", description = "How many count (default: as the product is set).")
    private @Nullable Integer threads;

    @Option(names = "--acknowledged", description = "Switch although something differs.")
    private boolean acknowledged;

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where the product answers (default: http://localhost:8080).")
    private URI url = URI.create("http://localhost:8080");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            return run(client);
        } catch (ConnectException e) {
            throw new CannotStart("Nothing answers at %s.".formatted(url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The looking was interrupted.", e);
        }
    }

    private int run(HttpClient client) throws IOException, InterruptedException {
        var out = Objects.requireNonNull(spec, "picocli gives it").commandLine().getOut();
        if (!ACTIONS.contains(action)) {
            throw new ParameterException(spec.commandLine(), "There is no action " + action + ".");
        }
        var answer = switch (action) {
            case "start" -> post(client, REPLAYS, body());
            case "watch" ->
                client.send(HttpRequest.newBuilder(url.resolve(place(client))).build(), BodyHandlers.ofString());
            default -> post(client, place(client) + "/" + action + (acknowledged ? "?acknowledged=true" : ""), "");
        };
        if (answer.statusCode() >= 300) {
            out.println(why(answer));
            return REFUSED;
        }
        var told = JSON.readTree(answer.body());
        var replay = told.has("replay") ? told.get("replay") : told;
        out.printf("Replay %d: %s%n", replay.get("id").asLong(), says(replay));
        if (action.equals("pause")) {
            return 0;
        }
        return follow(client, replay.get("id").asLong(), out);
    }

    private String body() {
        var wanted = new LinkedHashMap<String, Object>();
        if (!models.isEmpty()) {
            wanted.put("models", models);
        }
        if (!folds.isEmpty()) {
            wanted.put("folds", folds);
        }
        if (threads != null) {
            wanted.put("threads", threads);
        }
        return JSON.writeValueAsString(wanted);
    }

    /// The replay that is meant: the one that was named, or the last.
    private String place(HttpClient client) throws IOException, InterruptedException {
        if (id != null) {
            return REPLAYS + "/" + id;
        }
        var all = client.send(
                HttpRequest.newBuilder(url.resolve(REPLAYS + "?limit=1")).build(), BodyHandlers.ofString());
        var last = JSON.readTree(all.body()).path("replays").path(0).path("id").asLong(0);
        return REPLAYS + "/" + last;
    }

    private HttpResponse<String> post(HttpClient client, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Shows how far it is, until it stands still.
    private int follow(HttpClient client, long replay, PrintWriter out) throws IOException, InterruptedException {
        BodyHandler<Stream<String>> lines = BodyHandlers.ofLines();
        var events = client.send(
                HttpRequest.newBuilder(url.resolve(REPLAYS + "/" + replay + "/events"))
                        .build(),
                lines);
        try (var body = events.body();
                var bar = bar(replay)) {
            var last = body.filter(line -> line.startsWith(DATA))
                    .map(line -> JSON.readTree(line.substring(DATA.length())))
                    .peek(it -> step(bar, it))
                    .filter(ReplayLog::stands)
                    .findFirst()
                    .orElseThrow(() -> new IOException("The product stopped telling about the replay."));
            out.printf("%nReplay %d: %s%n", replay, says(last));
            return outcome(last);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean stands(JsonNode replay) {
        return !Set.of("LOADING", "COMPARING", "SWITCHING", "CANCELLING")
                .contains(replay.get("state").asString());
    }

    private static int outcome(JsonNode replay) {
        return switch (replay.get("state").asString()) {
            case "FAILED" -> 1;
            case "COMPARED" ->
                replay.path("differences").asLong() == 0 && replay.path("error").isNull() ? 0 : DIFFERS;
            default -> 0;
        };
    }

    /// The bar is for a person who watches; a log file gets the sentences only.
    private static @Nullable ProgressBar bar(long replay) {
        var console = Optional.ofNullable(System.console());
        return console.filter(Console::isTerminal).isEmpty()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName("replay " + replay)
                        .setInitialMax(1)
                        .setUnit(" facts", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
    }

    private static void step(@Nullable ProgressBar bar, JsonNode replay) {
        if (bar != null && !replay.path("total").isNull()) {
            bar.maxHint(Math.max(1, replay.get("total").asLong()));
            bar.stepTo(replay.get("done").asLong());
            bar.setExtraMessage(replay.get("phase").asString());
        }
    }

    private static String says(JsonNode replay) {
        var says = new StringBuilder(replay.get("state").asString().toLowerCase(Locale.ROOT));
        if (!replay.path("total").isNull()) {
            says.append(String.format(
                    Locale.ROOT,
                    ", %,d of %,d facts",
                    replay.get("done").asLong(),
                    replay.get("total").asLong()));
        }
        if (!replay.path("perSecond").isNull()) {
            says.append(String.format(
                    Locale.ROOT, ", %,d a second", replay.get("perSecond").asLong()));
        }
        if (!replay.path("differences").isNull()) {
            says.append(String.format(
                    Locale.ROOT,
                    ", %,d of %,d rows differ",
                    replay.get("differences").asLong(),
                    replay.get("comparedRows").asLong()));
        }
        if (!replay.path("error").isNull()) {
            says.append(": ").append(replay.get("error").asString());
        }
        return says.toString();
    }

    private static String why(HttpResponse<String> answer) {
        try {
            var problem = JSON.readTree(answer.body());
            return problem.path("code").asString("status " + answer.statusCode()) + ": "
                    + problem.path("detail").asString("");
        } catch (JacksonException e) {
            return "status " + answer.statusCode();
        }
    }
}
