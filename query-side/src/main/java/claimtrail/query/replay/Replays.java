package claimtrail.query.replay;

import claimtrail.query.replay.Replay.Difference;
import claimtrail.query.replay.Replay.State;
import claimtrail.query.web.Conflict;
import claimtrail.query.web.NotThere;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All replays, and what people want of them. What is wanted stands in a table, so it reaches the node that
/// runs the replay from any other.
@Component
public class Replays {

    private static final String ALL = """
            select replay_id, models, folds, threads, state, phase, done, total, loading_millis, started_at, finished_at,
                   error, compared_at, compared_rows, differences, edition
              from read_model.replay
            """;

    private static final Set<State> BUILT = Set.of(State.COMPARED);

    private final JdbcClient jdbc;
    private final ReplayRunner runner;

    Replays(JdbcClient jdbc, ReplayRunner runner) {
        this.jdbc = jdbc;
        this.runner = runner;
    }

    /// All, the latest first.
    public List<Replay> list(int limit, long offset) {
        return jdbc.sql(ALL + " order by replay_id desc limit ? offset ?")
                .params(limit, offset)
                .query((row, _) -> replay(row))
                .list();
    }

    /// How many there were.
    public long count() {
        return jdbc.sql("select count(*) from read_model.replay")
                .query(Long.class)
                .single();
    }

    /// One of them.
    ///
    /// @throws NotThere if there is none of this number
    public Replay one(long id) {
        return find(jdbc, id).orElseThrow(() -> new NotThere("REPLAY_UNKNOWN"));
    }

    static Optional<Replay> find(JdbcClient jdbc, long id) {
        return jdbc.sql(ALL + " where replay_id = ?")
                .param(id)
                .query((row, _) -> replay(row))
                .optional();
    }

    /// The first values that differ.
    public List<Difference> differences(long id) {
        return jdbc.sql("""
                        select place, cell, field, position, stored, recounted
                          from read_model.replay_difference where replay_id = ? order by no
                        """).param(id).query(Difference.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /// Starts one.
    ///
    /// @param models what to rebuild
    /// @param folds who counts, now and from the switch on
    /// @throws Conflict if another one is not over: there is one place beside the live tables
    public Replay start(List<ReadModel> models, List<String> folds, int threads) {
        try {
            var id = jdbc.sql("""
                            insert into read_model.replay (models, folds, threads) values (?, ?, ?) returning replay_id
                            """)
                    .params(
                            models.stream().map(Enum::name).toArray(String[]::new),
                            folds.toArray(String[]::new),
                            threads)
                    .query(Long.class)
                    .single();
            runner.wake();
            return one(id);
        } catch (DuplicateKeyException _) {
            throw new Conflict("REPLAY_IN_PROGRESS", "One replay at a time: switch the other one, or throw it away.");
        }
    }

    /// Has it stop where it is.
    ///
    /// @throws Conflict if it counts nothing
    public Replay pause(long id) {
        return move(id, State.PAUSED, Set.of(State.LOADING), "REPLAY_NOT_LOADING", "It counts nothing just now.");
    }

    /// Has it go on from where it stopped.
    ///
    /// @throws Conflict if it does not stand still
    public Replay resume(long id) {
        return move(
                id,
                State.LOADING,
                Set.of(State.PAUSED, State.FAILED),
                "REPLAY_NOT_PAUSED",
                "Only a replay that is paused, or has failed, can go on.");
    }

    /// Throws it away, at any time before the switch.
    ///
    /// @throws Conflict if it is over, or is being put in place
    public Replay cancel(long id) {
        return move(
                id,
                State.CANCELLING,
                Set.of(State.LOADING, State.PAUSED, State.COMPARING, State.COMPARED, State.FAILED),
                "REPLAY_OVER",
                "It is over, or is being put in place.");
    }

    /// Compares it once more, with what was counted since.
    ///
    /// @throws Conflict if it is not whole
    public Replay compare(long id) {
        return move(id, State.COMPARING, BUILT, "REPLAY_NOT_COMPARED", "It is compared when all is counted.");
    }

    /// Puts it in place of the live tables.
    ///
    /// @param acknowledged also if it differs from them: then the differences go live
    /// @throws Conflict if it was not compared, or differs and nobody said that this is known
    public Replay change(long id, boolean acknowledged) {
        var replay = one(id);
        if (BUILT.contains(replay.state()) && !Long.valueOf(0).equals(replay.differences()) && !acknowledged) {
            throw new Conflict(
                    "REPLAY_DIFFERS",
                    "It differs from what is live in " + replay.differences()
                            + " rows. Look at them, then say acknowledged=true.");
        }
        jdbc.sql("update read_model.replay set acknowledged = ? where replay_id = ?")
                .params(acknowledged, id)
                .update();
        return move(
                id, State.SWITCHING, BUILT, "REPLAY_NOT_COMPARED", "A replay is switched after it was compared, once.");
    }

    private Replay move(long id, State to, Set<State> from, String code, String because) {
        one(id);
        var moved = jdbc.sql("""
                        update read_model.replay set state = ?, error = null where replay_id = ? and state = any(?)
                        """)
                .params(to.name(), id, from.stream().map(Enum::name).toArray(String[]::new))
                .update();
        if (moved == 0) {
            throw new Conflict(code, because);
        }
        runner.wake();
        return one(id);
    }

    private static Replay replay(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var done = row.getLong("done");
        var total = row.getObject("total", Long.class);
        var millis = row.getLong("loading_millis");
        var perSecond = millis == 0 || done == 0 ? null : Long.valueOf(1000 * done / millis);
        return new Replay(
                row.getLong("replay_id"),
                Arrays.stream(texts(row, "models")).map(ReadModel::valueOf).toList(),
                List.of(texts(row, "folds")),
                row.getInt("threads"),
                state,
                row.getString("phase"),
                done,
                total,
                perSecond,
                total == null || done == 0 || state != State.LOADING ? null : (total - done) * millis / done,
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                row.getString("error"),
                row.getObject("compared_at", Long.class),
                row.getObject("compared_rows", Long.class),
                row.getObject("differences", Long.class),
                row.getObject("edition", Long.class));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
