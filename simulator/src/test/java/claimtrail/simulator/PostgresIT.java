package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sandbox's PostgreSQL keeps what it has acknowledged, and says in one sentence why it will not start.
class PostgresIT {

    @TempDir
    private Path place;

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            execute(postgres, "create table public.note (word text)");
            execute(postgres, "insert into public.note values ('kept')");
        }
        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            assertThat(ask(postgres, "select word from public.note")).isEqualTo("kept");
        }
    }

    @Test
    void it_acknowledges_only_what_is_on_disk() throws Exception {
        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show server_version")).startsWith("18");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_anew() throws Exception {
        var data = Files.createDirectories(place.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createDirectories(data.resolve("base"));

        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            assertThat(ask(postgres, "select current_database()")).isEqualTo("claimtrail");
        }
    }

    @Test
    void a_postmaster_note_that_names_a_stranger_does_not_block_the_start() throws Exception {
        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            execute(postgres, "create table public.note (word text)");
        }
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    place.resolve("postgres/data/postmaster.pid"),
                    "%d\n%s\n1\n5432\n\n127.0.0.1\n\nready\n"
                            .formatted(stranger.pid(), place.resolve("postgres/data")));
            try (var directory = DataDirectory.hold(place);
                    var postgres = Postgres.start(directory)) {
                assertThat(ask(postgres, "select count(*) from public.note")).isEqualTo("0");
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void data_of_a_newer_postgresql_is_refused_in_one_sentence() throws Exception {
        var data = Files.createDirectories(place.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "19\n");
        try (var directory = DataDirectory.hold(place)) {
            assertThatThrownBy(() -> Postgres.start(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("was written by PostgreSQL 19 and this Claimtrail carries 18");
        }
        assertThat(data.resolve("PG_VERSION")).exists();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"event_store, flyway_schema_history, db/command", "read_model, flyway_history, db/query"})
    void data_of_a_newer_claimtrail_is_refused_in_one_sentence(String schema, String history, String migrations)
            throws Exception {
        try (var directory = DataDirectory.hold(place);
                var postgres = Postgres.start(directory)) {
            Flyway.configure()
                    .dataSource(postgres.url(), Postgres.OWNER, "")
                    .defaultSchema(schema)
                    .table(history)
                    .locations("classpath:" + migrations)
                    .load()
                    .migrate();
            assertThatCode(postgres::requireKnownSchemas).doesNotThrowAnyException();
            execute(postgres, """
                    insert into %1$s.%2$s
                    select installed_rank + 1, '9999', 'from the future', 'SQL', 'V9999__from_the_future.sql', 1, 'x', now(), 1, true
                      from %1$s.%2$s order by installed_rank desc limit 1
                    """.formatted(schema, history));

            assertThatThrownBy(postgres::requireKnownSchemas)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith(
                            "The data was written by a newer Claimtrail (%s has version 9999".formatted(schema));
        }
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), Postgres.OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Postgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), Postgres.OWNER, "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
