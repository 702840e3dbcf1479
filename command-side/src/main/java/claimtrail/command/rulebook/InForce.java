package claimtrail.command.rulebook;

import claimtrail.command.Command;
import claimtrail.command.provider.PayerDecider;
import claimtrail.command.provider.Terms;
import claimtrail.denial.DayOne;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.detection.StatusRule.Bounds;
import claimtrail.denial.detection.Threshold;
import claimtrail.denial.screening.Rules;
import claimtrail.event.DomainEvent;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Practices, providers, payers with their terms, meanings of reasons, patterns and policies, as known so
/// far. One thread adds facts, any number of threads ask.
public final class InForce {

    private static final Set<ReasonClassified> SHIPPED = Set.copyOf(DayOne.meanings());

    /// A name in a practice.
    private record Name(UUID practice, String key) {}

    /// A payer and what we were told of its deadlines.
    private record KnownPayer(UUID practice, Terms terms) {}

    private final Map<UUID, ZoneId> practices = new ConcurrentHashMap<>();
    private final Map<String, UUID> practiceNumbers = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> providers = new ConcurrentHashMap<>();
    private final Map<Name, UUID> providerNames = new ConcurrentHashMap<>();
    private final Map<UUID, KnownPayer> payers = new ConcurrentHashMap<>();
    private final Map<Name, UUID> payerNames = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> patterns = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, Integer>> policies = new ConcurrentHashMap<>();
    private final Map<UUID, List<ReasonClassified>> meanings = new ConcurrentHashMap<>();
    private final Map<UUID, ReasonTable> reasons = new ConcurrentHashMap<>();
    private final Map<UUID, String> specialties = new ConcurrentHashMap<>();
    private final SettingsInForce settings = new SettingsInForce();
    private final RulesInForce rules =
            new RulesInForce((practice, named) -> payer(practice, named).orElse(null), specialties);

    /// The practice with this id or number.
    public Optional<UUID> practice(String idOrNumber) {
        return id(idOrNumber)
                .filter(practices::containsKey)
                .or(() -> Optional.ofNullable(practiceNumbers.get(idOrNumber.strip())));
    }

    /// Whether a practice joined.
    public boolean knowsPractice(UUID practice) {
        return practices.containsKey(practice);
    }

    /// The time zone of a practice, in which its business days begin and end.
    public Optional<ZoneId> zone(UUID practice) {
        return Optional.ofNullable(practices.get(practice));
    }

    /// The provider of a practice with this id, number or NPI.
    public Optional<UUID> provider(UUID practice, String named) {
        return id(named)
                .filter(it -> knowsProvider(practice, it))
                .or(() -> Optional.ofNullable(
                        providerNames.get(new Name(practice, named.strip().toUpperCase(Locale.ROOT)))));
    }

    /// Whether a provider is one of the practice.
    public boolean knowsProvider(UUID practice, UUID provider) {
        return practice.equals(providers.get(provider));
    }

    /// The payer of a practice with this id, number, name or alias.
    public Optional<UUID> payer(UUID practice, String named) {
        return id(named)
                .filter(it -> knowsPayer(practice, it))
                .or(() -> Optional.ofNullable(payerNames.get(new Name(practice, PayerDecider.normalised(named)))));
    }

    /// Whether a payer is one of the practice.
    public boolean knowsPayer(UUID practice, UUID payer) {
        var known = payers.get(payer);
        return known != null && known.practice().equals(practice);
    }

    /// The deadlines of a payer; none where nobody told us of them.
    public Terms terms(UUID payer) {
        var known = payers.get(payer);
        return known == null ? Terms.none() : known.terms();
    }

    /// What reason codes mean in a practice, by effective day: what we ship, then what the platform
    /// published, then what the practice did.
    public ReasonTable reasons(UUID practice) {
        return reasons.getOrDefault(meanings.containsKey(practice) ? practice : Command.PLATFORM, ReasonTable.dayOne());
    }

    /// The patterns of a practice.
    public Set<UUID> patterns(UUID practice) {
        return patterns.getOrDefault(practice, Set.of());
    }

    /// The newest version of every policy of the platform and of a practice.
    public Map<UUID, Integer> policies(UUID practice) {
        var ofPlatform = policies.getOrDefault(Command.PLATFORM, Map.of());
        var own = policies.getOrDefault(practice, Map.of());
        if (own.isEmpty()) {
            return ofPlatform;
        }
        var all = new HashMap<>(ofPlatform);
        all.putAll(own);
        return Map.copyOf(all);
    }

