package claimtrail.query.number;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Definitions of figures, rules and folds, as the log has them.
@Component
public class PublishedDefinitions {

    /// The tenant of what belongs to nobody.
    static final UUID PLATFORM = new UUID(0, 0);

    private final JdbcClient jdbc;

    PublishedDefinitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One published version.
    ///
    /// @param practice absent for what the platform published
    /// @param effectiveFrom the first day for which it holds
    /// @param standardFromPosition shown by default from this fact on; absent where it is not
    /// @param actor who published it
    /// @param recordedAt when it was learnt
    /// @param reason why, in words; absent where nobody gave one
    /// @param event the fact that published it
    public record Published(
            @Nullable UUID practice,
            String kind,
            String id,
            int version,
            @Nullable String shown,
            String text,
            @Nullable String formula,
            @Nullable String unit,
            LocalDate effectiveFrom,
            @Nullable Long standardFromPosition,
            String actor,
            Instant recordedAt,
            @Nullable String reason,
            long position,
            String event) {}

    /// All versions of all, or of one, that were published by a position; rules and folds first, then in the order in
    /// which they were published.
    public List<Published> of(@Nullable String id, long asOf) {
        return jdbc.sql("""
                        select nullif(d.practice, :platform) as practice, d.kind, d.id, d.version, d.shown, d.text, d.formula,
                               d.unit, d.effective_from, d.standard_from_position, e.actor_id, e.recorded_at, d.reason,
                               d.position
                          from read_model.metric_definition d
                          join event_store.event e on e.position = d.position
                         where (cast(:id as text) is null or d.id = :id) and d.position <= :asOf
                         order by d.kind = 'METRIC', d.position
                        """)
                .param("platform", PLATFORM)
                .param("id", id)
                .param("asOf", asOf)
                .query((row, _) -> new Published(
                        row.getObject("practice", UUID.class),
                        row.getString("kind"),
                        row.getString("id"),
                        row.getInt("version"),
                        row.getString("shown"),
                        row.getString("text"),
                        row.getString("formula"),
                        row.getString("unit"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("standard_from_position", Long.class),
                        row.getString("actor_id"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getLong("position"),
                        "/api/audit/events/" + row.getLong("position")))
                .list();
    }
}
