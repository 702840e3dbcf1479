package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A process that is killed while it counts, or while it takes the place of what is live, leaves nothing
/// half done: the next start goes on from what is written.
class ReplayKillIT {

    private static final String REPLAYS = "/api/audit/replays";
    private static final String DASHBOARD = "/api/metrics/dashboard?practice=BOOK&from=2026-01-01&to=2026-12-31";
    private static final JsonMapper JSON = JsonMapper.shared();

    private TestLog log = new TestLog();

    @BeforeEach
    void tell() {
        ManyLives.open(log);
        for (var part : ManyLives.of(3)) {
            ManyLives.tell(log, part);
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void killed_while_it_counts_it_goes_on_with_the_parts_that_are_not_done() throws Exception {
        long id;
        try (var first = new Side()) {
            first.caughtUp();
            id = start(first);
            // A reader of the log in our way: the parts that are done are done, and the next one waits.
            awaiting("some part is done", () -> parts("done") > 0);
            try (var _ = locked("event_store.event")) {
                awaiting("it waits for us", ReplayKillIT.this::waits);
                assertThat(parts("not done")).isPositive();
                first.kill();
            }
        }
        var done = parts("done");
        assertThat(state()).isEqualTo("LOADING");
        assertThat(done).isPositive();
        assertThat(parts("not done")).isPositive();
        assertThat(rows("read_model_replay.metric_standing"))
                .as("each part is in as a whole, or not at all")
                .isEqualTo(log.jdbc().sql("""
                                select count(distinct stream_id) from event_store.event e join read_model_replay.part p
                                    on p.done and e.stream_id >= p.first_stream
                                   and (p.next_stream is null or e.stream_id < p.next_stream)
                                """).query(Long.class).single());

        try (var second = new Side()) {
            awaiting("it went on by itself", () -> state().equals("COMPARED"));
            var replay = second.ask(REPLAYS + "/" + id).get("replay");
            assertThat(replay.get("differences").asLong()).isZero();
            assertThat(replay.get("done")).isEqualTo(replay.get("total"));
        }
    }

    @Test
    void killed_while_it_is_switched_what_is_live_stays_and_the_next_start_switches() throws Exception {
        long id;
        JsonNode shown;
        try (var reading = DriverManager.getConnection(log.url(), "postgres", "")) {
            reading.setAutoCommit(false);
            try (var first = new Side()) {
                first.caughtUp();
                id = start(first);
                awaiting("it is compared", () -> state().equals("COMPARED"));
                shown = first.ask(DASHBOARD);
                // Somebody reads the last of the tables for long, so that the switch has locked all others and waits.
                reading.createStatement().execute("lock table read_model.setting in access share mode");
                first.post(REPLAYS + "/" + id + "/switch", "");
                awaiting("it waits for the reader", ReplayKillIT.this::waits);
                assertThat(first.ask(DASHBOARD).get("metrics"))
                        .as("others are answered meanwhile")
                        .isEqualTo(shown.get("metrics"));
                first.kill();
            }
            assertThat(state()).isEqualTo("SWITCHING");
            assertThat(log.jdbc()
                            .sql("select number from read_model.edition")
                            .query(Long.class)
                            .single())
                    .as("nothing was switched")
                    .isEqualTo(1);
            reading.rollback();
        }

        try (var second = new Side()) {
            awaiting("it was switched by itself", () -> state().equals("SWITCHED"));
            second.caughtUp();
            assertThat(second.ask(DASHBOARD).get("metrics")).isEqualTo(shown.get("metrics"));
            assertThat(log.jdbc()
                            .sql("select number from read_model.edition")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            assertThat(log.jdbc()
                            .sql("select count(*) from pg_namespace where nspname like 'read_model_%'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private long start(Side process) throws Exception {
        return JSON.readTree(process.post(REPLAYS, "{\"threads\":2}")).get("id").asLong();
    }

    private String state() {
        return log.jdbc()
                .sql("select state from read_model.replay order by replay_id desc limit 1")
                .query(String.class)
                .single();
    }

    private long parts(String which) {
        return log.jdbc()
                        .sql("select to_regclass('read_model_replay.part') is not null")
                        .query(Boolean.class)
                        .single()
                ? log.jdbc()
                        .sql("select count(*) from read_model_replay.part where " + which)
                        .query(Long.class)
                        .single()
                : 0;
    }

    private long rows(String table) {
        return log.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    /// Whether somebody waits for a lock in this database.
    private boolean waits() {
        return log.jdbc().sql("""
                        select exists (select from pg_locks l join pg_database d on d.oid = l.database
                                        where d.datname = current_database() and not l.granted)
                        """).query(Boolean.class).single();
    }

    private Connection locked(String table) throws SQLException {
        var connection = DriverManager.getConnection(log.url(), "postgres", "");
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table + " in access exclusive mode");
        return connection;
    }

    private static void awaiting(String what, java.util.function.BooleanSupplier so) {
        Reader.awaiting(what, Integer.getInteger("patience", 60), so);
    }

    /// The reading side as a process of its own, which can be killed.
    private final class Side implements AutoCloseable {

        private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

        private final Process process;
        private final LinkedBlockingQueue<String> ports = new LinkedBlockingQueue<>();
        private final HttpClient http = HttpClient.newHttpClient();
        private final URI address;

        private Side() throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    QuerySide.class.getName()));
            command.addAll(List.of(Reader.arguments(
                    log.url(),
                    1,
                    "--claimtrail.replay.part=5",
                    "--claimtrail.replay.silence=2s",
                    "--logging.level.org.springframework.boot.tomcat=INFO")));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread.ofPlatform().daemon().start(() -> {
                try (var lines = process.inputReader()) {
                    lines.lines().forEach(line -> {
                        var port = PORT.matcher(line);
                        if (port.find()) {
                            ports.add(port.group(1));
                        }
                    });
                } catch (IOException | java.io.UncheckedIOException _) {
                    // it was killed
                }
            });
            var port = ports.poll(90, TimeUnit.SECONDS);
            address = URI.create("http://localhost:" + java.util.Objects.requireNonNull(port, "it does not start"));
        }

        private void caughtUp() {
            awaiting(
                    "everything is counted",
                    () -> log.jdbc().sql("""
                                    select coalesce(min(s.token), 0) >= (select position from event_store.log_head)
                                      from read_model.fold_status s
                                    """).query(Boolean.class).single());
        }

        private JsonNode ask(String path) throws IOException, InterruptedException {
            var answer = http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        private String post(String path, String body) throws IOException, InterruptedException {
            var answer = http.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return answer.body();
        }

        /// As a power cut does it.
        private void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
            http.close();
        }
    }
}
