package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The way into production, as the page about running tells it: roles, then one side, then the other.
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // the older servers of target/servers are of this kind
class EachSideAloneIT {

    private static final String PRACTICE =
            "{\"number\":\"1234567893\",\"name\":\"Alone\",\"timeZone\":\"America/Chicago\",\"simulated\":false}";
    private static final String PROVIDER = "{\"number\":\"DR1\",\"name\":\"A. Doe\",\"npi\":\"1234567893\"}";
    private static final String PAYER = "{\"number\":\"00431\",\"name\":\"Blue Plan\",\"payerClass\":\"COMMERCIAL\"}";
    private static final String CLAIM = """
            {"number":"A-1","submittedOn":"2026-03-02","payer":"00431","provider":"DR1","chargeCents":15000,
             "patient":{"name":"Canary, Yellow","bornOn":"1970-07-07","memberId":"M1"},"diagnoses":["E119"],
             "lines":[{"no":1,"code":"99213","units":1,"chargeCents":15000,"serviceFrom":"2026-02-27"}]}""";
    private static final String FIGURE =
            "/api/metrics/claims.submitted?practice=1234567893&from=2026-03-01&to=2026-03-31";

    private static final String NEWER = """
            insert into %s
            select installed_rank + 1, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'x', now(), 1, true
              from %1$s order by installed_rank desc limit 1
            """;

    @TempDir
    private Path place;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @ValueSource(ints = {16, 18})
    void both_sides_work_with_the_roles_of_the_page_and_no_more_rights(int version) throws Exception {
        try (var server = founded(version)) {
            refused(
                    server,
                    "query-side",
                    "There is no log in this database yet.",
                    "Start the command side on it first");
            try (var command = side(server, "command-side");
                    var query = begun(command, () -> side(server, "query-side"))) {
                send(command, "/api/practices", PRACTICE);
                send(command, "/api/providers", PROVIDER);
                send(command, "/api/payers", PAYER);
                send(command, "/api/claims", CLAIM);

                await(query.address().resolve(FIGURE), "/metric/numerator", "1");
                assertThat(get(command.address().resolve("/v3/api-docs/command-side"))
                                .body())
                        .contains("\"3.1");
                assertThat(get(query.address().resolve("/v3/api-docs/query-side"))
                                .body())
                        .contains("\"3.1");
            }
            denied(server, "claimtrail_reader", "insert into event_store.event (position) values (7)");
            denied(server, "claimtrail_reader", "update event_store.log_head set position = 7");
            denied(server, "claimtrail_reader", "create schema event_store_2 authorization claimtrail_owner");
            denied(server, "claimtrail_reader", "select * from event_store.vault_entry");
            denied(server, "claimtrail_writer", "update event_store.event set name = 'x'");
            denied(server, "claimtrail_writer", "delete from event_store.event");
            denied(server, "claimtrail_writer", "truncate event_store.event");
            denied(server, "claimtrail_writer", "select * from read_model.claim");
            denied(server, "claimtrail_writer", "create schema mine");
        }
    }

    @Test
    void why_a_side_does_not_start_is_one_sentence_and_exit_code_3() throws Exception {
        try (var server = founded(18)) {
            try (var command = side(server, "command-side");
                    var query = begun(command, () -> side(server, "query-side"))) {
                assertThat(query.address()).isNotNull();
            }
            for (var side : List.of("command-side", "query-side")) {
                refused(
                        side,
                        arguments(server, side, it -> it.replace("password=choose", "password=guessed")),
                        "The database refuses the user or the password: ",
                        "claimtrail.database.user");
                refused(
                        side,
                        arguments(server, side, it -> it.replaceFirst("127.0.0.1:\\d+", "127.0.0.1:1")),
                        "The database cannot be reached: ",
                        "claimtrail.database.url");
                refused(
                        side,
                        arguments(server, side, it -> it.replace("/claimtrail", "/nowhere")),
                        "The database cannot be reached: ",
                        "claimtrail.database.url");
                try (var other = new ServerSocket(0)) {
                    refused(
                            side,
                            arguments(
                                    server,
                                    side,
                                    it -> it.replace("--server.port=0", "--server.port=" + other.getLocalPort())),
                            "Port %d is in use by another program.".formatted(other.getLocalPort()),
                            "--server.port");
                }
            }
            server.execute("claimtrail", NEWER.formatted("event_store.flyway_schema_history"));
            refused(server, "command-side", "The schema event_store is newer than this program.", "or a later one");
            server.execute("claimtrail", NEWER.formatted("read_model.flyway_history"));
            refused(server, "query-side", "The schema read_model is newer than this program.", "or a later one");
        }
    }

    @Test
    void a_server_that_is_too_old_is_named() throws Exception {
        try (var server = founded(15)) {
            refused(server, "command-side", "The database is PostgreSQL 15.", "needs 16 or later");
            refused(server, "query-side", "The database is PostgreSQL 15.", "needs 16 or later");
        }
    }

    /// A server on which its owner has said what the page says.
    private PasswordServer founded(int version) throws IOException, SQLException {
        var server = PasswordServer.start(version, place);
        for (var statement : RunPage.read().sql()) {
            server.execute("postgres", statement);
        }
        return server;
    }

    private ProductProcess side(PasswordServer server, String side) throws IOException {
        return ProductProcess.java(RunPage.ROOT, arguments(server, side, UnaryOperator.identity()));
    }

    /// The second side, once the first one listens.
    private static ProductProcess begun(ProductProcess first, Start second) throws Exception {
        first.address();
        return second.start();
    }

    private interface Start {
        ProductProcess start() throws Exception;
    }

    private void refused(PasswordServer server, String side, String... words) throws Exception {
        refused(side, arguments(server, side, UnaryOperator.identity()), words);
    }

    private static void refused(String side, List<String> arguments, String... words) throws Exception {
        try (var refused = ProductProcess.java(RunPage.ROOT, arguments)) {
            assertThat(refused.exit()).as("%s", refused.output()).isEqualTo(3);
            assertThat(refused.output()).as(side).contains(words).doesNotContain("Exception", "\tat ");
        }
    }

    /// The arguments of the page, at this server, on any free port, with the keys of this test.
    private List<String> arguments(PasswordServer server, String side, UnaryOperator<String> but) throws IOException {
        var arguments = new ArrayList<>(
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.home=" + place));
        for (var it : RunPage.read().start(side)) {
            arguments.add(it.replace("db.example:5432", "127.0.0.1:" + server.port()));
        }
        arguments.add("--server.port=0");
        return arguments.stream().map(but).toList();
    }

    private static void denied(PasswordServer server, String user, String sql) throws SQLException {
        try (var connection = server.as(user, "claimtrail");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as("%s: %s", user, sql)
                    .isInstanceOf(SQLException.class)
                    .extracting(it -> ((SQLException) it).getSQLState())
                    .isEqualTo("42501");
        }
    }

    private void send(ProductProcess side, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(side.address().resolve(path)).header("Content-Type", "application/json");
        if (!path.equals("/api/practices")) {
            request.header("X-Practice", "1234567893");
        }
        var answer = client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /// The figure is behind the fact by a moment.
    private void await(URI address, String pointer, String value) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        var answer = get(address);
        while (answer.statusCode() != 200
                || !JsonMapper.shared()
                        .readTree(answer.body())
                        .at(pointer)
                        .asString("")
                        .equals(value)) {
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            answer = get(address);
        }
    }
}
