package claimtrail.query.number;

import java.util.Set;

/// Some of the facets of a measure: named ones, or all between two days.
///
/// @param named empty: not asked by name
/// @param first not below it; empty text: no bound
/// @param last not above it
public record Facets(Set<String> named, String first, String last) {

    /// Sorts behind every day.
    private static final String END = "9999-12-31";

    private static final Facets ALL = new Facets(Set.of(), "", "");

    public Facets {
        named = Set.copyOf(named);
    }

    /// Every facet.
    public static Facets all() {
        return ALL;
    }

    /// These.
    public static Facets named(Set<String> facets) {
        return new Facets(facets, "", "");
    }

    static Facets between(String first, String last) {
        return new Facets(Set.of(), first, last);
    }

    static Facets from(String first) {
        return between(first, END);
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
