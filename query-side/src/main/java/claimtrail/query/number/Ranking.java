package claimtrail.query.number;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which provider has the lowest denial rate. Rates are compared as fractions, not as they are shown.
final class Ranking {

    /// With fewer decided claims a rate says nothing about a provider.
    private static final long RANKED_FROM = 11;

    private static final Comparator<Rate> BY_RATE =
            (one, other) -> Long.compare(one.denied() * other.decided(), other.denied() * one.decided());
    private static final Comparator<Rate> ORDER = BY_RATE.thenComparing(Rate::decided, Comparator.reverseOrder());

    private Ranking() {}

    /// Claims of one provider at their first decision.
    record Rate(UUID provider, long denied, long decided) {

        static Rate of(UUID provider, Figure rate) {
            var decided = rate.denominator();
            return new Rate(provider, rate.numerator(), decided == null ? 0 : decided);
        }
    }

    /// The place of each provider that has one: 1 = lowest rate, ties by more decided claims; equals share a place.
    static Map<UUID, Integer> of(List<Rate> rates) {
        var ranked = rates.stream()
                .filter(rate -> rate.decided() >= RANKED_FROM)
                .sorted(ORDER)
                .toList();
        var places = new HashMap<UUID, Integer>();
        var place = 1;
        for (int i = 0; i < ranked.size(); i++) {
            if (i > 0 && ORDER.compare(ranked.get(i - 1), ranked.get(i)) != 0) {
                place = i + 1;
            }
            places.put(ranked.get(i).provider(), place);
        }
        return places;
    }
}
