package claimtrail.command;

import claimtrail.command.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A command side on a free port, with a database of its own, and a client that speaks to it as the world does.
public final class RunningSide implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database;
    private final ConfigurableApplicationContext side;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningSide(TestDatabase database, ConfigurableApplicationContext side) {
        this.database = database;
        this.side = side;
    }

    /// Starts it; close it.
    public static RunningSide start(String... settings) {
        var database = TestDatabase.fresh();
        return new RunningSide(database, beside(database, settings));
    }

    /// Another node on the same database.
    public static ConfigurableApplicationContext beside(TestDatabase database, String... settings) {
        return CommandSide.start(arguments(database, settings).toArray(String[]::new));
    }

    /// The command line of a node on a database, for this process or another one.
    public static List<String> arguments(TestDatabase database, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--claimtrail.database.url=" + database.writerUrl().replaceFirst("\\?.*", ""),
                "--claimtrail.database.user=" + TestDatabase.WRITER,
                "--claimtrail.database.owner-user=postgres",
                "--claimtrail.vault.master-key=" + database.masterKey(),
                "--claimtrail.vault.token-key=" + database.masterKey().resolveSibling("token.key"),
                "--spring.main.register-shutdown-hook=false"));
        arguments.addAll(Arrays.asList(settings));
        return arguments;
    }

    /// What came back.
    public record Answer(int status, JsonNode body, HttpResponse<String> http) {

        /// The stable code of a problem.
        public String code() {
            return body.path("code").asString("");
        }

        /// The JSON pointer of the field at fault.
        public String field() {
            return body.path("field").asString("");
        }

        /// The id of the stream.
        public String id() {
            return body.path("id").asString("");
        }
    }

    public TestDatabase database() {
        return database;
    }

    /// A bean of the running side.
    public <T> T bean(Class<T> type) {
        return side.getBean(type);
    }

    /// Posts a body with headers (name, value, name, value, …).
    public Answer post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        request.setHeader("Content-Type", "application/json");
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + side.getEnvironment().getProperty("local.server.port") + path);
    }

    private Answer send(HttpRequest request) {
        try {
            var http = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(http.statusCode(), JSON.readTree(http.body()), http);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        side.close();
        database.close();
    }
}
