package claimtrail.query.number;

import claimtrail.denial.Road;
import java.util.Set;

/// Some of the facets of a measure: named ones, or all between two days.
///
/// @param named empty: not asked by name
/// @param first not below it; empty text: no bound
/// @param last not above it
/// @param road they are roads, of which daily totals keep none apart
public record Facets(Set<String> named, String first, String last, boolean road) {

    /// Sorts behind every day.
    private static final String END = "9999-12-31";

    private static final Facets ALL = new Facets(Set.of(), "", "", false);

    public Facets {
        named = Set.copyOf(named);
    }

    /// Every facet.
    public static Facets all() {
        return ALL;
    }

    /// These.
    public static Facets named(Set<String> facets) {
        return new Facets(facets, "", "", false);
    }

    /// What ended or was paid on one road.
    public static Facets road(Road road) {
        return new Facets(Set.of(road.name()), "", "", true);
    }

    static Facets between(String first, String last) {
        return new Facets(Set.of(), first, last, false);
    }

    static Facets from(String first) {
        return between(first, END);
    }

    /// Whether a measure is posted by such facets; any other is whole whatever facet is asked for.
    boolean narrows(String measure) {
        return road ? By.ROAD.divides(measure) : !Column.isHomeOf(measure);
    }

    /// Whether nothing is left out.
    public boolean isAll() {
        return equals(ALL);
    }

    /// Whether a facet is among them.
    boolean takes(String facet) {
        return (named.isEmpty() || named.contains(facet))
                && (last.isEmpty() || (facet.compareTo(first) >= 0 && facet.compareTo(last) <= 0));
    }
}
