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

    /// A question to the log: it changes nothing, and may be asked twice.
    @FunctionalInterface
    interface Question<A> {
        A ask(Connection connection) throws SQLException;
    }

    /// For writing: whether a statement was carried out is not known when its connection breaks.
    Connection take() throws SQLException {
        return connections.getConnection();
    }

    /// For reading. After a restart of the database, each connection that lay idle is met broken once and replaced.
    ///
    /// @throws LogUnavailable if the database fails
    <A> A read(Question<A> question) {
        for (var broken = 0; ; broken++) {
            try (var connection = take()) {
                try {
                    return question.ask(connection);
                } catch (SQLException e) {
                    if (broken == connections.getMaximumPoolSize() || !isBrokenBy(e)) {
                        throw e;
                    }
                }
            } catch (SQLException e) {
                throw new LogUnavailable("the log could not be read", e);
            }
        }
    }

    /// SQLSTATE class 08 is a connection exception; 57P01 to 57P03 come from a server that ends or does not take us
    /// yet.
    private static boolean isBrokenBy(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    @Override
    public void close() {
        connections.close();
    }
}