    /// The policies of a practice or of the platform that were not retired, each in the version that begins last.
    public Map<UUID, PolicyEvent.PolicyPublished> standingPolicies(UUID owner) {
        return rules.standing(owner);
    }

    /// By what the claims of a practice are screened and linked.
    public Rules rules(UUID practice) {
        return rules.rules(practice);
    }

    /// How much evidence makes a pattern of a practice, by the day on which it was decided.
    public Threshold.ByDay thresholds(UUID practice) {
        return settings.thresholds(practice);
    }

    /// How far the rate of a pattern must have fallen for its status to change on a day.
    public Bounds bounds(UUID practice, LocalDate day) {
        return settings.bounds(practice, day);
    }

    /// Takes in facts, in the order of the log. Facts of streams that nobody asks about are passed over.
    void add(List<Fact> facts) {
        facts.forEach(this::add);
        if (facts.stream().anyMatch(it -> it.event() instanceof ReasonClassified)) {
            var ofPlatform = ReasonTable.dayOne().with(meanings.getOrDefault(Command.PLATFORM, List.of()));
            meanings.forEach((practice, own) ->
                    reasons.put(practice, practice.equals(Command.PLATFORM) ? ofPlatform : ofPlatform.with(own)));
        }
    }

    private void add(Fact fact) {
        switch (fact.event()) {
            case PracticeRegistered it -> {
                practices.put(fact.stream(), ZoneId.of(it.timeZone()));
                practiceNumbers.put(it.number().value(), fact.stream());
            }
            case ProviderRegistered it -> add(fact, it);
            case PayerRegistered it -> {
                payers.put(fact.stream(), new KnownPayer(fact.practice(), Terms.none()));
                Stream.concat(Stream.of(it.number().value(), it.name()), it.aliases().stream())
                        .map(PayerDecider::normalised)
                        .filter(key -> !key.isEmpty())
                        .forEach(key -> payerNames.put(new Name(fact.practice(), key), fact.stream()));
                rules.payers(fact.practice());
            }
            case PayerTermsSet it ->
                payers.computeIfPresent(
                        fact.stream(),
                        (_, payer) ->
                                new KnownPayer(payer.practice(), payer.terms().with(it)));
            case ReasonClassified it when SHIPPED.contains(it) -> {} // published at the first start; known without
            case ReasonClassified it ->
                meanings.computeIfAbsent(fact.practice(), _ -> new CopyOnWriteArrayList<>())
                        .add(it);
            case PatternEvent.PatternDetected it -> {
                patterns.merge(fact.practice(), Set.of(fact.stream()), InForce::both);
                rules.pattern(fact.practice(), fact.stream(), it);
            }
            case PolicyEvent.PolicyPublished it -> {
                policies.merge(fact.practice(), Map.of(fact.stream(), it.version()), InForce::newest);
                rules.policy(fact.practice(), fact.stream(), it);
            }
            case PolicyEvent.PolicyRetired it -> rules.retired(fact.practice(), fact.stream(), it.retiredOn());
            case SettingChanged it -> settings.add(fact.practice(), it);
            case DomainEvent _ -> {}
        }
    }

    private void add(Fact fact, ProviderRegistered provider) {
        providers.put(fact.stream(), fact.practice());
        var number = provider.number().value().toUpperCase(Locale.ROOT);
        providerNames.put(new Name(fact.practice(), number), fact.stream());
        if (provider.specialty() != null) {
            specialties.put(fact.stream(), provider.specialty());
        }
        if (provider.npi() != null && provider.npiValid()) {
            providerNames.putIfAbsent(new Name(fact.practice(), provider.npi()), fact.stream());
        }
    }

    private static Set<UUID> both(Set<UUID> before, Set<UUID> more) {
        var all = new HashSet<>(before);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static Map<UUID, Integer> newest(Map<UUID, Integer> before, Map<UUID, Integer> more) {
        var all = new HashMap<>(before);
        more.forEach((policy, version) -> all.merge(policy, version, Math::max));
        return Map.copyOf(all);
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A fact and whose it is.
    ///
    /// @param practice the all-zero id for what belongs to the platform
    record Fact(UUID stream, UUID practice, DomainEvent event) {}
}
