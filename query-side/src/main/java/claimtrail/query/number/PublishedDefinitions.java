package claimtrail.query.number;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Definitions of figures, rules and folds, as the log has them.
@Component
final class PublishedDefinitions {

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
    /// @param event the fact that published it
    record Published(
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
            String event) {}

    /// All versions of all, or of one, that were published by a position; rules and folds first, then in
    /// the order in which they were published.
    List<Published> of(@Nullable String id, long asOf) {
        return jdbc
                .sql("""
                    select nullif(practice, :platform) as practice, kind, id, version, shown, text, formula, unit,
                           effective_from, standard_from_position, '/api/audit/events/' || position as event
                      from read_model.metric_definition
                     where (cast(:id as text) is null or id = :id) and position <= :asOf
                     order by kind = 'METRIC', position
                    """)
                .param("platform", PLATFORM)
                .param("id", id)
                .param("asOf", asOf)
                .query(Published.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
