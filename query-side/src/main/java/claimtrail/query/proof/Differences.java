package claimtrail.query.proof;

import claimtrail.query.job.Outcome.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What does not agree: all of it is counted, the first are named.
final class Differences {

    private static final int NAMED = 20;

    private final List<Difference> first = new ArrayList<>();
    private long count;

    void add(Difference difference) {
        count++;
        if (first.size() < NAMED) {
            first.add(difference);
        }
    }

    /// Adds what others have found.
    void add(Differences others) {
        count += others.count;
        first.addAll(others.first);
        first.sort(Comparator.comparing(Difference::position, Comparator.nullsLast(Comparator.naturalOrder())));
        if (first.size() > NAMED) {
            first.subList(NAMED, first.size()).clear();
        }
    }

    long count() {
        return count;
    }

    List<Difference> first() {
        return List.copyOf(first);
    }
}
