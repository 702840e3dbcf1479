package claimtrail.simulator.bench;

import claimtrail.simulator.bench.Ground.Reading;
import claimtrail.simulator.bench.history.History;
import claimtrail.simulator.bench.history.LogWriter;
import claimtrail.simulator.bench.history.Scale;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A history in a database, and a reading side that has counted all of it.
final class Stage implements AutoCloseable {

    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Ground ground;
    private final Reading reading;
    private final Connection connection;
    private final History history;
    private final double countedPerSecond;

    private Stage(Ground ground, Reading reading, Connection connection, History history, double countedPerSecond) {
        this.ground = ground;
        this.reading = reading;
        this.connection = connection;
        this.history = history;
        this.countedPerSecond = countedPerSecond;
    }

    /// Writes the history into an empty log; a log that is not empty must be that history. Then everything is counted.
    ///
    /// @throws SQLException if the log holds something else
    static Stage set(Ground ground, Scale scale, long seed) throws SQLException {
        var connection = DriverManager.getConnection(ground.url(), ground.owner(), "");
        var head = number(connection, "select position from event_store.log_head");
        var history = new History(scale, seed);
        if (head == 0) {
            write(connection, history);
        } else {
            while (history.position() < head) {
                history.next();
            }
        }
        var begun = System.nanoTime();
        var reading = ground.read(List.of());
        var before = number(connection, "select coalesce(min(token), 0) from read_model.fold_status");
        awaitCounted(connection, history.position());
        var perSecond = (history.position() - before) * 1e9 / (System.nanoTime() - begun);
        execute(connection, "vacuum analyze");
        return new Stage(ground, reading, connection, history, before == history.position() ? 0 : perSecond);
    }

    /// Fills an empty log.
    static void write(Connection connection, History history) throws SQLException {
        new LogWriter(connection).writeAll(history, _ -> {});
        connection.setAutoCommit(true);
        execute(connection, "vacuum analyze event_store.event");
    }

    /// The last position of a log.
    static long head(Ground ground) throws SQLException {
        try (var connection = DriverManager.getConnection(ground.url(), ground.owner(), "")) {
            return number(connection, "select position from event_store.log_head");
        }
    }

    /// Waits until every fact up to a position is counted.
    ///
    /// @throws SQLException if the counting stands still
    static void awaitCounted(Connection connection, long position) throws SQLException {
        while (number(connection, "select coalesce(min(token), 0) from read_model.fold_status") < position) {
            if (number(connection, "select count(error) from read_model.fold_status") > 0) {
                throw new SQLException(
                        "the counting stands still: " + connection.getMetaData().getURL());
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /// Facts a second that were counted while the stage was set, the start of the side included; 0 where all were
    /// counted before.
    double countedPerSecond() {
        return countedPerSecond;
    }

    URI address() {
        return reading.address();
    }

    History history() {
        return history;
    }

    Ground ground() {
        return ground;
    }

    /// The owner's, with every statement a transaction.
    Connection connection() {
        return connection;
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        reading.close();
    }
}
