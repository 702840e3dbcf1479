package claimtrail.query.number;

import java.util.Set;

/// One measure in a sum.
///
/// @param sign +1 or −1
/// @param facets only postings with one of these; empty = all
public record Term(int sign, String measure, Set<String> facets) {

    public Term {
        facets = Set.copyOf(facets);
    }

    static Term plus(String measure, String... facets) {
        return new Term(1, measure, Set.of(facets));
    }

    boolean takes(String otherMeasure, String facet) {
        return measure.equals(otherMeasure) && (facets.isEmpty() || facets.contains(facet));
    }
}
