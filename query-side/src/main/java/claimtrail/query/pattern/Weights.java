package claimtrail.query.pattern;

import claimtrail.metric.Basis;
import claimtrail.metric.pattern.PatternScore.Rate;
import claimtrail.query.number.SubjectDays;
import claimtrail.query.number.SubjectPeriods;
import claimtrail.query.number.SubjectPeriods.Reach;
import claimtrail.query.pattern.Patterns.Day;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sums over the days of all patterns of a practice, in two questions, and a third about those that have not denied
/// for long.
@Component
class Weights {

    private static final String HAPPENED = """
            select subject,
                   coalesce(sum(exposed_claims) filter (where day >= :from), 0)::bigint as exposed,
                   coalesce(sum(decided_claims) filter (where day >= :from), 0)::bigint as decided,
                   coalesce(sum(denied_claims) filter (where day >= :from), 0)::bigint as denied,
                   coalesce(sum(denied_cents) filter (where day >= :from), 0)::bigint as denied_cents,
                   coalesce(sum(appeals_decided) filter (where day >= :from), 0)::bigint as appeals_decided,
                   coalesce(sum(overturned_claims) filter (where day >= :from), 0)::bigint as overturned,
                   coalesce(sum(recovered_cents) filter (where day >= :from), 0)::bigint as recovered_cents,
                   coalesce(sum(denied_claims) filter (where day > :to - 30), 0)::bigint as denied_last,
                   coalesce(sum(decided_claims) filter (where day > :to - 30), 0)::bigint as decided_last,
                   coalesce(sum(denied_claims) filter (where day > :to - 60 and day <= :to - 30), 0)::bigint
                       as denied_before,
                   coalesce(sum(decided_claims) filter (where day > :to - 60 and day <= :to - 30), 0)::bigint
                       as decided_before,
                   min(day) filter (where day >= :from and denied_claims > 0) as first_on,
                   max(day) filter (where day >= :sharp and denied_claims > 0) as last_on,
                   coalesce(sum(at_risk_cents), 0)::bigint as at_risk_cents,
                   coalesce(sum(progress_points), 0)::bigint as progress_points,
                   coalesce(sum(practice_completed), 0)::bigint as sittings,
                   coalesce(sum(corrections_applied), 0)::bigint as corrections_applied,
                   coalesce(sum(corrections_reported), 0)::bigint as corrections_reported
              from %s d group by subject
            """;

    private static final String COHORT = """
            select subject,
                   coalesce(sum(appealed_claims), 0)::bigint as appealed,
                   coalesce(sum(denied_claims), 0)::bigint as denied
              from %s d where day >= :from group by subject
            """;

    private static final String LAST = """
            select subject, max(day) as last_on from %s d where subject = any(:patterns) and denied_claims > 0 group by subject
            """;

    /// Days before the last that are compared with the days before them.
    private static final int COMPARED = 60;

    private final SubjectPeriods periods;
    private final SubjectDays days;

    Weights(SubjectPeriods periods, SubjectDays days) {
        this.periods = periods;
        this.days = days;
    }

    /// What was summed about one pattern. All but the stocks are of the window; days are those of events.
    ///
    /// @param lastDays the last 30 days
    /// @param daysBefore the 30 before those
    /// @param first day of the first denial in the window
    /// @param last day of the last denial up to the end of the window
    /// @param cohort appealed of denied, of the claims submitted in the window
    /// @param atRiskCents a stock, as are points, sittings and corrections
    record Weight(
            long exposed,
            long decided,
            long denied,
            long deniedCents,
            long appealsDecided,
            long overturned,
            long recoveredCents,
            Rate lastDays,
            Rate daysBefore,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Rate cohort,
            long atRiskCents,
            long points,
            long sittings,
            long correctionsApplied,
            long correctionsReported) {

        private Weight lastOn(LocalDate on) {
            return new Weight(
                    exposed,
                    decided,
                    denied,
                    deniedCents,
                    appealsDecided,
                    overturned,
                    recoveredCents,
                    lastDays,
                    daysBefore,
                    first,
                    on,
                    cohort,
                    atRiskCents,
                    points,
                    sittings,
                    correctionsApplied,
                    correctionsReported);
        }

        static final Weight NONE = new Weight(
                0, 0, 0, 0, 0, 0, 0, new Rate(0, 0), new Rate(0, 0), null, null, new Rate(0, 0), 0, 0, 0, 0, 0);
    }

    /// Of all patterns to which anything was posted.
    Map<UUID, Weight> of(Asked asked) {
        var window = asked.window();
        var compared = window.to().minusDays(COMPARED - 1L);
        var sharp = window.from().isBefore(compared) ? window.from() : compared;
        var cohorts = new HashMap<UUID, Rate>();
        periods.ofPatterns(COHORT, asked, Basis.SUBMISSION, new Reach(window.from(), window.to()))
                .query(row -> {
                    cohorts.put(row.getObject("subject", UUID.class), rate(row, "appealed", "denied"));
                });
        var weights = new HashMap<UUID, Weight>();
        periods.ofPatterns(HAPPENED, asked, Basis.EVENT, Reach.sinceEver(sharp))
                .param("sharp", sharp)
                .query(row -> {
                    var pattern = row.getObject("subject", UUID.class);
                    weights.put(pattern, weight(row, cohorts.getOrDefault(pattern, new Rate(0, 0))));
                });
        longAgo(asked, weights);
        return weights;
    }

    /// The last days of those that denied before the days that are rows of their own, or never.
    private void longAgo(Asked asked, Map<UUID, Weight> weights) {
        var silent = weights.entrySet().stream()
                .filter(it -> it.getValue().last() == null)
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        if (silent.length > 0) {
            periods.ofPatterns(LAST, asked, Basis.EVENT, Reach.allSharp(Window.EVER))
                    .param("patterns", silent)
                    .query(row -> {
                        var on = row.getObject("last_on", LocalDate.class);
                        weights.computeIfPresent(row.getObject("subject", UUID.class), (_, it) -> it.lastOn(on));
                    });
        }
    }

    /// The days of the window on which anything happened to one pattern.
    List<Day> days(UUID pattern, Asked asked) {
        return days.ofPatterns("""
                        select day, sum(exposed_claims)::bigint as exposed, sum(decided_claims)::bigint as decided,
                               sum(denied_claims)::bigint as denied, sum(denied_cents)::bigint as denied_cents
                          from %s d where subject = :pattern and day >= :from
                         group by day order by day
                        """, asked, Basis.EVENT)
                .param("pattern", pattern)
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("exposed"),
                        row.getLong("decided"),
                        row.getLong("denied"),
                        row.getLong("denied_cents")))
                .list();
    }

    private static Weight weight(ResultSet row, Rate cohort) throws SQLException {
        return new Weight(
                row.getLong("exposed"),
                row.getLong("decided"),
                row.getLong("denied"),
                row.getLong("denied_cents"),
                row.getLong("appeals_decided"),
                row.getLong("overturned"),
                row.getLong("recovered_cents"),
                rate(row, "denied_last", "decided_last"),
                rate(row, "denied_before", "decided_before"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                cohort,
                row.getLong("at_risk_cents"),
                row.getLong("progress_points"),
                row.getLong("sittings"),
                row.getLong("corrections_applied"),
                row.getLong("corrections_reported"));
    }

    private static Rate rate(ResultSet row, String above, String below) throws SQLException {
        return new Rate(row.getLong(above), row.getLong(below));
    }
}
