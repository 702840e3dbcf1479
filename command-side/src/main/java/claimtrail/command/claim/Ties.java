package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VERSION_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.POLICY_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.Linked;
import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What ties a claim to policies and patterns. Every tie names the rule that made it; entries only add.
final class Ties {

    private Ties() {}

    static Decision<ClaimEvent, ClaimRefusal> screen(Claim claim, ScreenClaim command, Rulebook rulebook) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> screen(Facts.of(it), command, rulebook);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> screen(Facts facts, ScreenClaim command, Rulebook rulebook) {
        var screened = command.screened();
        if (!screened.patterns().stream().allMatch(it -> rulebook.patterns().contains(it.pattern()))) {
            return Decision.refuse(PATTERN_UNKNOWN, "/patterns");
        }
        if (!screened.policies().stream().allMatch(it -> rulebook.knowsPolicy(it.policy(), it.policyVersion()))) {
            return Decision.refuse(POLICY_UNKNOWN, "/policies");
        }
        int version = command.version() == null ? facts.newest().no() : command.version();
        if (facts.versions().stream().noneMatch(it -> it.recordedNo() == version)) {
            return Decision.refuse(CLAIM_VERSION_UNKNOWN, "/version");
        }
        var before = facts.each(ClaimScreened.class)
                .filter(it -> it.version() == version && it.rule().equals(screened.rule()))
                .toList();
        var policies = new ArrayList<>(screened.policies());
        var patterns = new ArrayList<>(screened.patterns());
        before.forEach(it -> policies.removeAll(it.policies()));
        before.forEach(it -> patterns.removeAll(it.patterns()));
        return policies.isEmpty() && patterns.isEmpty()
                ? Decision.seenBefore()
                : Decision.accept(new ClaimScreened(
                        version, screened.rule(), screened.asserted(), command.cause(), policies, patterns));
    }

    static Decision<ClaimEvent, ClaimRefusal> link(Claim claim, LinkDenial command, Rulebook rulebook) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> link(Facts.of(it), command, rulebook);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> link(Facts facts, LinkDenial command, Rulebook rulebook) {
        var linked = command.linked();
        var denied = facts.decision(command.decisionKey()).map(Ties::denied).orElse(List.of());
        if (!linked.links().stream().allMatch(it -> isDenied(denied, it.line()))) {
            return Decision.refuse(LINE_NOT_DENIED, "/links");
        }
        if (!linked.links().stream().allMatch(it -> rulebook.patterns().containsAll(it.patterns()))) {
            return Decision.refuse(PATTERN_UNKNOWN, "/links");
        }
        if (!linked.links().stream().allMatch(it -> rulebook.policies().keySet().containsAll(it.policies()))) {
            return Decision.refuse(POLICY_UNKNOWN, "/links");
        }
        var links = linked.links().stream()
                .map(it -> unlinked(facts, command, it))
                .filter(it -> !it.patterns().isEmpty() || !it.policies().isEmpty())
                .map(it -> new DenialLink(it.line(), it.patterns(), it.policies(), deniedCents(denied, it.line())))
                .toList();
        return links.isEmpty()
                ? Decision.seenBefore()
                : Decision.accept(new DenialLinked(
                        command.decisionKey(), linked.rule(), linked.asserted(), command.cause(), links));
    }

    /// The links that a source asserts together with its answer: on the lines it names, and where it names none (0),
    /// on every denied line. What is not denied is not linked.
    static List<ClaimEvent> asserted(PayerDecision decision, @Nullable Linked linked) {
        if (linked == null) {
            return List.of();
        }
        var denied = denied(decision);
        var links = new ArrayList<DenialLink>();
        for (var link : linked.links()) {
            for (var line : denied) {
                boolean meant = link.line() == line.no() || (link.line() == 0 && !isDenied(denied, 0));
                if (meant) {
                    var cents = line.finding().deniedCents();
                    links.add(new DenialLink(line.no(), link.patterns(), link.policies(), cents));
                }
            }
        }
        return links.isEmpty()
                ? List.of()
                : List.of(
                        new DenialLinked(decision.key(), linked.rule(), linked.asserted(), LinkCause.DECISION, links));
    }

    private static List<DecisionLine> denied(PayerDecision decision) {
        return decision.lines().stream()
                .filter(it -> it.finding().result() != Finding.Result.CLEAR)
                .toList();
    }

    private static boolean isDenied(List<DecisionLine> denied, int line) {
        return denied.stream().anyMatch(it -> it.no() == line);
    }

    private static long deniedCents(List<DecisionLine> denied, int line) {
        return denied.stream()
                .filter(it -> it.no() == line)
                .mapToLong(it -> it.finding().deniedCents())
                .sum();
    }

    private static DenialLink unlinked(Facts facts, LinkDenial command, DenialLink link) {
        return new DenialLink(
                link.line(),
                fresh(link.patterns(), linked(facts, command, link.line(), DenialLink::patterns)),
                fresh(link.policies(), linked(facts, command, link.line(), DenialLink::policies)),
                link.deniedCents());
    }

    private static Set<UUID> linked(
            Facts facts, LinkDenial command, int line, Function<DenialLink, List<UUID>> entries) {
        var linked = new HashSet<UUID>();
        facts.each(DenialLinked.class)
                .filter(it -> it.decisionKey().equals(command.decisionKey())
                        && it.rule().equals(command.linked().rule()))
                .flatMap(it -> it.links().stream())
                .filter(it -> it.line() == line)
                .forEach(it -> linked.addAll(entries.apply(it)));
        return linked;
    }

    private static List<UUID> fresh(List<UUID> entries, Set<UUID> known) {
        return entries.stream().filter(it -> !known.contains(it)).toList();
    }
}
