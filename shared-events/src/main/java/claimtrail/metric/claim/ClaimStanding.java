package claimtrail.metric.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.metric.Cell;
import claimtrail.metric.Tally;
import java.util.UUID;

/// What the fold remembers of a claim: its facts, and what they added up to when they were last read.
public record ClaimStanding(UUID practice, ClaimFacts facts, Tally tally) {

    static final ClaimStanding START = new ClaimStanding(Cell.NOBODY, ClaimFacts.none(), new Tally());

    /// These facts, read once.
    static ClaimStanding of(String fold, UUID practice, ClaimFacts facts) {
        return new ClaimStanding(practice, facts, ClaimTally.of(facts.reading(), fold, practice));
    }

    ClaimStanding with(String fold, UUID tenant, ClaimEvent fact) {
        return of(fold, tenant, facts.with(fact));
    }
}
