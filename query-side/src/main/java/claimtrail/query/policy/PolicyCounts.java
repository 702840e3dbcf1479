package claimtrail.query.policy;

import claimtrail.metric.Basis;
import claimtrail.query.number.SubjectDays;
import claimtrail.query.web.Asked;
import java.util.HashMap;
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
                   sum(asserted_denied_claims)::bigint as asserted_denied,
                   count(distinct provider) filter (where denied_claims > 0 and provider <> :nobody) as providers
              from %s d where day >= :from group by subject
            """;

    private final SubjectDays days;

    PolicyCounts(SubjectDays days) {
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

    Map<UUID, Counts> of(Asked asked, Basis basis) {
        var counts = new HashMap<UUID, Counts>();
        days.ofPolicies(SUMS, asked, basis).query(row -> {
            counts.put(
                    row.getObject("subject", UUID.class),
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
                            row.getLong("providers")));
        });
        return counts;
    }
}
