package claimtrail.query.number;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was ever set, by whom and when. A value is never changed: the next one begins on a later day.
@Component
public class SettingHistory {

    /// The figures of a month as they were reported: the value is the position of the log.
    public static final String PERIOD_CLOSED = "period-closed";

    private final JdbcClient jdbc;

    SettingHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A setting takes a value.
    ///
    /// @param practice absent for what the platform set
    /// @param effectiveFrom the first day for which it holds
    /// @param actor who set it
    /// @param recordedAt when that was learnt
    /// @param event the fact that says so
    public record Changed(
            @Nullable UUID practice,
            String setting,
            long value,
            @Nullable String unit,
            LocalDate effectiveFrom,
            String actor,
            Instant recordedAt,
            long position,
            String event) {}

    /// All values of all settings but closed months, of the platform and of all practices, as known at a position: by
    /// setting, then by day.
    public List<Changed> all(long asOf) {
        return asking("s.setting <> :closed and s.position <= :asOf")
                .param("closed", PERIOD_CLOSED)
                .param("asOf", asOf)
                .query(SettingHistory::row)
                .list();
    }

    /// The months that a practice has closed, as known at a position, the latest month first.
    public List<Changed> closed(UUID practice, long asOf) {
        return asking("s.setting = :closed and s.practice = :practice and s.position <= :asOf")
                .param("closed", PERIOD_CLOSED)
                .param("practice", practice)
                .param("asOf", asOf)
                .query(SettingHistory::row)
                .list()
                .reversed();
    }

    private JdbcClient.StatementSpec asking(String which) {
        return jdbc.sql("""
                        select nullif(s.practice, :platform) as practice, s.setting, s.value, s.unit, s.effective_from,
                               e.actor_id, e.recorded_at, s.position
                          from read_model.setting s
                          join event_store.event e on e.position = s.position
                         where %s
                         order by s.setting, s.practice, s.effective_from
                        """.formatted(which)).param("platform", PublishedDefinitions.PLATFORM);
    }

    private static Changed row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Changed(
                row.getObject("practice", UUID.class),
                row.getString("setting"),
                row.getLong("value"),
                row.getString("unit"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("actor_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                "/api/audit/events/" + row.getLong("position"));
    }
}
