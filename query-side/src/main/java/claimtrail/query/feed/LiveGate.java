package claimtrail.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Through it goes every batch that is counted live, on every node. Closed for a moment, nothing is
/// counted: then what is counted can be held against something else, or given over to it.
@Component
public class LiveGate {

    /// Any number, the same on all nodes.
    private static final long LOCK = 0x636c61696d74726cL;

    private final DataSource source;
    private final JdbcTemplate jdbc;

    LiveGate(DataSource source, JdbcTemplate jdbc) {
        this.source = source;
        this.jdbc = jdbc;
    }

    /// Waits until it is open; it stays so until the transaction of the caller ends.
    void pass() {
        jdbc.query("select pg_advisory_xact_lock_shared(?)", _ -> {}, LOCK);
    }

    /// What is done while nothing is counted.
    public interface Errand {

        /// Does it.
        ///
        /// @param alone the connection that keeps the gate closed; what it begins it must end
        void run(Connection alone) throws SQLException;
    }

    /// Does something while nothing is counted. Batches under way are waited for; should this process die,
    /// the gate opens by itself.
    ///
    /// @param patience how long to wait for batches under way
    /// @throws org.springframework.dao.DataAccessException if they took longer
    /// @throws SQLException if the errand fails
    public void closed(Duration patience, Errand errand) throws SQLException {
        try (var alone = source.getConnection()) {
            var gate = new JdbcTemplate(new SingleConnectionDataSource(alone, true));
            gate.execute("set lock_timeout = " + patience.toMillis());
            try {
                gate.query("select pg_advisory_lock(?)", _ -> {}, LOCK);
                try {
                    errand.run(alone);
                } finally {
                    gate.query("select pg_advisory_unlock(?)", _ -> {}, LOCK);
                }
            } finally {
                gate.execute("reset lock_timeout");
            }
        }
    }
}
