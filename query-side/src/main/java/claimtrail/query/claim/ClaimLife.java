package claimtrail.query.claim;

import claimtrail.denial.ClaimReading;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// All facts of one claim that are known, in the order of the log, and what they add up to.
///
/// @param fresh how many of the last facts were not counted before
public record ClaimLife(UUID claim, List<Recorded<ClaimEvent>> facts, int fresh, ClaimReading reading) {

    public ClaimLife {
        facts = List.copyOf(facts);
    }

    /// A life, read.
    public static ClaimLife of(UUID claim, List<Recorded<ClaimEvent>> facts, int fresh) {
        return new ClaimLife(
                claim,
                facts,
                fresh,
                ClaimReading.of(facts.stream().map(Recorded::event).toList()));
    }

    UUID practice() {
        return Objects.requireNonNull(facts.getFirst().envelope().practice(), "a claim belongs to a practice");
    }

    long lastPosition() {
        return facts.getLast().envelope().position();
    }

    /// The facts that were not counted before.
    List<Recorded<ClaimEvent>> news() {
        return facts.subList(facts.size() - fresh, facts.size());
    }

    /// Where in the log an answer stands, by its key.
    long positionOf(String decisionKey) {
        for (var fact : facts) {
            var decision = switch (fact.event()) {
                case ClaimEvent.ClaimApproved it -> it.decision();
                case ClaimEvent.ClaimDenied it -> it.decision();
                default -> null;
            };
            if (decision != null && decision.key().equals(decisionKey)) {
                return fact.envelope().position();
            }
        }
        throw new IllegalStateException("claim " + claim + " has no answer " + decisionKey);
    }
}
