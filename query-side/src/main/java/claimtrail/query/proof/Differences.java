package claimtrail.query.proof;

import claimtrail.query.job.Outcome.Difference;
import java.util.ArrayList;
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

    long count() {
        return count;
    }

    List<Difference> first() {
        return List.copyOf(first);
    }
}
