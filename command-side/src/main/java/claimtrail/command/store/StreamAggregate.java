package claimtrail.command.store;

import claimtrail.command.Command;
import claimtrail.command.Decision;
import claimtrail.command.Decision.Accepted;
import claimtrail.command.Refusal;
import claimtrail.command.Tenant;
import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/// What hangs the rules of any kind of stream into Axon: it keeps the state, lets in only the practice whose stream it
/// is, and carries out what the decider says. A kind of stream adds one line per command, and no rule of its own.
///
/// @param <S> the states of the stream
/// @param <E> the facts of the stream
/// @param <R> why a command is refused
public abstract class StreamAggregate<S, E extends DomainEvent, R extends Refusal> {

    private final String stream;
    private final Class<E> facts;
    private final BiFunction<S, E, S> fold;
    private final Tenant tenant = new Tenant();
    private S state;

    /// @param stream its id
    /// @param blank the state of a stream without history
    /// @param facts the family of its facts
    /// @param fold the state after one more fact; throws where the fact contradicts the stream
    protected StreamAggregate(String stream, S blank, Class<E> facts, BiFunction<S, E, S> fold) {
        this.stream = stream;
        this.state = blank;
        this.facts = facts;
        this.fold = fold;
    }

    /// The id of the stream, by which Axon finds it.
    @AggregateIdentifier
    public final String stream() {
        return stream;
    }

    /// What every line does: the events of an accepted decision are applied, its numbers and texts go into the same
    /// commit. A refusal writes nothing.
    ///
    /// @param decider of the stream, asked with the state as it is now
    /// @return the decision, to be answered to the sender
    /// @throws Tenant.NotYours if the stream belongs to another practice; the decider is not asked then
    protected final <C extends Command> Decision<E, R> carryOut(
            C command, BiFunction<? super S, ? super C, Decision<E, R>> decider) {
        tenant.admit(command);
        var decision = decider.apply(state, command);
        if (decision instanceof Accepted<E, R> accepted) {
            Delivery.current().accept(accepted.directory(), accepted.vault());
            accepted.events().forEach(AggregateLifecycle::apply);
        }
        return decision;
    }

    /// Learns a fact, stored before or only about to be stored.
    @EventSourcingHandler
    final void on(DomainEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = fold.apply(state, facts.cast(event));
    }
}
