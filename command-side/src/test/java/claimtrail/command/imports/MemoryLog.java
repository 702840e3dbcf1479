package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Decision;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.Refusal;
import claimtrail.command.RefusalStatus;
import claimtrail.command.Warning;
import claimtrail.command.claim.Claim;
import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.claim.ClaimDecider;
import claimtrail.command.claim.Rulebook;
import claimtrail.command.learning.PracticeSession;
import claimtrail.command.learning.PracticeSessionCommand;
import claimtrail.command.learning.PracticeSessionDecider;
import claimtrail.command.learning.Surroundings;
import claimtrail.command.pattern.Pattern;
import claimtrail.command.pattern.PatternCommand;
import claimtrail.command.pattern.PatternDecider;
import claimtrail.command.policy.Policy;
import claimtrail.command.policy.PolicyCommand;
import claimtrail.command.policy.PolicyDecider;
import claimtrail.command.provider.Payer;
import claimtrail.command.provider.PayerDecider;
import claimtrail.command.provider.Provider;
import claimtrail.command.provider.ProviderDecider;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.provider.Terms;
import claimtrail.command.reference.Reference;
import claimtrail.command.reference.ReferenceCommand;
import claimtrail.command.reference.ReferenceDecider;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.screening.KnownPattern;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.PolicyVersion;
import claimtrail.denial.screening.Rules;
import claimtrail.event.Actor;
import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Source;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.Verdict;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A small log in memory with the real deciders: streams, directory and vault, one writer at a time.
final class MemoryLog implements CommandPort, Numbers, Findings.Kept {

    /// A fact and the record it came from.
    record Kept(UUID stream, DomainEvent event, Source source) {}

    private final Map<UUID, List<DomainEvent>> streams = new LinkedHashMap<>();
    private final NavigableMap<String, DirectoryEntry> directory = new TreeMap<>();
    private final Map<UUID, VaultEntry> vault = new HashMap<>();
    private final List<Kept> log = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();

    /// The port breaks at the n-th command from now, as a process that is killed does.
    private long breaksAfter = Long.MAX_VALUE;

    synchronized void breakAfter(long commands) {
        breaksAfter = commands;
    }

    @Override
    public synchronized Receipt send(Order<? extends Command> order) {
        if (breaksAfter-- <= 0) {
            throw new IllegalStateException("the log cannot be written");
        }
        var command = order.command();
        var key = order.idempotencyKey();
        if (key != null && !answered.add(key)) {
            return new Receipt.Done(command.stream(), 0, log.size(), 0, List.of());
        }
        return switch (decided(command)) {
            case Decision.Refused<?, ?> refused ->
                new Receipt.Declined(refused.because().name(), RefusalStatus.of(refused.because()), refused.field());
            case Decision.Accepted<?, ?> accepted -> {
                var taken = accepted.directory().stream()
                        .filter(entry -> {
                            var holder = directory.get(place(entry.practice(), entry.kind(), entry.key()));
                            return holder != null && !holder.streamId().equals(entry.streamId());
                        })
                        .findFirst();
                if (taken.isPresent()) {
                    yield new Receipt.Declined(
                            "CLAIM_ID_TAKEN", 409, taken.get().kind());
                }
                var stream = streams.computeIfAbsent(command.stream(), _ -> new ArrayList<>());
                for (var event : accepted.events()) {
                    stream.add(event);
                    log.add(new Kept(command.stream(), event, order.source()));
                }
                accepted.directory()
                        .forEach(entry -> directory.put(place(entry.practice(), entry.kind(), entry.key()), entry));
                accepted.vault().forEach(entry -> vault.put(entry.ref(), entry));
                yield new Receipt.Done(
                        command.stream(),
                        stream.size() - 1,
                        log.size(),
                        accepted.events().size(),
                        accepted.warnings().stream().map(Warning::of).toList());
            }
        };
    }

    private Decision<? extends DomainEvent, ? extends Refusal> decided(Command command) {
        return switch (command) {
            case ClaimCommand it ->
                ClaimDecider.decide(state(it, new Claim.Unknown(), ClaimEvent.class, Claim::after), it, rulebook());
            case RegisterProvider it ->
                ProviderDecider.decide(state(it, new Provider.Unknown(), ProviderEvent.class, Provider::after), it);
            case RegisterPayer it ->
                PayerDecider.decide(state(it, new Payer.Unknown(), PayerEvent.class, Payer::after), it);
            case PolicyCommand it ->
                PolicyDecider.decide(state(it, new Policy.Unknown(), PolicyEvent.class, Policy::after), it);
            case PatternCommand it ->
                PatternDecider.decide(state(it, new Pattern.Unknown(), PatternEvent.class, Pattern::after), it);
            case ReferenceCommand it ->
                ReferenceDecider.decide(state(it, new Reference.Unknown(), ReferenceEvent.class, Reference::after), it);
            case ImportCommand it ->
                ImportDecider.decide(state(it, new Import.Unknown(), ImportEvent.class, Import::after), it);
            case PracticeSessionCommand it ->
                PracticeSessionDecider.decide(
                        state(it, new PracticeSession.Unknown(), PracticeSessionEvent.class, PracticeSession::after),
                        it,
                        surroundings(it));
            default -> throw new IllegalStateException("no decider for " + command.getClass());
        };
    }

