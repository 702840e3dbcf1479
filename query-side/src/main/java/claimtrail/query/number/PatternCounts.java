package claimtrail.query.number;

import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.query.web.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What first decisions in a window did to the claims that each pattern could have caught.
@Component
public class PatternCounts {

    private static final List<Term> DECIDED = List.of(Term.plus("pattern.decided"));
    private static final List<Term> DENIED = List.of(Term.plus("pattern.denied"));
    private static final List<Term> CENTS = List.of(Term.plus("pattern.denied.cents"));

    private final FacetSums facets;

    PatternCounts(FacetSums facets) {
        this.facets = facets;
    }

    /// By pattern; one to which nothing was posted is missing.
    public Map<UUID, Counts> of(Asked asked) {
        var sums = facets.then(
                asked, asked.window(), Set.of("pattern.decided", "pattern.denied", "pattern.denied.cents"), By.REASON);
        var counts = new HashMap<UUID, Counts>();
        for (var pattern : sums.keys()) {
            counts.put(
                    UUID.fromString(pattern),
                    new Counts(sums.of(pattern, DECIDED), sums.of(pattern, DENIED), sums.of(pattern, CENTS)));
        }
        return counts;
    }
}
