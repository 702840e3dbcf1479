package claimtrail.query.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Sums of postings by part, measure and facet: all that figures are made of.
public final class Sums {

    private final Map<String, List<Sum>> byKey = new TreeMap<>();

    /// The sum of one measure and facet in one part.
    record Sum(String measure, String facet, long amount) {}

    void add(String key, String measure, String facet, long amount) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sum(measure, facet, amount));
    }

    /// The parts in which anything was posted.
    public Set<String> keys() {
        return byKey.keySet();
    }

    long of(String key, List<Term> terms) {
        var sum = 0L;
        for (var each : byKey.getOrDefault(key, List.of())) {
            for (var term : terms) {
                if (term.takes(each.measure(), each.facet())) {
                    sum += term.sign() * each.amount();
                }
            }
        }
        return sum;
    }
}
