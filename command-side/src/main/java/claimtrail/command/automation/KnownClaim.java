package claimtrail.command.automation;

import claimtrail.denial.ClaimFacts;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.detection.Exposure;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.PayerDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A claim with all its facts, as the automation looks at it.
record KnownClaim(UUID claim, List<ClaimEvent> facts) {

    KnownClaim {
        facts = List.copyOf(facts);
    }

    /// The version that was sent last, whatever its number: versions are numbered as we learn of them.
    ///
    /// @return absent when nobody has told us of any
    @Nullable
    BilledClaim newest() {
        var versions = new ClaimFacts(facts).versions().all();
        return versions.isEmpty()
                ? null
                : BilledClaim.of(facts, versions.getLast().recordedNo());
    }

    boolean isVoided() {
        return facts.stream().anyMatch(ClaimVoided.class::isInstance);
    }

    /// The denials of the primary payer that are no answer to a duplicate, with the causes that the reading names.
    List<PayerDecision> denials() {
        var denied = facts.stream()
                .filter(ClaimDenied.class::isInstance)
                .map(it -> ((ClaimDenied) it).decision())
                .filter(KnownClaim::isEvidence)
                .map(PayerDecision::key)
                .collect(Collectors.toSet());
        return denied.isEmpty()
                ? List.of()
                : new ClaimFacts(facts)
                        .recordedDecisions().stream()
                                .filter(it -> denied.contains(it.key()))
                                .toList();
    }

    static boolean isEvidence(PayerDecision decision) {
        return decision.payerSequence() == 1 && decision.duplicateOf() == null;
    }

    List<ClaimScreened> screenings() {
        return facts.stream()
                .filter(ClaimScreened.class::isInstance)
                .map(ClaimScreened.class::cast)
                .toList();
    }

    List<DenialLinked> links() {
        return facts.stream()
                .filter(DenialLinked.class::isInstance)
                .map(DenialLinked.class::cast)
                .toList();
    }

    /// What the claim says about a pattern: absent while it is not exposed, or not decided.
    Optional<Exposure> exposure(UUID pattern) {
        var linked = new HashSet<String>();
        var cents = 0L;
        var first = ClaimReading.of(facts).firstDecision();
        if (first == null) {
            return Optional.empty();
        }
        Set<String> keys = new HashSet<>();
        first.parts().forEach(it -> keys.add(it.key()));
        var exposed = screenings().stream()
                .flatMap(it -> it.patterns().stream())
                .anyMatch(it -> it.pattern().equals(pattern));
        var seen = new HashSet<Integer>();
        for (var fact : links()) {
            for (var link : fact.links()) {
                if (link.patterns().contains(pattern)) {
                    exposed = true;
                    if (keys.contains(fact.decisionKey()) && seen.add(link.line())) {
                        linked.add(fact.decisionKey());
                        cents += link.deniedCents();
                    }
                }
            }
        }
        return exposed ? Optional.of(new Exposure(first.on(), !linked.isEmpty(), cents)) : Optional.empty();
    }
}
