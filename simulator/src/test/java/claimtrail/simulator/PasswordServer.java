package claimtrail.simulator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.zip.ZipFile;

/// A PostgreSQL as a hospital has it: of some version, empty, and nobody but its owner enters without a password.
final class PasswordServer implements AutoCloseable {

    private static final String ENTRY = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private PasswordServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /// @param version such as `16`; its programs are in target/servers, or it is the one that the sandbox carries
    static PasswordServer start(int version, Path place) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Files.createDirectories(place.resolve("programs")).toFile())
                .setDataDirectory(place.resolve("data"))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        if (version != 18) {
            builder.setPgBinaryResolver((_, _) -> programs(version));
        }
        var server = builder.start();
        var made = new PasswordServer(server);
        Files.writeString(place.resolve("data/pg_hba.conf"), ENTRY);
        made.execute("postgres", "select pg_reload_conf()");
        return made;
    }

    int port() {
        return server.getPort();
    }

    /// Says something as the owner of the server.
    void execute(String database, String sql) throws SQLException {
        try (var connection = as("postgres", database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Enters with the password of the page.
    Connection as(String user, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database), user, "choose");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static InputStream programs(int version) throws IOException {
        try (var zip = new ZipFile(Path.of("target/servers/postgres-%d.jar".formatted(version))
                        .toFile());
                var bytes = zip.getInputStream(zip.getEntry("postgres-linux-x86_64.txz"))) {
            return new java.io.ByteArrayInputStream(bytes.readAllBytes());
        }
    }
}
