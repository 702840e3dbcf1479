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
import claimtrail.command.provider.Payer;
import claimtrail.command.provider.PayerDecider;
import claimtrail.command.provider.Provider;
import claimtrail.command.provider.ProviderDecider;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.DomainEvent;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.ProviderEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/// Decides what a table would become, and stores nothing: a log that begins empty and is forgotten with its file. Used
/// by one thread. What goes to the vault is dropped.
final class PreviewLog implements CommandPort, Numbers {

    private final Rulebook rulebook;
    private final Map<UUID, List<DomainEvent>> streams = new HashMap<>();
    private final NavigableMap<String, DirectoryEntry> directory = new TreeMap<>();
    private final List<DomainEvent> events = new ArrayList<>();

    PreviewLog(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /// What was decided since it was asked last.
    List<DomainEvent> taken() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public Receipt send(Order<? extends Command> order) {
        var command = order.command();
        return switch (decided(command)) {
            case Decision.Refused<?, ?> it ->
                new Receipt.Declined(it.because().name(), RefusalStatus.of(it.because()), it.field());
            case Decision.Accepted<?, ?> it -> {
                var stream = streams.computeIfAbsent(command.stream(), _ -> new ArrayList<>());
                stream.addAll(it.events());
                events.addAll(it.events());
                it.directory()
                        .forEach(entry -> directory.put(place(entry.practice(), entry.kind(), entry.key()), entry));
                yield new Receipt.Done(
                        command.stream(),
                        stream.size() - 1,
                        0,
                        it.events().size(),
                        it.warnings().stream().map(Warning::of).toList());
            }
        };
    }

    private Decision<? extends DomainEvent, ? extends Refusal> decided(Command command) {
        return switch (command) {
            case ClaimCommand it ->
                ClaimDecider.decide(state(it, new Claim.Unknown(), ClaimEvent.class, Claim::after), it, rulebook);
            case RegisterProvider it ->
                ProviderDecider.decide(state(it, new Provider.Unknown(), ProviderEvent.class, Provider::after), it);
            case RegisterPayer it ->
                PayerDecider.decide(state(it, new Payer.Unknown(), PayerEvent.class, Payer::after), it);
            default -> throw new IllegalStateException("a table asks nothing of " + command.getClass());
        };
    }

    private <S, E extends DomainEvent> S state(Command command, S blank, Class<E> family, BiFunction<S, E, S> after) {
        var state = blank;
        for (var event : streams.getOrDefault(command.stream(), List.of())) {
            state = after.apply(state, family.cast(event));
        }
        return state;
    }

    @Override
    public Optional<UUID> find(UUID practice, String kind, String key) {
        return Optional.ofNullable(directory.get(place(practice, kind, key))).map(DirectoryEntry::streamId);
    }

    @Override
    public List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
        var from = place(practice, kind, prefix);
        return directory.tailMap(from, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(from))
                .limit(limit)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String place(UUID practice, String kind, String key) {
        return practice + "\n" + kind + "\n" + key;
    }
}
