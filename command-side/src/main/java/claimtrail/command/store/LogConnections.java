package claimtrail.command.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// The connections of one node to the log: a few of its own for the appender, which must never wait for a reader.
final class LogConnections implements AutoCloseable {

    /// All our questions name the rows they want by an index. A plan made while the log was still small must not scan
    /// or hash a table that has grown a million rows since.
    private static final String BY_INDEX =
            "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HikariDataSource connections;

    LogConnections(String name, DataSource source, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setConnectionInitSql(BY_INDEX);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(
                -1); // a database that is late is an answer to the caller, not a failed start
        this.connections = new HikariDataSource(config);
    }

    Connection take() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public void close() {
        connections.close();
    }
}
