package claimtrail.query.integrity;

import claimtrail.proof.Hash;
import claimtrail.proof.SignedCheckpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The copies of the checkpoints in the database, and who makes them.
@Component
public class Checkpoints {

    private static final String KEPT = "select size, root, edge, made_at, note, copied_at from read_model.checkpoint ";

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A copy.
    ///
    /// @param size facts it stands for
    /// @param root over these facts
    /// @param edge over the last of them that fill no group of eight; absent: they fill it
    /// @param note what was signed, with the signature
    /// @param copiedAt when the object storage had it; absent: not yet, or there is none
    public record Kept(
            long size,
            Hash root,
            @Nullable Hash edge,
            Instant madeAt,
            String note,
            @Nullable Instant copiedAt) {}

    /// The newest; empty before the first.
    public Optional<Kept> newest() {
        return jdbc.sql(KEPT + "order by size desc limit 1")
                .query(Checkpoints::kept)
                .optional();
    }

    /// That of so many facts.
    public Optional<Kept> of(long size) {
        return jdbc.sql(KEPT + "where size = ?")
                .param(size)
                .query(Checkpoints::kept)
                .optional();
    }

    /// The newest first.
    public List<Kept> list(int limit, long offset) {
        return jdbc.sql(KEPT + "order by size desc limit ? offset ?")
                .params(limit, offset)
                .query(Checkpoints::kept)
                .list();
    }

    /// How many there are.
    public long count() {
        return jdbc.sql("select count(*) from read_model.checkpoint")
                .query(Long.class)
                .single();
    }

    /// All, the oldest first.
    List<Kept> all() {
        return jdbc.sql(KEPT + "order by size").query(Checkpoints::kept).list();
    }

    /// Why no checkpoint is made; empty: all is well.
    public Optional<String> trouble() {
        return jdbc.sql("select trouble from read_model.checkpoint_maker where trouble is not null")
                .query(String.class)
                .optional();
    }

    /// Says why no checkpoint is made, or that all is well again.
    void trouble(@Nullable String says) {
        jdbc.sql("""
                        update read_model.checkpoint_maker
                           set trouble = :says, since = case when :says::text is null then null else clock_timestamp() end
                         where trouble is distinct from :says
                        """).param("says", says).update();
    }

    /// Makes this node the one that makes checkpoints, until the end of the transaction.
    ///
    /// @return false if another node is it
    boolean takeTurn() {
        return jdbc.sql("select only_row from read_model.checkpoint_maker for update skip locked")
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /// Waits until nobody makes a checkpoint, and keeps it so until the end of the transaction.
    void standStill() {
        jdbc.sql("select only_row from read_model.checkpoint_maker for update")
                .query(Boolean.class)
                .single();
    }

    void add(SignedCheckpoint signed, @Nullable Hash edge) {
        var it = signed.checkpoint();
        jdbc.sql("insert into read_model.checkpoint (size, root, edge, made_at, note) values (?, ?, ?, ?, ?)")
                .params(
                        it.size(),
                        it.root().bytes(),
                        edge == null ? new byte[0] : edge.bytes(),
                        Timestamp.from(it.time()),
                        signed.note())
                .update();
    }

    /// Those that the object storage has not, the oldest first.
    List<Kept> notCopied(int most) {
        return jdbc.sql(KEPT + "where copied_at is null order by size limit ?")
                .param(most)
                .query(Checkpoints::kept)
                .list();
    }

    void copied(long size) {
        jdbc.sql("update read_model.checkpoint set copied_at = clock_timestamp() where size = ?")
                .param(size)
                .update();
    }

    /// A row that was altered may hold anything; what is no hash is none that fits.
    private static Kept kept(ResultSet row, int ignored) throws SQLException {
        var edge = row.getBytes("edge");
        var copied = row.getTimestamp("copied_at");
        return new Kept(
                row.getLong("size"),
                hash(row.getBytes("root")),
                edge.length == 0 ? null : hash(edge),
                row.getTimestamp("made_at").toInstant(),
                row.getString("note"),
                copied == null ? null : copied.toInstant());
    }

    private static Hash hash(byte[] bytes) {
        return Hash.of(java.util.Arrays.copyOf(bytes, Hash.BYTES));
    }
}
