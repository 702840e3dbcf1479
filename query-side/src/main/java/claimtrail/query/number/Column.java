package claimtrail.query.number;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column of the daily tables, and the postings that it sums.
///
/// @param facets only postings with one of these; empty = all
/// @param read the facet under which the column is read back; null = the column is part of another one
public record Column(
        String name,
        String measure,
        Set<String> facets,
        @Nullable String read) {

    /// All columns, in the order of the tables.
    public static final java.util.List<Column> ALL = java.util.List.of(
            of("submitted_claims", "submitted.claims"),
            of("submitted_cents", "submitted.cents"),
            of("submitted_lines", "submitted.lines"),
            of("rejected_claims", "rejected.claims"),
            of("withdrawn_claims", "withdrawn.claims"),
            of("decided_claims", "decided.claims"),
            of("decided_cents", "decided.cents"),
            of("decided_lines", "decided.lines"),
            of("denied_claims", "denied.claims"),
            new Column("denied_partly_claims", "denied.claims", Set.of("PARTIAL"), null),
            of("denied_lines", "denied.lines"),
            of("denied_cents", "denied.cents"),
            of("denied_gross_cents", "denied.gross.cents"),
            of("duplicate_claims", "duplicate.claims"),
            of("appealed_claims", "appealed.claims"),
            of("appeals_filed", "appeal.filed"),
            new Column("appeals_overturned", "appeal.closed", Set.of("OVERTURNED"), "OVERTURNED"),
            new Column("appeals_partly", "appeal.closed", Set.of("PARTLY"), "PARTLY"),
            new Column("appeals_upheld", "appeal.closed", Set.of("UPHELD", "DISMISSED"), "UPHELD"),
            new Column("appeals_withdrawn", "appeal.closed", Set.of("WITHDRAWN"), "WITHDRAWN"),
            of("overturned_claims", "overturned.claims"),
            of("overturned_cents", "overturned.cents"),
            of("paid_cents", "paid.cents"),
            of("recovered_cents", "recovered.cents"),
            of("written_off_cents", "written.off.cents"));

    private static Column of(String name, String measure) {
        return new Column(name, measure, Set.of(), "");
    }

    /// Whether it sums a posting.
    boolean takes(String postedMeasure, String facet) {
        return measure.equals(postedMeasure) && (facets.isEmpty() || facets.contains(facet));
    }

    /// The measures of all columns.
    static Set<String> measures() {
        return ALL.stream().map(Column::measure).collect(java.util.stream.Collectors.toSet());
    }

    /// Whether the daily tables are the home of a measure; the others live by facet.
    static boolean isHomeOf(String measure) {
        return ALL.stream().anyMatch(column -> column.measure().equals(measure));
    }
}
