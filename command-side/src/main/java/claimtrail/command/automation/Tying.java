package claimtrail.command.automation;

import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.Linked;
import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.screening.Beside;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.denial.screening.Rules;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.PayerDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What a claim should be tied to under some rules and is not yet. Pure: the caller sends what comes back.
final class Tying {

    private Tying() {}

    /// Commands that add what is missing; none where nothing is.
    ///
    /// @param nearby lines of the patient's other claims
    /// @param rules all rules of the practice, or those that are filled back
    static List<ClaimCommand> missing(
            KnownClaim known, UUID practice, List<NearbyLine> nearby, Rules rules, ScreeningCause cause) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var commands = new ArrayList<ClaimCommand>();
        var beside = Beside.lines(nearby);
        var screenings = new ArrayList<>(known.screenings());
        for (var claim : versions(known, cause)) {
            var screened = screened(known, claim, beside, rules);
            if (!screened.policies().isEmpty() || !screened.patterns().isEmpty()) {
                commands.add(new ScreenClaim(known.claim(), practice, claim.version(), screened, cause));
                screenings.add(new ClaimScreened(
                        claim.version(), screened.rule(), false, cause, screened.policies(), screened.patterns()));
            }
        }
        for (var decision : known.denials()) {
            var links = links(known, decision, beside, screenings, rules);
            if (!links.isEmpty()) {
                commands.add(new LinkDenial(
                        known.claim(),
                        practice,
                        decision.key(),
                        new Linked(LinkingRule.NAME, false, links),
                        LinkCause.BACKFILL));
            }
        }
        return commands;
    }

    /// The newest version. A policy that comes late judges every version that was denied as well.
    private static List<BilledClaim> versions(KnownClaim known, ScreeningCause cause) {
        var newest = known.newest();
        if (newest == null) {
            return List.of();
        }
        var versions = new TreeMap<Integer, BilledClaim>(Map.of(newest.version(), newest));
        if (cause == ScreeningCause.RETROACTIVE) {
            for (var decision : known.denials()) {
                var answered = BilledClaim.of(known.facts(), decision.claimVersion());
                if (answered != null) {
                    versions.put(answered.version(), answered);
                }
            }
        }
        return List.copyOf(versions.values());
    }

    private static Screened screened(KnownClaim known, BilledClaim claim, Beside beside, Rules rules) {
        var found = ScreeningRule.screen(claim, beside, rules);
        var before = known.screenings().stream()
                .filter(it -> it.version() == claim.version())
                .toList();
        var judged = before.stream()
                .filter(it -> !it.asserted())
                .flatMap(it -> it.policies().stream())
                .toList();
        var policies = found.policies().stream()
                .map(match -> unknownOf(match, judged))
                .filter(match -> !match.lines().isEmpty())
                .toList();
        var patterns = found.patterns().stream()
                .filter(exposure ->
                        before.stream().flatMap(it -> it.patterns().stream()).noneMatch(it -> covers(it, exposure)))
                .toList();
        return new Screened(ScreeningRule.NAME, false, policies, patterns);
    }

    /// What is new about a match. What was answered once, such as the age, does not become undetermined because this
    /// look does not ask for it.
    private static PolicyMatch unknownOf(PolicyMatch match, List<PolicyMatch> judged) {
        return new PolicyMatch(
                match.policy(),
                match.policyVersion(),
                match.lines().stream()
                        .filter(line -> judged.stream()
                                .filter(it -> it.policy().equals(match.policy())
                                        && it.policyVersion() == match.policyVersion())
                                .flatMap(it -> it.lines().stream())
                                .noneMatch(it -> it.equals(line)
                                        || (it.no() == line.no() && line.result() == Screening.UNDETERMINED)))
                        .toList());
    }

    private static boolean covers(PatternExposure before, PatternExposure now) {
        return before.pattern().equals(now.pattern()) && before.lines().containsAll(now.lines());
    }

    private static List<DenialLink> links(
            KnownClaim known, PayerDecision decision, Beside beside, List<ClaimScreened> screenings, Rules rules) {
        var claim = BilledClaim.of(known.facts(), decision.claimVersion());
        var before = known.links().stream()
                .filter(it -> it.decisionKey().equals(decision.key()))
                .flatMap(it -> it.links().stream())
                .toList();
        return LinkingRule.link(decision, claim, beside, screenings, rules).stream()
                .map(link -> link.without(before))
                .filter(it -> !it.patterns().isEmpty() || !it.policies().isEmpty())
                .toList();
    }
}
