package claimtrail.command.store;

import static java.util.Spliterator.NONNULL;
import static java.util.Spliterator.ORDERED;

import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import claimtrail.event.json.EventJson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// Axon's view of the log. Appending blocks until the group is durable, on the thread of the command; names
/// and versions are those of the catalogue, and no class name is stored. Tokens are positions.
public final class PostgresEventStorageEngine implements EventStorageEngine {

    /// Under this name a message carries its [claimtrail.event.Envelope].
    public static final String ENVELOPE = "claimtrail.envelope";

    private static final int PAGE = 1_000;

    private final EventLog log;

    public PostgresEventStorageEngine(EventLog log) {
        this.log = log;
    }

    /// Writes what one command wants to write, as the sender and source that its [Delivery] names.
    ///
    /// @throws NotAppended if a stream moved, a number is taken or the key was seen
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var delivery = Delivery.current();
        var events = messages.stream().map(it -> newEvent(it, delivery)).toList();
        switch (log.append(delivery.append(events))) {
            case Appended.Stored it -> delivery.write(events, it.position());
            case Appended.StreamMoved it -> throw new NotAppended(it);
            case Appended.NumberTaken it -> throw new NotAppended(it);
            case Appended.KeySeen it -> throw new NotAppended(it);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var stream = UUID.fromString(aggregateIdentifier);
        var stored = log.streams().read(stream, firstSequenceNumber);
        if (CurrentUnitOfWork.isStarted() && firstSequenceNumber == 0) {
            var delivery = Delivery.find(CurrentUnitOfWork.get());
            if (delivery != null) {
                delivery.load(stream, stored.size() - 1, false);
            }
        }
        return DomainEventStream.of(
                stored.stream().map(PostgresEventStorageEngine::message).toList());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var last = log.streams().lastSequence(UUID.fromString(aggregateIdentifier));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /// The events behind a token, page by page, up to the end of the log as it is met.
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(new Pages(position(token)), false);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    /// Behind it come the events recorded at that instant or later.
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.pages().knownAt(instant.minusMillis(1)));
    }

    /// States are kept in memory, not in the log: a stream is read from its beginning.
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the log keeps facts, no snapshots");
    }

    private static NewEvent newEvent(EventMessage<?> message, Delivery delivery) {
        if (!(message instanceof DomainEventMessage<?> it) || !(it.getPayload() instanceof DomainEvent event)) {
            throw new IllegalArgumentException("not an event of a stream: " + message.getPayloadType());
        }
        var entry = EventCatalogue.of(event);
        if (!entry.streamType().equals(it.getType())) {
            throw new IllegalArgumentException(entry.name() + " stands in streams of type " + entry.streamType()
                    + ", not of " + it.getType() + ": see @AggregateRoot(type = …)");
        }
        var stream = UUID.fromString(it.getAggregateIdentifier());
        var order = delivery.order();
        return new NewEvent(
                EventIds.ofEvent(stream, it.getSequenceNumber()),
                entry.streamType(),
                stream,
                it.getSequenceNumber(),
                entry.name(),
                entry.version(),
                delivery.practice(),
                order.actor(),
                order.causation(),
                order.correlation(),
                order.source(),
                EventJson.write(event));
    }

    private static DomainEventMessage<DomainEvent> message(StoredEvent stored) {
        var envelope = stored.envelope();
        return new GenericDomainEventMessage<>(
                envelope.streamType(),
                envelope.streamId().toString(),
                envelope.sequence(),
                EventJson.read(envelope.name(), envelope.version(), stored.payload()),
                MetaData.with(ENVELOPE, envelope),
                envelope.eventId().toString(),
                envelope.recordedAt());
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken it -> it.getGlobalIndex();
            default -> throw new IllegalArgumentException("not a position: " + token);
        };
    }

    /// Reads ahead by one page.
    private final class Pages extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {

        private final ArrayDeque<StoredEvent> page = new ArrayDeque<>();
        private long position;

        Pages(long position) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.position = position;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> reader) {
            if (page.isEmpty()) {
                page.addAll(log.pages().after(position, PAGE));
            }
            var next = page.poll();
            if (next == null) {
                return false;
            }
            position = next.envelope().position();
            reader.accept(
                    new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(position), message(next)));
            return true;
        }
    }
}
