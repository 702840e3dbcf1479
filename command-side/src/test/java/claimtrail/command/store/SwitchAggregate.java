package claimtrail.command.store;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Command;
import claimtrail.command.Decision;
import claimtrail.command.Order;
import claimtrail.command.Refusal;
import claimtrail.event.Actor;
import claimtrail.event.Source;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// The smallest thing with a history: a setting that takes values. It may take any value but `forbidden`; the value it
/// has already is accepted and writes nothing.
@AggregateRoot(type = "reference")
final class SwitchAggregate
        extends StreamAggregate<SwitchAggregate.Value, ReferenceEvent, SwitchAggregate.SwitchRefusal> {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /// Turn it.
    ///
    /// @param numbers written with the event
    /// @param texts written with the event
    record Turn(UUID stream, UUID practice, String to, List<DirectoryEntry> numbers, List<VaultEntry> texts)
            implements Command {}

    /// Why it does not turn.
    enum SwitchRefusal implements Refusal {
        VALUE_FORBIDDEN
    }

    /// What it is now, and how often it was turned.
    record Value(String value, int turns) {

        private Value after(ReferenceEvent event) {
            return event instanceof SettingChanged it ? new Value(it.value(), turns + 1) : this;
        }
    }

    SwitchAggregate(String stream) {
        super(stream, new Value("", 0), ReferenceEvent.class, Value::after);
    }

    static AggregateConfigurer<SwitchAggregate> configurer() {
        return Streams.of(SwitchAggregate.class, SwitchAggregate::new);
    }

    static Turn turn(UUID stream, String to) {
        return new Turn(stream, Writing.PRACTICE, to, List.of(), List.of());
    }

    /// As a user of the API would send it.
    static Order<Turn> order(Turn command) {
        return order(command, null, null);
    }

    static Order<Turn> order(Turn command, @Nullable String key, @Nullable Long expectedVersion) {
        return new Order<>(
                command,
                new Actor(Actor.Kind.USER, "u1"),
                new Source.Api("u1"),
                new UUID(7, 7),
                null,
                DAY,
                key,
                key == null ? null : Integer.toHexString(command.to().hashCode()),
                expectedVersion);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, SwitchRefusal> handle(Turn command) {
        return carryOut(command, SwitchAggregate::decide);
    }

    private static Decision<ReferenceEvent, SwitchRefusal> decide(Value now, Turn command) {
        if (command.to().equals("forbidden")) {
            return Decision.refuse(SwitchRefusal.VALUE_FORBIDDEN);
        }
        if (command.to().equals(now.value())) {
            return Decision.seenBefore();
        }
        var to = command.to().equals("next") ? "turn " + now.turns() : command.to();
        return Decision.accept(
                List.of(new SettingChanged("switch", to, null, DAY)), command.numbers(), command.texts());
    }
}
