package claimtrail.metric;

import static claimtrail.metric.Measure.EPISODE_CLOSED;
import static claimtrail.metric.Measure.EPISODE_CLOSED_CENTS;
import static claimtrail.metric.Measure.EPISODE_PAID;
import static claimtrail.metric.Measure.RECOVERED_CENTS;

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

    private static final Set<Measure> BY_ROAD =
            Set.of(RECOVERED_CENTS, EPISODE_CLOSED, EPISODE_CLOSED_CENTS, EPISODE_PAID);

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

    /// All between two days, both included.
    public static Facets between(String first, String last) {
        return new Facets(Set.of(), first, last, false);
    }

    /// All from a day on.
    public static Facets from(String first) {
        return between(first, END);
    }

    /// Whether a measure is posted by the road on which a denial ended or its money came.
    public static boolean areRoads(Measure measure) {
        return BY_ROAD.contains(measure);
    }

    /// Whether a measure is posted by such facets; any other is whole whatever facet is asked for.
    public boolean narrows(Measure measure) {
        return road ? areRoads(measure) : measure.home() != Home.DAILY;
    }

    /// Whether nothing is left out.
    public boolean isAll() {
        return equals(ALL);
    }

    /// Whether a facet is among them.
    public boolean takes(String facet) {
        return (named.isEmpty() || named.contains(facet))
                && (last.isEmpty() || (facet.compareTo(first) >= 0 && facet.compareTo(last) <= 0));
    }

    /// Whether a posting counts where only these facets are asked for.
    public boolean takes(Cell cell) {
        return !narrows(cell.measure()) || takes(cell.facet());
    }
}
