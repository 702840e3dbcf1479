package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement.CodeStated;
import claimtrail.command.imports.reading.Statement.PatternStated;
import claimtrail.command.imports.reading.Statement.PolicyStated;
import claimtrail.command.imports.reading.Statement.ProviderStated;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.policy.PolicyCommand.LoadPolicy;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Turns what a file says of providers, policies, codes and patterns into commands. Their streams follow from their
/// numbers, so that two files that name the same one in the same moment write to the same stream.
final class ReferenceTelling {

    private static final int MOST_EVIDENCE = 50;

    private ReferenceTelling() {}

    static Command provider(ProviderStated stated, UUID practice, Prepared prepared) {
        var name = stated.provider();
        return new RegisterProvider(
                prepared.provider(name),
                practice,
                name.number(),
                name.name(),
                name.npi(),
                name.specialty(),
                name.taxonomy(),
                name.tin(),
                false);
    }

    static Command policy(PolicyStated stated, UUID practice, Telling telling) {
        var policy = stream("policy", practice, stated.published().number(), telling);
        return policy(stated, policy, practice, telling.today());
    }

    /// @param today of whoever hands the policy in
    static Command policy(PolicyStated stated, UUID policy, UUID practice, LocalDate today) {
        return stated.counted()
                ? new PublishPolicy(policy, practice, stated.published())
                : new LoadPolicy(policy, practice, stated.published(), today);
    }

    static Command code(CodeStated stated, UUID practice) {
        var card = stated.published();
        return new PublishCode(Ids.named("code", practice.toString(), card.code()), practice, card);
    }

    static List<Command> pattern(PatternStated stated, UUID practice, Telling telling) {
        var number = stated.declared().number();
        var pattern = number == null ? Ids.next() : stream("pattern", practice, number, telling);
        var declared = withEvidence(stated, telling);
        return List.of(
                new DeclarePattern(pattern, practice, declared),
                new SetGuidance(pattern, practice, withPolicies(stated, telling)));
    }

    private static PatternDetected withEvidence(PatternStated stated, Telling telling) {
        var evidence = known(stated.evidence(), "/evidence/", "EVIDENCE_UNKNOWN", telling);
        known(stated.otherClaims(), "/affectedClaims/", "REFERENCE_UNKNOWN", telling);
        var it = stated.declared();
        return new PatternDetected(
                it.number(),
                it.origin(),
                it.detector(),
                it.subject(),
                it.reasonClass(),
                it.category(),
                it.title(),
                it.codes(),
                it.detectedOn(),
                it.rule(),
                it.windowFrom(),
                it.windowTo(),
                evidence.stream().distinct().limit(MOST_EVIDENCE).toList(),
                it.asOfPosition(),
                it.asserted());
    }

    private static List<UUID> known(List<ClaimName> claims, String field, String unknown, Telling telling) {
        var found = new ArrayList<UUID>();
        for (int i = 0; i < claims.size(); i++) {
            var claim = telling.findClaim(claims.get(i));
            if (claim.isPresent()) {
                found.add(claim.get());
            } else {
                telling.note(Note.warning(unknown, field + i));
            }
        }
        return found;
    }

    private static GuidanceSet withPolicies(PatternStated stated, Telling telling) {
        var policies = new ArrayList<UUID>();
        for (int i = 0; i < stated.policies().size(); i++) {
            var policy = telling.find("policy", stated.policies().get(i));
            if (policy.isPresent()) {
                policies.add(policy.get());
            } else {
                telling.note(Note.warning("POLICY_UNKNOWN", "/relatedPolicies/" + i));
            }
        }
        var it = stated.guidance();
        return new GuidanceSet(
                it.on(),
                it.description(),
                it.suggestedAction(),
                it.shortTerm(),
                it.longTerm(),
                it.recoveryStatus(),
                it.actionCategory(),
                policies,
                it.rootCauses());
    }

    private static UUID stream(String kind, UUID practice, ExternalId number, Telling telling) {
        return telling.find(kind, number)
                .orElseGet(() -> Ids.named(kind, practice.toString(), number.source(), number.value()));
    }
}
