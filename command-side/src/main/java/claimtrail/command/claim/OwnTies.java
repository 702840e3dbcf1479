package claimtrail.command.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.screening.Beside;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.denial.screening.Rules;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.PayerDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a claim is tied to by our own rules, found in the decision that takes a bill or an answer in. It looks at the
/// claim alone; what stands on other claims of the patient is added a moment later, by the automation that knows them.
/// What a source has said already is not said again.
final class OwnTies {

    private OwnTies() {}

    /// A new version, what a source says of it, and after them what we find.
    ///
    /// @param said the version and what was asserted of it
    /// @param person what is answered about the patient
    static List<ClaimEvent> ofVersion(Facts before, List<ClaimEvent> said, Beside person, Rules rules) {
        if (rules.isEmpty()) {
            return said;
        }
        var all = new ArrayList<>(before.all().inOrder());
        all.addAll(said);
        var claim = BilledClaim.of(all, version(said.getFirst()));
        if (claim == null) {
            return said;
        }
        var events = new ArrayList<>(said);
        var found = ScreeningRule.screen(claim, person, rules);
        var asserted = exposed(said);
        var patterns = found.patterns().stream()
                .filter(it -> !asserted.contains(it.pattern()))
                .toList();
        if (!found.policies().isEmpty() || !patterns.isEmpty()) {
            var screened = new ClaimScreened(
                    claim.version(), ScreeningRule.NAME, false, cause(said.getFirst()), found.policies(), patterns);
            events.add(screened);
            all.add(screened);
        }
        // Screenings carry the number a version got when we learnt of it.
        for (var decision : new ClaimFacts(all).recordedDecisions()) {
            if (decision.claimVersion() == claim.version()) {
                events.addAll(links(decision, claim, all, rules, LinkCause.BACKFILL));
            }
        }
        return events;
    }

    /// What a denial belongs to, beyond what a source says.
    ///
    /// @param answered the answer and what was asserted of it
    /// @param key of the answer
    static List<ClaimEvent> ofAnswer(Facts facts, List<ClaimEvent> answered, String key, Rules rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(facts.all().inOrder());
        all.addAll(answered);
        return new ClaimFacts(all)
                .recordedDecisions().stream()
                        .filter(it -> it.key().equals(key))
                        .flatMap(it ->
                                links(it, BilledClaim.of(all, it.claimVersion()), all, rules, LinkCause.DECISION)
                                        .stream())
                        .toList();
    }

    private static List<ClaimEvent> links(
            PayerDecision decision, @Nullable BilledClaim claim, List<ClaimEvent> all, Rules rules, LinkCause cause) {
        var screenings = each(all, ClaimScreened.class);
        var before = each(all, DenialLinked.class).stream()
                .filter(it -> it.decisionKey().equals(decision.key()))
                .flatMap(it -> it.links().stream())
                .toList();
        var links = LinkingRule.link(decision, claim, Beside.nothing(), screenings, rules).stream()
                .map(it -> it.without(before))
                .filter(it -> !it.patterns().isEmpty() || !it.policies().isEmpty())
                .toList();
        return links.isEmpty()
                ? List.of()
                : List.of(new DenialLinked(decision.key(), LinkingRule.NAME, false, cause, links));
    }

    private static Set<UUID> exposed(List<ClaimEvent> said) {
        return each(said, ClaimScreened.class).stream()
                .flatMap(it -> it.patterns().stream())
                .map(PatternExposure::pattern)
                .collect(Collectors.toSet());
    }

    private static <E extends ClaimEvent> List<E> each(List<ClaimEvent> facts, Class<E> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static int version(ClaimEvent version) {
        return switch (version) {
            case ClaimSubmitted it -> it.version();
            case ClaimReplaced it -> it.version();
            default -> throw new IllegalArgumentException("no version of a bill: " + version.getClass());
        };
    }

    private static ScreeningCause cause(ClaimEvent version) {
        return version instanceof ClaimSubmitted ? ScreeningCause.SUBMISSION : ScreeningCause.REPLACEMENT;
    }
}
