package claimtrail.command.store;

import claimtrail.command.Command;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// What is the same for all streams: the id comes from the command, and a stream without history starts blank.
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
