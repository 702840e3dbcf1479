package claimtrail.query.estimate;

import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.query.estimate.AvoidedView.Named;
import claimtrail.query.web.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The patterns of a practice with their baselines, as known at a position.
@Component
public class Baselines {

    private final JdbcClient jdbc;

    Baselines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A pattern that was found by the end of the window.
    ///
    /// @param baseline absent where nobody has fixed one
    record Known(Named pattern, @Nullable Baseline baseline) {}

    /// How often it denied when it was found.
    ///
    /// @param position the fact that says so
    public record Baseline(long position, LocalDate from, LocalDate to, Counts counts, boolean provisional) {}

    /// The baselines of all patterns that have one.
    public Map<UUID, Baseline> fixed(Asked asked) {
        var fixed = new HashMap<UUID, Baseline>();
        for (var known : of(asked)) {
            if (known.baseline() != null) {
                fixed.put(known.pattern().id(), known.baseline());
            }
        }
        return fixed;
    }

    /// All of them, in the order of their ids.
    List<Known> of(Asked asked) {
        return jdbc.sql("""
                        select distinct on (f.pattern_id) f.pattern_id, f.number, f.title, b.position, b.from_on, b.to_on,
                               b.decided_claims, b.denied_claims, b.denied_cents, b.provisional
                          from read_model.pattern_found f
                          left join read_model.pattern_baseline b on b.pattern_id = f.pattern_id and b.position <= :asOf
                         where f.practice = :practice and f.position <= :asOf and f.detected_on <= :day
                         order by f.pattern_id, b.position desc
                        """)
                .param("practice", asked.practice().id())
                .param("asOf", asked.asOf())
                .param("day", asked.window().to())
                .query((row, _) -> known(row))
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Named(row.getObject("pattern_id", UUID.class), row.getString("number"), row.getString("title")),
                row.getObject("position") == null
                        ? null
                        : new Baseline(
                                row.getLong("position"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class),
                                new Counts(
                                        row.getLong("decided_claims"),
                                        row.getLong("denied_claims"),
                                        row.getLong("denied_cents")),
                                row.getBoolean("provisional")));
    }
}
