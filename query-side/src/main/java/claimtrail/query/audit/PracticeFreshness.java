package claimtrail.query.audit;

import claimtrail.query.feed.LogReader;
import claimtrail.query.number.Folds;
import claimtrail.query.provider.PracticeView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How new what is known of one practice is.
@Component
public class PracticeFreshness {

    private final JdbcClient jdbc;
    private final LogReader log;

    PracticeFreshness(JdbcClient jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /// What was told last.
    ///
    /// @param latestDay the last business day on which anything happened, `fresh.day`; absent where nothing did
    /// @param latestFactAt when the last fact about a claim or a file was learnt; absent where there is none
    /// @param lastImport the newest file, `fresh.import`; absent where there is none
    public record Known(
            UUID practice,
            String number,
            @Nullable LocalDate latestDay,
            @Nullable Instant latestFactAt,
            @Nullable File lastImport) {}

    /// A file.
    ///
    /// @param state `STARTED` or `COMPLETED`
    /// @param read its records; absent until it is completed
    public record File(
            UUID id,
            Instant startedAt,
            String state,
            @Nullable Integer read) {}

    /// Of one practice.
    public Known of(PracticeView practice) {
        return new Known(
                practice.id(),
                practice.number(),
                latestDay(practice.id()),
                latestFactAt(practice.id()),
                jdbc.sql("""
                                select import_id, started_at, state, read from read_model.import where practice = ?
                                 order by started_at desc, import_id limit 1
                                """)
                        .param(practice.id())
                        .query((row, _) -> file(row))
                        .optional()
                        .orElse(null));
    }

    /// When the last fact about a claim or a file of a practice was learnt; absent where there is none.
    public @Nullable Instant latestFactAt(UUID practice) {
        var position =
                jdbc.sql("""
                        select coalesce(greatest(
                                   (select max(last_position) from read_model.claim where practice = :practice),
                                   (select max(last_position) from read_model.import where practice = :practice)), 0)
                        """).param("practice", practice).query(Long.class).single();
        return log.at(position).map(entry -> entry.envelope().recordedAt()).orElse(null);
    }

    private @Nullable LocalDate latestDay(UUID practice) {
        return jdbc.sql("""
                        select max(day) as day from read_model.practice_daily_metrics
                         where fold = any(:fold) and practice = :practice and basis = 'EVENT'
                        """)
                .param("fold", Folds.standard())
                .param("practice", practice)
                .query((row, _) -> java.util.Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single()
                .orElse(null);
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(
                row.getObject("import_id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                row.getString("state"),
                row.getObject("read", Integer.class));
    }
}
