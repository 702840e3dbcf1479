package claimtrail.command.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A fresh database with our tables, for one test class. All of a JVM share one PostgreSQL server, which keeps its word
/// about durability, and one migrated template.
public final class TestDatabase implements AutoCloseable {

    /// May insert and read facts, and nothing else may happen to a fact.
    public static final String WRITER = "claimtrail_writer";

    /// May read the log.
    public static final String READER = "claimtrail_reader";

    private static final String TEMPLATE = "claimtrail_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /// A new database, empty but for the tables.
    public static TestDatabase fresh() {
        var name = "log_" + COUNT.incrementAndGet();
        execute("postgres", "create database " + name + " template " + Template.NAME);
        return new TestDatabase(name);
    }

    /// Connections of the role that the command side runs under.
    public DataSource writer() {
        return connectionsTo(name, WRITER);
    }

    /// Connections of the role that the query side reads the log with.
    public DataSource reader() {
        return connectionsTo(name, READER);
    }

    /// Connections of the owner of the tables.
    public DataSource owner() {
        return connectionsTo(name, "postgres");
    }

    /// A node of the command side; close it. Any number may be open on one database.
    public EventLog openLog() {
        return EventLog.open(writer(), Vault.developmentKey(masterKey()));
    }

    /// The file with the master key of all logs of this JVM.
    public Path masterKey() {
        return Server.DIRECTORY.resolve("master.key");
    }

    /// For another process: who may write.
    public String writerUrl() {
        return Server.POSTGRES.getJdbcUrl(WRITER, name);
    }

    /// Ends all sessions from the side of the server, as its crash would.
    public void breakConnections() {
        execute("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /// Runs a statement as the owner of the tables.
    public void execute(String sql) {
        execute(name, sql);
    }

    @Override
    public void close() {
        execute("postgres", "drop database " + name + " with (force)");
    }

    private static void execute(String database, String sql) {
        try (var connection = connectionsTo(database, "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static DataSource connectionsTo(String database, String user) {
        var source = new PGSimpleDataSource();
        source.setUrl(Server.POSTGRES.getJdbcUrl(user, database));
        return source;
    }

    /// Starts with the first database asked for, ends with the JVM.
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();
        static final Path DIRECTORY = directory();

        private static Path directory() {
            try {
                var directory = Files.createTempDirectory("claimtrail");
                directory.resolve("master.key").toFile().deleteOnExit();
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Migrated once: a copy costs less than the migrations.
    private static final class Template {

        static final String NAME = migrated();

        private static String migrated() {
            execute("postgres", "create role " + WRITER + " login");
            execute("postgres", "create role " + READER + " login");
            execute("postgres", "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(connectionsTo(TEMPLATE, "postgres"))
                    .locations("classpath:db/command")
                    .defaultSchema("event_store")
                    .load()
                    .migrate();
            return TEMPLATE;
        }
    }
}
