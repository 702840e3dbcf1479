package claimtrail.query.policy;

import claimtrail.metric.Basis;
import claimtrail.query.number.SubjectDays;
import claimtrail.query.number.SubjectPeriods;
import claimtrail.query.number.SubjectPeriods.Reach;
import claimtrail.query.web.Asked;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sums over the days of all policies of a practice.
@Component
class PolicyCounts {

    private static final String SUMS = """
            select subject,
                   sum(hit_claims)::bigint as hits, sum(hit_lines)::bigint as hit_lines,
                   sum(violated_claims)::bigint as violated, sum(decided_claims)::bigint as decided,
                   sum(denied_claims)::bigint as denied, sum(denied_cents)::bigint as denied_cents,
                   sum(appealed_claims)::bigint as appealed, sum(appeals_decided)::bigint as appeals_decided,
                   sum(overturned_claims)::bigint as overturned,
                   sum(asserted_hit_claims)::bigint as asserted_hits,
                   sum(asserted_decided_claims)::bigint as asserted_decided,
                   sum(asserted_denied_claims)::bigint as asserted_denied
              from %s d where day >= :from group by subject
            """;

    private static final String PROVIDERS = """
            select subject, count(distinct provider) as providers
              from %s d where denied_claims > 0 and provider <> :nobody group by subject
            """;

    private static final String DAYS = """
        select day, sum(hit_claims)::bigint as hits, sum(violated_claims)::bigint as violated,
               sum(decided_claims)::bigint as decided, sum(denied_claims)::bigint as denied,
               sum(denied_cents)::bigint as denied_cents
          from %s d where subject = :policy and day >= :from
         group by day
        having sum(hit_claims) <> 0 or sum(violated_claims) <> 0 or sum(decided_claims) <> 0
            or sum(denied_claims) <> 0 or sum(denied_cents) <> 0
         order by day
        """;

    private final SubjectPeriods periods;
    private final SubjectDays days;

    PolicyCounts(SubjectPeriods periods, SubjectDays days) {
        this.periods = periods;
        this.days = days;
    }

    /// What was summed about one policy in the window.
    record Counts(
            long hits,
            long hitLines,
            long violated,
            long decided,
            long denied,
            long deniedCents,
            long appealed,
            long appealsDecided,
            long overturned,
            long assertedHits,
            long assertedDecided,
            long assertedDenied,
            long providers) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// The days of the window on which anything happened to one policy.
    List<Policies.Day> days(UUID policy, Asked asked) {
        return days.ofPolicies(DAYS, asked, asked.basis())
                .param("policy", policy)
                .query((row, _) -> new Policies.Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("hits"),
                        row.getLong("violated"),
                        row.getLong("decided"),
                        row.getLong("denied"),
                        row.getLong("denied_cents")))
                .list();
    }

    Map<UUID, Counts> of(Asked asked, Basis basis) {
        var providers = new HashMap<UUID, Long>();
        periods.ofDeniedByPolicies(PROVIDERS, asked, basis).query(row -> {
            providers.put(row.getObject("subject", UUID.class), row.getLong("providers"));
        });
        var counts = new HashMap<UUID, Counts>();
        var window = asked.window();
        periods.ofPolicies(SUMS, asked, basis, new Reach(window.from(), window.to()))
                .query(row -> {
                    var policy = row.getObject("subject", UUID.class);
                    counts.put(
                            policy,
                            new Counts(
                                    row.getLong("hits"),
                                    row.getLong("hit_lines"),
                                    row.getLong("violated"),
                                    row.getLong("decided"),
                                    row.getLong("denied"),
                                    row.getLong("denied_cents"),
                                    row.getLong("appealed"),
                                    row.getLong("appeals_decided"),
                                    row.getLong("overturned"),
                                    row.getLong("asserted_hits"),
                                    row.getLong("asserted_decided"),
                                    row.getLong("asserted_denied"),
                                    providers.getOrDefault(policy, 0L)));
                });
        return counts;
    }
}
