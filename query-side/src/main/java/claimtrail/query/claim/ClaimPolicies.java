package claimtrail.query.claim;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.denial.screening.Truth;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.query.claim.ClaimDetail.Demand;
import claimtrail.query.claim.ClaimDetail.PolicyHit;
import claimtrail.query.feed.LogReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which policies apply to the lines of a claim, which of their conditions hold, and how to put right what does not.
/// The facts keep the result; the conditions are looked at anew on the bill.
@Component
class ClaimPolicies {

    private final LogReader log;

    ClaimPolicies(LogReader log) {
        this.log = log;
    }

    /// A policy on a line of a version.
    private record Place(UUID policy, int version, int claimVersion, int line, boolean asserted) {

        PolicyVersion policyVersion() {
            return new PolicyVersion(policy, version);
        }
    }

    /// In the order in which they were first found; the last result of each.
    ///
    /// @param asOf what was published later is not known
    List<PolicyHit> of(ClaimLife life, long asOf) {
        var found = new LinkedHashMap<Place, LineResult>();
        for (var fact : life.facts()) {
            if (fact.event() instanceof ClaimScreened screened) {
                for (var match : screened.policies()) {
                    match.lines().forEach(line -> found.put(place(screened, match, line), line));
                }
            }
        }
        var published = published(found.keySet(), asOf);
        var facts = life.facts().stream().map(Recorded::event).toList();
        return found.entrySet().stream()
                .flatMap(it -> Optional.ofNullable(published.get(it.getKey().policyVersion())).stream()
                        .map(policy -> hit(it.getKey(), it.getValue(), policy, facts)))
                .toList();
    }

    private static Place place(ClaimScreened screened, PolicyMatch match, LineResult line) {
        return new Place(match.policy(), match.policyVersion(), screened.version(), line.no(), screened.asserted());
    }

    /// A version, and the same as it was told.
    private record Published(PolicyPublished version, JsonNode told) {}

    private record PolicyVersion(UUID policy, int version) {}

    private Map<PolicyVersion, Published> published(Set<Place> places, long asOf) {
        var published = new HashMap<PolicyVersion, Published>();
        var policies = places.stream().map(Place::policy).collect(Collectors.toSet());
        if (!policies.isEmpty()) {
            for (var entry : log.streams(policies, asOf)) {
                if (entry.read().event() instanceof PolicyPublished it) {
                    published.put(
                            new PolicyVersion(entry.envelope().streamId(), it.version()),
                            new Published(it, JsonMapper.shared().readTree(entry.payload())));
                }
            }
        }
        return published;
    }

    private static PolicyHit hit(Place place, LineResult line, Published policy, List<ClaimEvent> facts) {
        var version = policy.version();
        return new PolicyHit(
                place.policy(),
                place.version(),
                version.number().value(),
                version.name(),
                place.claimVersion(),
                line.no(),
                line.result().name(),
                place.asserted(),
                facts.stream().anyMatch(it -> denies(it, place)),
                place.asserted() ? List.of() : demands(place, policy, facts),
                version.fix());
    }

    private static boolean denies(ClaimEvent fact, Place place) {
        return fact instanceof DenialLinked linked
                && linked.asserted() == place.asserted()
                && linked.links().stream()
                        .anyMatch(it -> (it.line() == place.line() || it.line() == 0 || place.line() == 0)
                                && it.policies().contains(place.policy()));
    }

    private static List<Demand> demands(Place place, Published policy, List<ClaimEvent> facts) {
        var claim = BilledClaim.of(facts, place.claimVersion());
        if (claim == null) {
            return List.of();
        }
        return claim.lines().stream()
                .filter(it -> it.no() == place.line())
                .map(it -> ScreeningRule.demands(policy.version(), claim, it))
                .flatMap(it -> it.entrySet().stream())
                .map(it -> demand(it, policy.told().path("demands")))
                .toList();
    }

    private static Demand demand(Map.Entry<String, Truth> it, JsonNode demands) {
        return new Demand(it.getKey(), it.getValue().name().toLowerCase(Locale.ROOT), demands.path(it.getKey()));
    }
}
