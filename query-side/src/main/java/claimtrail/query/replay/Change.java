package claimtrail.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Puts the tables of a replay in place of the live ones, in one transaction. Whoever reads meanwhile goes
/// on reading the old ones to the end of the answer, or waits for the moment it takes: what has to be
/// locked is locked at once, or given free again after a moment.
final class Change {

    /// How long readers may have to wait behind us for other readers.
    private static final int LOCK_MILLIS = 100;

    /// Where the old tables are until they are dropped, within the transaction.
    private static final String OLD = "read_model_old";

    private record View(String name, String definition) {}

    private Change() {}

    /// @param alone keeps live counting away meanwhile
    /// @throws org.springframework.dao.DataAccessException if readers hold the tables for longer: nothing
    ///     happened
    static void of(Replay replay, Connection alone) throws SQLException {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(alone, true));
        alone.setAutoCommit(false);
        try {
            change(replay, jdbc);
            alone.commit();
        } finally {
            alone.rollback();
            alone.setAutoCommit(true);
        }
    }

    private static void change(Replay replay, JdbcTemplate jdbc) {
        // First that which every reader of several tables takes first, so that nobody waits for another in a circle.
        var tables = new ArrayList<>(List.of("edition"));
        tables.addAll(ReadModel.tables(replay.models()));
        var views = jdbc.query("""
                select relname, pg_get_viewdef(oid) as definition from pg_class
                 where relnamespace = 'read_model'::regnamespace and relkind = 'v' order by oid
                """, (row, _) -> new View(row.getString("relname"), row.getString("definition")));
        jdbc.execute("set local lock_timeout = " + LOCK_MILLIS);
        jdbc.execute("lock table "
                + tables.stream().map(it -> Beside.LIVE + '.' + it).collect(Collectors.joining(", "))
                + " in access exclusive mode");
        jdbc.execute("create schema " + OLD);
        for (var table : tables) {
            jdbc.execute("alter table read_model." + table + " set schema " + OLD);
            jdbc.execute("alter table read_model_replay." + table + " set schema read_model");
        }
        for (var view : views) {
            jdbc.execute("create or replace view read_model." + view.name() + " as " + view.definition());
        }
        jdbc.execute("drop schema " + OLD + " cascade");
        jdbc.execute("drop schema " + Beside.SCHEMA + " cascade");
        var mine = jdbc.update("""
                update read_model.replay
                   set state = 'SWITCHED', phase = 'is live', finished_at = clock_timestamp(), node = null,
                       edition = (select number from read_model.edition)
                 where replay_id = ? and state = 'SWITCHING'
                """, replay.id());
        if (mine != 1) {
            throw new IllegalStateException("replay " + replay.id() + " is no longer to be switched");
        }
    }
}
