package claimtrail.denial.screening;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.Pair;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.Line;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Rule `screening/1`: a policy applies to a line when payer, days, code and its other conditions fit; its
/// demands then give MET, VIOLATED or UNDETERMINED. A claim is exposed to a pattern when the pattern's detector
/// says that a line could have been denied for it; without a detector of pairs, when a line has one of its
/// codes, and with no codes always.
public final class ScreeningRule {

    /// Written into every screening that this rule has made.
    public static final String NAME = "screening/1";

    private ScreeningRule() {}

    /// What one screening found; in a fixed order, whatever the order of the rules.
    public record Found(List<PolicyMatch> policies, List<PatternExposure> patterns) {
        public Found {
            policies = List.copyOf(policies);
            patterns = List.copyOf(patterns);
        }

        public boolean isEmpty() {
            return policies.isEmpty() && patterns.isEmpty();
        }
    }

    public static Found screen(BilledClaim claim, Beside beside, Rules rules) {
        return rules.isEmpty()
                ? new Found(List.of(), List.of())
                : new Found(policies(claim, beside, rules.policies()), patterns(claim, beside, rules));
    }

    /// What each demand of a policy gives for one line, by its name in the fact, as far as the bill alone tells.
    public static Map<String, Truth> demands(PolicyPublished policy, BilledClaim claim, Line line) {
        return new ConditionTest(policy.demands()).each(claim, line, Beside.nothing());
    }

    private static List<PolicyMatch> policies(BilledClaim claim, Beside beside, PolicyIndex index) {
        var byVersion = new TreeMap<String, PolicyMatch>();
        for (var line : claim.lines()) {
            for (var version : index.candidates(line.code(), claim.payer(), line.serviceFrom())) {
                if (version.applies().test(claim, line, beside) == Truth.YES) {
                    var result = new LineResult(line.no(), result(version, claim, line, beside));
                    byVersion.merge(
                            version.policy() + " " + version.version(),
                            new PolicyMatch(version.policy(), version.version(), List.of(result)),
                            ScreeningRule::both);
                }
            }
        }
        return List.copyOf(byVersion.values());
    }

    private static PolicyMatch both(PolicyMatch before, PolicyMatch more) {
        var lines = new ArrayList<>(before.lines());
        lines.addAll(more.lines());
        return new PolicyMatch(before.policy(), before.policyVersion(), lines);
    }

    /// A sentence that nobody tests leaves open whether all is met.
    private static Screening result(PolicyVersion version, BilledClaim claim, Line line, Beside beside) {
        return switch (version.demands().test(claim, line, beside)) {
            case NO -> Screening.VIOLATED;
            case UNKNOWN -> Screening.UNDETERMINED;
            case YES -> version.demands().hasUnchecked() ? Screening.UNDETERMINED : Screening.MET;
        };
    }

    private static List<PatternExposure> patterns(BilledClaim claim, Beside beside, Rules rules) {
        var exposures = new ArrayList<PatternExposure>();
        for (var pattern : rules.patterns()) {
            var lines = exposed(claim, beside, pattern, rules);
            if (!lines.isEmpty()) {
                exposures.add(new PatternExposure(pattern.pattern(), lines));
            }
        }
        exposures.sort(
                Comparator.comparing((PatternExposure it) -> it.pattern(), Comparator.comparing(UUID::toString)));
        return exposures;
    }

    private static List<Integer> exposed(BilledClaim claim, Beside beside, KnownPattern pattern, Rules rules) {
        return Modifier25.NAME.equals(pattern.detector())
                ? Modifier25.pairs(claim, beside.known(), rules.pairs()).stream()
                        .map(Pair::visit)
                        .toList()
                : claim.lines().stream()
                        .filter(it ->
                                pattern.codes().isEmpty() || pattern.codes().contains(it.code()))
                        .map(Line::no)
                        .toList();
    }
}
