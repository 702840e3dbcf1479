package claimtrail.simulator.bench;

import claimtrail.simulator.bench.history.History;
import claimtrail.simulator.bench.history.LogWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Facts that arrive meanwhile, evenly, each in a commit of its own.
final class Arrivals implements AutoCloseable {

    private final Connection connection;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private final History history;

    private Arrivals(Connection connection, History history) {
        this.connection = connection;
        this.history = history;
    }

    /// Goes on with a history.
    ///
    /// @param perSecond facts a second, 1 or more
    static Arrivals of(Stage stage, int perSecond) throws SQLException {
        var arrivals = new Arrivals(
                DriverManager.getConnection(stage.ground().url(), stage.ground().owner(), ""), stage.history());
        var writer = new LogWriter(arrivals.connection);
        var _ = arrivals.clock.scheduleAtFixedRate(
                () -> arrivals.write(writer), 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
        return arrivals;
    }

    private void write(LogWriter writer) {
        try {
            writer.write(history, 1);
        } catch (SQLException e) {
            failure.compareAndSet(null, e);
            throw new IllegalStateException(e); // ends the arriving
        }
    }

    /// Ends the arriving.
    ///
    /// @throws SQLException if a fact could not be written: then it did not go on as it should
    @Override
    public void close() throws SQLException {
        clock.close();
        connection.close();
        var because = failure.get();
        if (because != null) {
            throw because;
        }
    }
}
