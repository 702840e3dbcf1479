package claimtrail.command.rulebook;

import claimtrail.command.Command;
import claimtrail.denial.DayOne;
import claimtrail.denial.ReasonClass;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.pair.PairBook.PairPolicy;
import claimtrail.denial.screening.KnownPattern;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.PolicyVersion;
import claimtrail.denial.screening.Rules;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Policies and patterns of the platform and the practices, and from them the rules by
/// which the claims of one practice are screened: made once, and again when something of it has changed.
final class RulesInForce {

    /// What one owner has published.
    private static final class Published {
        private final Map<UUID, List<PolicyPublished>> policies = new LinkedHashMap<>();
        private final Map<UUID, LocalDate> retired = new LinkedHashMap<>();
        private final Map<UUID, PatternDetected> patterns = new LinkedHashMap<>();
    }

    private static final Published NOTHING = new Published();

    private final Map<UUID, Published> owners = new ConcurrentHashMap<>();
    private final Map<UUID, Rules> made = new ConcurrentHashMap<>();
    private final BiFunction<UUID, String, @Nullable UUID> payers;
    private final Map<UUID, String> specialties;

    /// @param payers the payer of a practice by whatever names it
    /// @param specialties of providers; read when a pair is looked at
    RulesInForce(BiFunction<UUID, String, @Nullable UUID> payers, Map<UUID, String> specialties) {
        this.payers = payers;
        this.specialties = specialties;
    }

    synchronized void policy(UUID owner, UUID policy, PolicyPublished version) {
        of(owner).policies.computeIfAbsent(policy, _ -> new ArrayList<>(1)).add(version);
        made.clear();
    }

    synchronized void retired(UUID owner, UUID policy, LocalDate on) {
        of(owner).retired.put(policy, on);
        made.clear();
    }

    synchronized void pattern(UUID practice, UUID pattern, PatternDetected detected) {
        of(practice).patterns.putIfAbsent(pattern, detected);
        made.remove(practice);
    }

    /// A payer that a policy names may have become known.
    synchronized void payers(UUID practice) {
        var rules = made.get(practice);
        if (rules != null
                && rules.policies().all().stream()
                        .anyMatch(it -> !it.published().applies().payers().isEmpty())) {
            made.remove(practice);
        }
    }

    /// The policies of an owner that were not retired, each in the version that begins last.
    synchronized Map<UUID, PolicyPublished> standing(UUID owner) {
        var standing = new LinkedHashMap<UUID, PolicyPublished>();
        var published = owners.getOrDefault(owner, NOTHING);
        published.policies.forEach((policy, versions) -> {
            if (!published.retired.containsKey(policy)) {
                versions.stream()
                        .max(Comparator.comparing(PolicyPublished::effectiveFrom))
                        .ifPresent(it -> standing.put(policy, it));
            }
        });
        return standing;
    }

    /// The rules for the claims of a practice.
    Rules rules(UUID practice) {
        var known = made.get(practice);
        return known == null ? make(practice) : known;
    }

    private synchronized Rules make(UUID practice) {
        var platform = owners.getOrDefault(Command.PLATFORM, NOTHING);
        var own = owners.getOrDefault(practice, NOTHING);
        var policies = new ArrayList<PolicyVersion>();
        addPolicies(platform, practice, policies);
        addPolicies(own, practice, policies);
        var patterns = own.patterns.entrySet().stream()
                .map(it -> KnownPattern.of(it.getKey(), it.getValue()))
                .toList();
        var index = new PolicyIndex(policies);
        var rules = new Rules(
                index,
                patterns,
                new PairBook(pairPolicies(index.all()), List.of(), List.of(), specialties::get),
                RulesInForce::category);
        made.put(practice, rules);
        return rules;
    }

    private void addPolicies(Published owner, UUID practice, List<PolicyVersion> into) {
        owner.policies.forEach((policy, versions) -> versions.forEach(version -> {
            var named = new HashSet<UUID>();
            for (var payer : version.applies().payers()) {
                var id = payers.apply(practice, payer);
                if (id != null) {
                    named.add(id);
                }
            }
            into.add(new PolicyVersion(policy, version, owner.retired.get(policy), named));
        }));
    }

    /// Policies that ask for modifier 25 on one code beside another.
    private static List<PairPolicy> pairPolicies(List<PolicyVersion> policies) {
        var pairs = new ArrayList<PairPolicy>();
        for (var policy : policies) {
            var it = policy.published();
            var modifiers = it.demands().modifiers();
            if (modifiers != null
                    && (modifiers.anyOf().contains("25") || modifiers.allOf().contains("25"))
                    && !it.applies().companions().isEmpty()) {
                pairs.add(new PairPolicy(
                        CodeSet.of(it.applies().codes()),
                        CodeSet.of(it.applies().companions()),
                        (payer, day) -> policy.isOf(payer) && policy.isInForce(day)));
            }
        }
        return pairs;
    }

    private static String category(String reasonClass) {
        ReasonClass known = DayOne.classes().get(reasonClass);
        return known == null ? "" : known.category();
    }

    private Published of(UUID owner) {
        return owners.computeIfAbsent(owner, _ -> new Published());
    }
}
