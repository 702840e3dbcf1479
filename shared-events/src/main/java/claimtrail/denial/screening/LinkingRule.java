package claimtrail.denial.screening;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.pair.Modifier25;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rule `linking/1`: what a denied line belongs to. Patterns: at most one pair detector and one reason class. A
/// pattern that was declared or imported stands for its reason class. Policies: violated, or matched where
/// nothing was tested, and such that the denial is one they let expect.
public final class LinkingRule {

    /// Written into every link that this rule has made.
    public static final String NAME = "linking/1";

    /// The detector of patterns that are kept by reason class.
    public static final String REASON_CLASS = "reason-class/1";

    private LinkingRule() {}

    /// The detectors and subjects that take a denied line as evidence.
    ///
    /// @param pair a pair of lines caused it
    /// @param reasonClass absent where the pair has named the cause: one cause, one pattern
    public record Subjects(boolean pair, @Nullable String reasonClass) {}

    /// What the denials of an answer are linked to.
    ///
    /// @param claim the version that was answered; absent where nobody has told us of it
    /// @param screenings what the claim's screenings found
    public static List<DenialLink> link(
            PayerDecision decision,
            @Nullable BilledClaim claim,
            Beside beside,
            List<ClaimScreened> screenings,
            Rules rules) {
        if (rules.patterns().isEmpty()
                && screenings.stream().allMatch(it -> it.policies().isEmpty())) {
            return List.of();
        }
        var visits = pairVisits(decision, claim, beside, rules);
        var links = new ArrayList<DenialLink>();
        for (var line : decision.lines()) {
            if (line.finding().result() == Finding.Result.CLEAR) {
                continue;
            }
            var patterns = patterns(subjects(line, visits), rules);
            var policies = policies(line, decision.claimVersion(), screenings, rules);
            if (!patterns.isEmpty() || !policies.isEmpty()) {
                links.add(new DenialLink(
                        line.no(), patterns, policies, line.finding().deniedCents()));
            }
        }
        return links;
    }

    /// The visits of an answer that were denied for a procedure beside them.
    public static Set<Integer> pairVisits(
            PayerDecision decision, @Nullable BilledClaim claim, Beside beside, Rules rules) {
        return claim == null
                ? Set.of()
                : Modifier25.evidence(claim, beside.known(), decision, rules.pairs()).stream()
                        .map(it -> it.pair().visit())
                        .collect(Collectors.toSet());
    }

    /// What takes a denied line as evidence.
    ///
    /// @param visits lines denied for a procedure beside them
    public static Subjects subjects(DecisionLine line, Set<Integer> visits) {
        var pair = visits.contains(line.no());
        var primary = line.finding().primary();
        return new Subjects(
                pair,
                pair && Modifier25.isPairReason(primary) ? null : line.finding().reasonClass());
    }

    private static List<UUID> patterns(Subjects subjects, Rules rules) {
        return rules.patterns().stream()
                .filter(it -> isOf(it, subjects))
                .map(KnownPattern::pattern)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private static boolean isOf(KnownPattern pattern, Subjects subjects) {
        var reasonClass = subjects.reasonClass();
        return (subjects.pair() && pattern.isOf(Modifier25.NAME, Modifier25.SUBJECT))
                || (reasonClass != null && pattern.isOf(REASON_CLASS, reasonClass));
    }

    private static List<UUID> policies(DecisionLine line, int version, List<ClaimScreened> screenings, Rules rules) {
        return screenings.stream()
                .filter(it -> it.version() == version)
                .flatMap(screening ->
                        screening.policies().stream().filter(it -> denies(it, screening.asserted(), line, rules)))
                .map(PolicyMatch::policy)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    private static boolean denies(PolicyMatch match, boolean asserted, DecisionLine line, Rules rules) {
        var policy = rules.policies().find(match.policy(), match.policyVersion());
        var primary = line.finding().primary();
        var reasonClass = line.finding().reasonClass();
        return policy != null
                && match.lines().stream().anyMatch(it -> isMeant(it, line) && isBlamed(it, asserted, policy))
                && policy.expects(
                        primary == null || !primary.system().equals("CARC") ? null : primary.code(),
                        reasonClass == null ? null : rules.categories().apply(reasonClass));
    }

    /// Line 0 is the claim as a whole.
    private static boolean isMeant(LineResult result, DecisionLine line) {
        return line.no() == 0 || result.no() == line.no();
    }

    private static boolean isBlamed(LineResult result, boolean asserted, PolicyVersion policy) {
        return asserted || result.result() == Screening.VIOLATED || policy.demandsNothing();
    }
}
