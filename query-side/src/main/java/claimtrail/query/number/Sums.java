package claimtrail.query.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Sums of postings by part, measure and facet: all that figures are made of.
public final class Sums {

    private final Map<String, List<Sum>> byKey = new TreeMap<>();

    /// The sum of one measure and facet in one part.
    record Sum(String measure, String facet, long amount) {}

    void add(String key, String measure, String facet, long amount) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sum(measure, facet, amount));
    }

    void add(Sums others) {
        others.byKey.forEach((key, sums) -> sums.forEach(sum -> add(key, sum.measure(), sum.facet(), sum.amount())));
    }

    /// The parts in which anything was posted.
    public Set<String> keys() {
        return byKey.keySet();
    }

    /// Other parts, each made of some of these.
    Sums grouped(UnaryOperator<String> part) {
        var grouped = new Sums();
        byKey.forEach((key, sums) ->
                sums.forEach(sum -> grouped.add(part.apply(key), sum.measure(), sum.facet(), sum.amount())));
        return grouped;
    }

    /// Cases by their days, of a measure whose facet is whole days.
    Map<Long, Long> byDays(String key, List<Term> terms) {
        var cases = new TreeMap<Long, Long>();
        for (var each : byKey.getOrDefault(key, List.of())) {
            for (var term : terms) {
                if (term.takes(each.measure(), each.facet())) {
                    cases.merge(Long.valueOf(each.facet()), term.sign() * each.amount(), Long::sum);
                }
            }
        }
        return cases;
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
