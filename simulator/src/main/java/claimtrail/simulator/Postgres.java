package claimtrail.simulator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/// The sandbox's own PostgreSQL, the same as in production: it forgets nothing that it has acknowledged.
///
/// Programs, data and log lie below the data directory, so that removing that one directory removes everything.
final class Postgres implements AutoCloseable {

    /// Owns the tables and changes them by migrations; reached from this machine only.
    static final String OWNER = "postgres";

    /// The command side: may add facts, never change one.
    static final String WRITER = "claimtrail_writer";

    /// The query side: may read facts and own what it counts from them.
    static final String READER = "claimtrail_reader";

    private static final int VERSION = 18;
    private static final String FOUNDED = "founded";
    private static final Duration START_LIMIT = Duration.ofSeconds(90); // recovery after a crash may have work to do

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts the database of a data directory, founding it on the first start.
    ///
    /// @throws CannotStart if the data is of another PostgreSQL, the disk is full, or PostgreSQL will not run here
    static Postgres start(DataDirectory directory) {
        var home = directory.place().resolve("postgres");
        var data = home.resolve("data");
        var programs = home.resolve("programs");
        var log = home.resolve("log");
        try {
            Files.createDirectories(programs);
            requireOwnVersion(data);
            if (!directory.knows(FOUNDED)) {
                remove(data); // a first start that was cut short has nothing worth keeping
            }
            Orphan.stop(data, programs);
            if (Files.exists(log)) {
                Files.move(log, home.resolve("log.before"), StandardCopyOption.REPLACE_EXISTING);
            }
            var server = server(data, programs, log).start();
            var postgres = new Postgres(server);
            if (!directory.knows(FOUNDED)) {
                postgres.found();
                directory.remember(FOUNDED);
            }
            return postgres;
        } catch (IOException | IllegalStateException | ExceptionInInitializerError | SQLException e) {
            throw new CannotStart(why(log, e), e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path data, Path programs, Path log) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // the sandbox stops the sides first
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                // Text sorts alike on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library starts a server that forgets, as tests like it; we acknowledge only what is on disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Reached by nobody but this machine, and by no socket file that could outlive us.
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("log_checkpoints", "off");
    }

    /// Where both sides find the database; it holds no password, because only this machine can reach it.
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/claimtrail".formatted(server.getPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Refuses a database whose migrations this program does not know: an older program must not write into it.
    ///
    /// @throws CannotStart if a newer Claimtrail has been here
    void requireKnownSchemas() {
        requireKnown("event_store", "flyway_schema_history", "db/command");
        requireKnown("read_model", "flyway_history", "db/query");
    }

    private void requireKnown(String schema, String history, String migrations) {
        var future = Flyway.configure()
                .dataSource(url(), OWNER, "")
                .defaultSchema(schema)
                .table(history)
                .locations("classpath:" + migrations)
                .load()
                .info()
                .all();
        for (var migration : future) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new CannotStart(
                        "The data was written by a newer Claimtrail (%s has version %s, unknown here): use that one, or name another directory with --data."
                                .formatted(schema, migration.getVersion()));
            }
        }
    }

    /// Gives each side a role with just its rights. What the writer may do in the log stands in the log's own
    /// migrations; the reader may make a schema, and then owns that one only.
    private void found() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role " + WRITER + " login");
            statement.execute("create role " + READER + " login");
            statement.execute("create database claimtrail");
            statement.execute("grant create on database claimtrail to " + READER);
        }
    }

    /// PostgreSQL never reads the files of another major version; say so before it does, in our words.
    static void requireOwnVersion(Path data) throws IOException {
        var file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        var found = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!found.equals(Integer.toString(VERSION))) {
            throw new CannotStart(
                    "The data in %s was written by PostgreSQL %s and this Claimtrail carries %d: use the Claimtrail that wrote it, or name another directory with --data."
                            .formatted(data, found, VERSION));
        }
    }

    private static String why(Path log, Throwable failure) {
        if (String.valueOf(failure.getMessage()).startsWith("Missing embedded postgres binaries")) {
            return "This build brings no PostgreSQL for %s on %s: run each side against a PostgreSQL of your own."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        var words = "";
        try {
            words = Files.exists(log) ? Files.readString(log, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            words = ""; // then the general sentence has to do
        }
        if (words.contains("No space left on device")) {
            return "The disk is full: PostgreSQL could not write below %s.".formatted(log.getParent());
        }
        if (words.contains("cannot be run as root")) {
            return "PostgreSQL refuses to run as root on this machine: start the sandbox as an ordinary user.";
        }
        return "PostgreSQL could not be started; its own words are in %s.".formatted(log);
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