    private <S, E extends DomainEvent> S state(Command command, S blank, Class<E> family, BiFunction<S, E, S> after) {
        var state = blank;
        for (var event : streams.getOrDefault(command.stream(), List.of())) {
            state = after.apply(state, family.cast(event));
        }
        return state;
    }

    private Rulebook rulebook() {
        var policies = new HashMap<UUID, Integer>();
        streams.forEach((stream, events) -> {
            if (events.getLast() instanceof PolicyPublished it) {
                policies.put(stream, it.version());
            }
        });
        var rules = rules();
        var patterns = rules.patterns().stream().map(KnownPattern::pattern).collect(Collectors.toSet());
        return new Rulebook(ReasonTable.dayOne(), Terms.none(), true, true, patterns, policies, rules);
    }

    private Rules rules() {
        var versions = new ArrayList<PolicyVersion>();
        var patterns = new ArrayList<KnownPattern>();
        streams.forEach((stream, events) -> events.forEach(event -> {
            if (event instanceof PolicyPublished it) {
                versions.add(new PolicyVersion(stream, it, null, Set.of()));
            } else if (event instanceof PatternDetected it) {
                patterns.add(KnownPattern.of(stream, it));
            }
        }));
        return new Rules(new PolicyIndex(versions), patterns, PairBook.dayOne(), _ -> "");
    }

    private Surroundings surroundings(PracticeSessionCommand command) {
        UUID pattern = switch (command) {
            case PracticeSessionCommand.StartPractice it -> it.started().pattern();
            case PracticeSessionCommand.ApplyCorrection it -> it.applied().pattern();
            case PracticeSessionCommand.CompletePractice _ -> null;
        };
        return new Surroundings(pattern == null || streams.containsKey(pattern), true, ZoneOffset.UTC);
    }

    @Override
    public synchronized Optional<UUID> find(UUID practice, String kind, String key) {
        return Optional.ofNullable(directory.get(place(practice, kind, key))).map(DirectoryEntry::streamId);
    }

    @Override
    public synchronized List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
        var from = place(practice, kind, prefix);
        return directory.tailMap(from, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(from))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The versions of a mapping profile.
    synchronized List<MappingProfilePublished> profiles(UUID profile) {
        return streams.getOrDefault(profile, List.of()).stream()
                .map(MappingProfilePublished.class::cast)
                .toList();
    }

    /// A person's word on a held record.
    void judge(UUID file, String place, Verdict verdict) {
        send(new Order<>(
                new ImportCommand.JudgeRecord(file, Imports.PRACTICE, place, verdict, Imports.TODAY, null),
                new Actor(Actor.Kind.USER, "a person"),
                new Source.Api("a person"),
                file,
                null,
                Imports.TODAY,
                null,
                null,
                null));
    }

    @Override
    public synchronized Findings found(UUID file) {
        Import state = new Import.Unknown();
        for (var event : streams.getOrDefault(file, List.of())) {
            state = Import.after(state, (ImportEvent) event);
        }
        return state.findings();
    }

    private static String place(UUID practice, String kind, String key) {
        return practice + "\n" + kind + "\n" + key;
    }

    /// Everything stored, in the order of the log.
    synchronized List<Kept> facts() {
        return List.copyOf(log);
    }

    synchronized List<VaultEntry> vault() {
        return List.copyOf(vault.values());
    }

    synchronized List<DirectoryEntry> directory() {
        return List.copyOf(directory.values());
    }

    /// How many facts there are of each name, those of imports left out.
    synchronized Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        for (var kept : log) {
            if (!(kept.event() instanceof ImportEvent)) {
                counts.merge(nameOf(kept.event()), 1, Integer::sum);
            }
        }
        return counts;
    }

    static String nameOf(DomainEvent event) {
        return EventCatalogue.of(event).name();
    }

    /// The facts of one kind.
    synchronized <E extends DomainEvent> List<E> each(Class<E> kind) {
        return log.stream()
                .map(Kept::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    synchronized @Nullable DomainEvent first(UUID stream) {
        var events = streams.get(stream);
        return events == null ? null : events.getFirst();
    }
}
