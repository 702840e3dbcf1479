package claimtrail.simulator.bench.history;

import claimtrail.denial.DayOne;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.screening.KnownPattern;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.PolicyVersion;
import claimtrail.denial.screening.Rules;
import claimtrail.event.ExternalId;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The policies and patterns of one practice. Most name a few procedures, and half of the policies a single payer, so
/// that a bill meets some of them and not all.
final class Rulebook {

    private static final LocalDate SINCE = Scale.BEGIN.minusYears(1);
    private static final List<String> CLASSES =
            Codes.REFUSALS.stream().map(Codes.Refusal::reasonClass).distinct().toList();

    private static final List<RecoveryStatus> RECOVERIES = List.of(RecoveryStatus.values());

    private final Map<UUID, PolicyPublished> policies = new LinkedHashMap<>();
    private final Map<UUID, PatternDetected> patterns = new LinkedHashMap<>();
    private final Rules rules;

    /// @param policyIds of the so manieth policy, as of patterns
    /// @param payers of the practice
    Rulebook(Scale scale, IntFunction<UUID> policyIds, IntFunction<UUID> patternIds, List<UUID> payers) {
        var versions = new ArrayList<PolicyVersion>();
        for (int i = 0; i < scale.policies(); i++) {
            var payer = i % payers.size();
            var named = i % 2 == 0;
            var published = policy(i, named ? List.of("payer-" + payer) : List.of());
            policies.put(policyIds.apply(i), published);
            versions.add(new PolicyVersion(
                    policyIds.apply(i), published, null, named ? Set.of(payers.get(payer)) : Set.of()));
        }
        for (int i = 0; i < scale.patterns(); i++) {
            patterns.put(patternIds.apply(i), pattern(i));
        }
        rules = new Rules(
                new PolicyIndex(versions),
                patterns.entrySet().stream()
                        .map(it -> KnownPattern.of(it.getKey(), it.getValue()))
                        .toList(),
                PairBook.dayOne(),
                Rulebook::category);
    }

    Map<UUID, PolicyPublished> policies() {
        return policies;
    }

    Map<UUID, PatternDetected> patterns() {
        return patterns;
    }

    /// By which bills are screened and denials linked.
    Rules rules() {
        return rules;
    }

    private static String category(String reasonClass) {
        var known = DayOne.classes().get(reasonClass);
        return known == null ? "" : known.category();
    }

    private static PolicyPublished policy(int i, List<String> payers) {
        var refusal = Codes.REFUSALS.get(i % Codes.REFUSALS.size());
        return new PolicyPublished(
                new ExternalId("benchmark", "POL-%03d".formatted(i + 1)),
                1,
                "Rule %d about %s".formatted(i + 1, refusal.reasonClass().toLowerCase(Locale.ROOT)),
                i % 3 == 0 ? Mode.INFORM : Mode.EDIT,
                SINCE,
                null,
                category(refusal.reasonClass()),
                "invented",
                List.of(),
                conditions(
                        payers,
                        i % 10 == 9 ? List.of(Codes.VISITS.get(i % Codes.VISITS.size())) : Codes.procedures(i, 2),
                        null),
                conditions(
                        List.of(),
                        List.of(),
                        new Modifiers(
                                i % 4 == 0 ? List.of("59", "XU") : List.of("25", "59", "76"), List.of(), List.of())),
                List.of(refusal.carc()),
                List.of(),
                "An invented rule.",
                null,
                null,
                "Name the modifier where it is true.",
                List.of(),
                List.of(),
                null);
    }

    private static Conditions conditions(List<String> payers, List<String> codes, @Nullable Modifiers modifiers) {
        return new Conditions(
                payers, List.of(), codes, List.of(), List.of(), List.of(), modifiers, null, null, null, null,
                List.of());
    }

    /// One of pairs, one of each class of reasons, and further ones that somebody declared.
    private static PatternDetected pattern(int i) {
        var pairs = i == 0;
        var detected = i <= CLASSES.size();
        var reasonClass = pairs ? Modifier25.SUBJECT : CLASSES.get((i - 1) % CLASSES.size());
        return new PatternDetected(
                detected ? null : new ExternalId("benchmark", "PTN-%03d".formatted(i)),
                detected ? Origin.DETECTED : Origin.DECLARED,
                pairs ? Modifier25.NAME : detected ? LinkingRule.REASON_CLASS : null,
                pairs ? Modifier25.SUBJECT : detected ? reasonClass : null,
                reasonClass,
                category(reasonClass),
                "Pattern %d of %s".formatted(i + 1, reasonClass.toLowerCase(Locale.ROOT)),
                i % 10 == 5 ? List.of(Codes.VISITS.get(i % Codes.VISITS.size())) : Codes.procedures(i * 3, 3),
                Scale.BEGIN,
                detected ? "detection/1" : null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    /// What to do about the so manieth pattern.
    static GuidanceSet guidance(int i) {
        return new GuidanceSet(
                Scale.BEGIN,
                "An invented cause.",
                "Look at the bill before it goes out.",
                null,
                null,
                RECOVERIES.get(i % RECOVERIES.size()),
                "coding",
                List.of(),
                List.of());
    }
}
