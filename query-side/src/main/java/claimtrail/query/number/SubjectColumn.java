package claimtrail.query.number;

import claimtrail.metric.Cell;
import claimtrail.metric.Home;
import java.util.List;

/// A column of the daily tables of patterns and policies, and the postings that it sums.
///
/// @param asserted of facets that a source said untested
public record SubjectColumn(String name, String measure, boolean asserted) {

    /// Before the id in the facet of what a source said and nobody tested.
    public static final String ASSERTED = "asserted:";

    /// Of patterns.
    public static final List<SubjectColumn> PATTERN = List.of(
            of("exposed_claims", "pattern.exposed"),
            of("decided_claims", "pattern.decided"),
            of("denied_claims", "pattern.denied"),
            of("denied_lines", "pattern.denied.lines"),
            of("denied_cents", "pattern.denied.cents"),
            of("at_risk_cents", "pattern.at.risk.cents"),
            of("appealed_claims", "pattern.appealed"),
            of("appeals_decided", "pattern.appeal.decided"),
            of("overturned_claims", "pattern.overturned"),
            of("recovered_cents", "pattern.recovered.cents"),
            of("practice_started", "practice.started"),
            of("practice_completed", "practice.completed"),
            of("practice_seconds", "practice.seconds"),
            of("practice_correct", "practice.correct"),
            of("practice_total", "practice.total"),
            of("progress_points", "progress.points"),
            of("corrections_applied", "corrections.applied"),
            of("corrections_reported", "corrections.reported"));

    /// Of policies.
    public static final List<SubjectColumn> POLICY = List.of(
            of("hit_claims", "policy.hit"),
            of("hit_lines", "policy.hit.lines"),
            of("violated_claims", "policy.violated"),
            of("decided_claims", "policy.decided"),
            of("denied_claims", "policy.denied"),
            of("denied_cents", "policy.denied.cents"),
            of("appealed_claims", "policy.appealed"),
            of("appeals_decided", "policy.appeal.decided"),
            of("overturned_claims", "policy.overturned"),
            asserted("asserted_hit_claims", "policy.hit"),
            asserted("asserted_hit_lines", "policy.hit.lines"),
            asserted("asserted_violated_claims", "policy.violated"),
            asserted("asserted_decided_claims", "policy.decided"),
            asserted("asserted_denied_claims", "policy.denied"),
            asserted("asserted_denied_cents", "policy.denied.cents"),
            asserted("asserted_appealed_claims", "policy.appealed"),
            asserted("asserted_appeals_decided", "policy.appeal.decided"),
            asserted("asserted_overturned_claims", "policy.overturned"));

    private static SubjectColumn of(String name, String measure) {
        return new SubjectColumn(name, measure, false);
    }

    private static SubjectColumn asserted(String name, String measure) {
        return new SubjectColumn(name, measure, true);
    }

    /// The columns of a table.
    static List<SubjectColumn> of(Home home) {
        return switch (home) {
            case PATTERN -> PATTERN;
            case POLICY -> POLICY;
            case DAILY, FACET -> List.of();
        };
    }

    /// Whether it sums what is posted to a cell.
    boolean takes(Cell cell) {
        return measure.equals(cell.measure().id()) && asserted == cell.facet().startsWith(ASSERTED);
    }
}
