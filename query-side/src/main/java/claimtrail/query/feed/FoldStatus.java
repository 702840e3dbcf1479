package claimtrail.query.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// How far each fold has come, and why it stands still if it does.
@Component
public class FoldStatus {

    private static final Logger LOG = LoggerFactory.getLogger(FoldStatus.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate ofItsOwn;

    FoldStatus(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// How far one segment of a fold has come.
    ///
    /// @param token every fact of the segment up to here is counted
    /// @param error why it stands still; absent while it moves
    /// @param since first time of that error
    public record Progress(
            int segment,
            long token,
            String state,
            Instant movedAt,
            @Nullable String error,
            @Nullable Instant since) {

        /// How long ago it last counted something.
        public Duration quiet(Instant now) {
            return Duration.between(movedAt, now);
        }
    }

    /// All segments of a fold that have counted anything or failed to.
    public List<Progress> of(String fold) {
        return jdbc.sql("""
                        select segment, token, state, moved_at, error, since
                          from read_model.fold_status where fold = ? order by segment
                        """)
                .param(fold)
                .query((row, _) -> new Progress(
                        row.getInt("segment"),
                        row.getLong("token"),
                        row.getString("state"),
                        row.getTimestamp("moved_at").toInstant(),
                        row.getString("error"),
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant()))
                .list();
    }

    /// The position up to which every fact is counted by every segment.
    public long safe(String fold) {
        return jdbc.sql("""
                        select coalesce(min(coalesce(s.token, 0)), 0)
                          from read_model.token_entry t
                          left join read_model.fold_status s on s.fold = t.processor_name and s.segment = t.segment
                         where t.processor_name = ?
                        """).param(fold).query(Long.class).single();
    }

    /// Whether all segments stand exactly at a position: then what they keep is what was known there.
    public boolean standsAt(String fold, long position) {
        return jdbc.sql("""
                        select coalesce(bool_and(coalesce(s.token, 0) = ?), false)
                          from read_model.token_entry t
                          left join read_model.fold_status s on s.fold = t.processor_name and s.segment = t.segment
                         where t.processor_name = ?
                        """).params(position, fold).query(Boolean.class).single();
    }

    /// How many positions the farthest segment has counted beyond one up to which all have.
    public long ahead(String fold, long position) {
        return jdbc.sql("select coalesce(max(token), 0) - ? from read_model.fold_status where fold = ?")
                .params(position, fold)
                .query(Long.class)
                .single();
    }

    void moved(String fold, int segment, long position) {
        jdbc.sql("""
                        insert into read_model.fold_status as s (fold, segment, token) values (?, ?, ?)
                        on conflict on constraint fold_status_pk do update
                           set token = excluded.token, moved_at = now(), error = null, since = null
                        """).params(fold, segment, position).update();
    }

    /// Noted in a transaction of its own, because that of the batch is rolled back.
    void stopped(String fold, int segment, RuntimeException because) {
        LOG.error("{} stands still in segment {}", fold, segment, because);
        try {
            ofItsOwn.executeWithoutResult(_ -> jdbc.sql("""
                            insert into read_model.fold_status as s (fold, segment, token, error, since)
                            values (?, ?, 0, ?, now())
                            on conflict on constraint fold_status_pk do update
                               set error = excluded.error, since = coalesce(s.since, now())
                            """)
                    .params(fold, segment, String.valueOf(because.getMessage()))
                    .update());
        } catch (RuntimeException e) {
            LOG.warn("and that could not be noted", e);
        }
    }
}
