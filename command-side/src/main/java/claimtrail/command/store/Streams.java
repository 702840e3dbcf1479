package claimtrail.command.store;

import claimtrail.command.Command;
import claimtrail.command.Decision;
import claimtrail.command.Decision.Accepted;
import claimtrail.command.Refusal;
import claimtrail.event.DomainEvent;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// What is the same for all streams: the id comes from the command, a stream without history starts blank, and an
/// accepted decision is carried out.
public final class Streams {

    /// States in memory for each kind of stream.
    private static final int STATES = 4_000;

    private Streams() {}

    /// How Axon makes and finds the aggregates of one kind of stream. Every handler is `CREATE_IF_MISSING`.
    ///
    /// @param blank the state of a stream without history, from its id
    public static <A> AggregateConfigurer<A> of(Class<A> type, Function<String, A> blank) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(_ -> Streams::target)
                .configureCreationPolicyAggregateFactory(_ -> id -> blank.apply(String.valueOf(id)))
                .configureAggregateFactory(_ -> new FromBlank<>(type, blank))
                .configureCache(_ -> new StreamCache(STATES));
    }

    /// Called by an aggregate with what its decider said: the events of an accepted decision are applied, its numbers
    /// and texts go into the same commit. A refusal writes nothing.
    ///
    /// @return the decision, to be answered to the sender
    public static <E extends DomainEvent, R extends Refusal> Decision<E, R> carryOut(Decision<E, R> decision) {
        if (decision instanceof Accepted<E, R> accepted) {
            Delivery.current().accept(accepted.directory(), accepted.vault());
            accepted.events().forEach(AggregateLifecycle::apply);
        }
        return decision;
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        if (message.getPayload() instanceof Command command) {
            return new VersionedAggregateIdentifier((Object) command.stream().toString(), null);
        }
        throw new IllegalArgumentException("not a command of ours: " + message.getPayloadType());
    }

    private static final class FromBlank<A> extends AbstractAggregateFactory<A> {

        private final Function<String, A> blank;

        FromBlank(Class<A> type, Function<String, A> blank) {
            super(type);
            this.blank = blank;
        }

        @Override
        @SuppressWarnings("rawtypes") // the signature is Axon's
        protected A doCreateAggregate(String id, DomainEventMessage firstEvent) {
            return blank.apply(id);
        }
    }
}
