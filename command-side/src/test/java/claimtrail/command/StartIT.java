package claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import claimtrail.command.store.TestDatabase;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/// Why it does not start is said in one sentence.
class StartIT {

    @Test
    void a_schema_that_is_newer_than_the_program_is_named() {
        try (var database = TestDatabase.fresh()) {
            database.execute("""
                    insert into event_store.flyway_schema_history
                    select installed_rank + 1, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'x', now(), 1, true
                      from event_store.flyway_schema_history order by installed_rank desc limit 1
                    """);

            assertThat(sentence(catchThrowable(() -> RunningSide.beside(database))))
                    .isEqualTo("The schema event_store is newer than this program.");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        var failure = catchThrowable(() -> CommandSide.start(
                "--server.port=0",
                "--claimtrail.database.url=jdbc:postgresql://localhost:1/nowhere",
                "--spring.main.register-shutdown-hook=false"));

        assertThat(sentence(failure)).startsWith("The database cannot be reached: ");
    }

    @Test
    void a_port_in_use_is_named() throws Exception {
        try (var database = TestDatabase.fresh();
                var other = new ServerSocket(0)) {
            var arguments = RunningSide.arguments(database).stream()
                    .map(it -> it.equals("--server.port=0") ? "--server.port=" + other.getLocalPort() : it)
                    .toArray(String[]::new);
            var failure = catchThrowable(() -> CommandSide.start(arguments));

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
}
