package claimtrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every six hours one node looks whether a pattern was missed: it must find nothing, and what it finds is kept.
@Timeout(120)
class PatternCheckIT {

    private static final String RUN = "/api/admin/jobs/pattern-check/run";
    private static final String[] BY_HAND = {
        "--claimtrail.automation.look-every-millis=3600000", "--claimtrail.jobs.poll=100ms"
    };

    private static RunningSide side;
    private static JdbcClient database;

    /// What is kept of a run.
    private record Run(String outcome, String says, long differences) {}

    @BeforeAll
    static void start() {
        side = RunningSide.start(BY_HAND);
        database = JdbcClient.create(side.database().owner());
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void it_runs_four_times_a_day_and_everybody_may_know_when_next() {
        assertThat(database.sql("select schedule from event_store.job where name = 'pattern-check'")
                        .query(String.class)
                        .single())
                .isEqualTo("daily at 00:30, 06:30, 12:30, 18:30 UTC");
        assertThat(JdbcClient.create(side.database().reader())
                        .sql("""
                                select execution_time > now() and execution_time < now() + interval '6 hours 1 minute'
                                  from event_store.scheduled_job where task_name = 'pattern-check'
                                """)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(side.post("/api/admin/jobs/tea/run", "").code()).isEqualTo("JOB_UNKNOWN");
    }

    @Test
    void it_finds_nothing_more_and_tells_of_what_was_missed() {
        var history = new History(side, "CHECKED");
        for (var no = 0; no < 6; no++) {
            history.told(no, "99213", "29");
        }
        assertThat(check()).isEqualTo(new Run("DONE", "All claims looked at again: no pattern was missed.", 0));

        for (var no = 0; no < 6; no++) {
            history.told(no, "99213", "197");
        }
        skipToHead(); // as if the finding had overlooked them
        assertThat(check())
                .isEqualTo(new Run("DIFFERENT", "Patterns that were not found as their facts arrived: 1.", 1));
        assertThat(found())
                .containsExactly("reason-class/1 AUTHORIZATION practice " + history.practice() + ", "
                        + History.FIRST.plusDays(16));

        database.sql("update event_store.automation_token set position = 0").update();
        assertThat(check().differences()).isZero();
    }

    @Test
    void of_two_nodes_one_runs_it_and_a_second_press_is_refused_while_it_does() throws Exception {
        try (var other = RunningSide.beside(side.database(), BY_HAND)) {
            var before = runs();
            try (var _ = standstill()) {
                assertThat(side.post(RUN, "").status()).isEqualTo(202);
                await("it runs", PatternCheckIT::picked);
                assertThat(post(other)).isEqualTo(409);
                assertThat(side.post(RUN, "").code()).isEqualTo("JOB_IN_PROGRESS");
                assertThat(side.post(RUN, "", "Accept", "text/html")
                                .http()
                                .headers()
                                .firstValue("Location"))
                        .hasValueSatisfying(it -> assertThat(it).endsWith("/jobs"));
            }
            await("it is over", () -> runs() == before + 1 && !picked());
            assertThat(post(other)).isEqualTo(202);
            await("it ran again", () -> runs() == before + 2 && !picked());
        }
    }

    /// Has it run, and waits for what it comes to.
    private static Run check() {
        var before = runs();
        assertThat(side.post(RUN, "").status()).isEqualTo(202);
        await("the check is over", () -> runs() == before + 1 && !picked());
        return database.sql("select outcome, says, differences from event_store.job_run order by run_id desc limit 1")
                .query((row, _) -> new Run(row.getString(1), row.getString(2), row.getLong(3)))
                .single();
    }

    private static List<String> found() {
        return database.sql("select place || ' ' || cell from event_store.job_difference order by run_id, no")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long runs() {
        return database.sql("select count(*) from event_store.job_run")
                .query(Long.class)
                .single();
    }

    private static boolean picked() {
        return database.sql("select picked from event_store.scheduled_job where task_name = 'pattern-check'")
                .query(Boolean.class)
                .single();
    }

    private static void skipToHead() {
        database.sql("update event_store.automation_token set position = ?")
                .param(side.bean(EventLog.class).head())
                .update();
    }

    /// Keeps everybody from the token of the finding, so that a check stands still at its beginning.
    private static AutoCloseable standstill() throws SQLException {
        Connection connection = side.database().owner().getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table event_store.automation_token in access exclusive mode");
        }
        return () -> {
            connection.rollback();
            connection.close();
        };
    }

    private static int post(ConfigurableApplicationContext node) throws Exception {
        var address = "http://localhost:" + node.getEnvironment().getProperty("local.server.port") + RUN;
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
    }
}
