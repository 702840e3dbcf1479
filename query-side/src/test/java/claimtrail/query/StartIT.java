package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// Why it does not start is said in one sentence.
class StartIT {

    @Test
    void a_database_without_a_log_is_named_and_nothing_is_made_in_it() {
        try (var log = new TestLog()) {
            log.jdbc().sql("drop schema event_store cascade").update();

            assertThat(sentence(catchThrowable(() -> start(log)))).isEqualTo("There is no log in this database yet.");
            assertThat(schemas(log, "read_model")).isZero();
        }
    }

    @Test
    void a_log_that_may_not_be_read_is_named() {
        try (var log = new TestLog()) {
            log.jdbc()
                    .sql("do $$ begin create role stranger login; exception when duplicate_object then end $$")
                    .update();

            assertThat(sentence(catchThrowable(() -> start(log.url().replaceFirst("\\?.*", ""), "stranger", 0))))
                    .startsWith("The log may not be read by the role");
        }
    }

    @Test
    void a_schema_that_is_newer_than_the_program_is_named() {
        try (var log = new TestLog()) {
            try (var reader = new Reader(log, 1)) {
                reader.caughtUp();
            }
            log.jdbc().sql("""
                            insert into read_model.flyway_history
                            select installed_rank + 1, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'x', now(), 1, true
                              from read_model.flyway_history order by installed_rank desc limit 1
                            """).update();

            assertThat(sentence(catchThrowable(() -> start(log))))
                    .isEqualTo("The schema read_model is newer than this program.");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        var failure = catchThrowable(() -> start("jdbc:postgresql://localhost:1/nowhere", "nobody", 0));

        assertThat(sentence(failure)).startsWith("The database cannot be reached: ");
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (var log = new TestLog();
                var other = new ServerSocket(0)) {
            var failure = catchThrowable(() -> start(log.url(), "postgres", other.getLocalPort()));

            assertThat(sentence(failure))
                    .isEqualTo("Port %d is in use by another program.".formatted(other.getLocalPort()));
        }
    }

    @Test
    void what_is_unforeseen_gets_no_sentence_that_guesses() {
        assertThat(StartFailures.reason(new IllegalStateException("who knows"))).isEmpty();
    }

    private static String sentence(Throwable failure) {
        return StartFailures.reason(failure).orElseThrow().getDescription();
    }

    private static void start(TestLog log) {
        start(log.url(), "postgres", 0);
    }

    private static void start(String url, String user, int port) {
        QuerySide.start(
                        "--server.port=" + port,
                        "--claimtrail.database.url=" + url,
                        "--claimtrail.database.user=" + user,
                        "--claimtrail.integrity.enabled=false",
                        "--spring.main.register-shutdown-hook=false")
                .close();
    }

    private static long schemas(TestLog log, String name) {
        return log.jdbc()
                .sql("select count(*) from pg_namespace where nspname = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
