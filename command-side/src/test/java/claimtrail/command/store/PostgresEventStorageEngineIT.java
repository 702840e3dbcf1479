package claimtrail.command.store;

import static claimtrail.command.store.SwitchAggregate.DAY;
import static claimtrail.command.store.SwitchAggregate.order;
import static claimtrail.command.store.SwitchAggregate.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Axon expects of an event storage engine, on our log.
class PostgresEventStorageEngineIT {

    private TestDatabase database;
    private EventLog log;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = database.openLog();
        engine = new PostgresEventStorageEngine(log);
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void the_events_of_an_aggregate_come_back_in_their_order() {
        var stream = UUID.randomUUID();
        append(events(stream, 0, 3));
        append(events(UUID.randomUUID(), 0, 2));
        append(events(stream, 3, 2));

        var read = engine.readEvents(stream.toString());

        assertThat(read.peek().getIdentifier())
                .isEqualTo(EventIds.ofEvent(stream, 0).toString());
        assertThat(payloads(read.asStream())).containsExactly(change(0), change(1), change(2), change(3), change(4));
        assertThat(engine.readEvents(stream.toString(), 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(engine.lastSequenceNumberFor(stream.toString())).hasValue(4L);
    }

    @Test
    void an_unknown_aggregate_has_no_events() {
        var nobody = UUID.randomUUID().toString();

        assertThat(engine.readEvents(nobody).hasNext()).isFalse();
        assertThat(engine.lastSequenceNumberFor(nobody)).isEmpty();
        assertThat(engine.readSnapshot(nobody)).isEmpty();
    }

    @Test
    void a_sequence_used_twice_is_a_concurrency_exception() {
        var stream = UUID.randomUUID();
        append(events(stream, 0, 2));

        assertThatThrownBy(() -> append(events(stream, 1, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(events(stream, 0, 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void all_events_behind_a_token_come_in_the_order_of_the_log() {
        for (var i = 0; i < 5; i++) {
            append(events(UUID.randomUUID(), 0, 500));
        }

        assertThat(positions(engine.readEvents(engine.createTailToken(), false)))
                .isEqualTo(LongStream.rangeClosed(1, 2_500).boxed().toList());
        assertThat(positions(engine.readEvents(null, false))).hasSize(2_500);
        assertThat(positions(engine.readEvents(new GlobalSequenceTrackingToken(2_497), false)))
                .containsExactly(2_498L, 2_499L, 2_500L);
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2_500));
    }

    @Test
    void a_token_at_an_instant_has_that_instant_before_it() {
        append(events(UUID.randomUUID(), 0, 1));
        database.execute("update event_store.log_head set recorded_at = recorded_at + interval '1 hour'");
        append(events(UUID.randomUUID(), 0, 2));
        var later = log.pages().after(1, 1).getFirst().envelope().recordedAt();

        assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(engine.createTailToken());
        assertThat(engine.createTokenAt(later)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createTokenAt(later.plusMillis(1))).isEqualTo(engine.createHeadToken());
    }

    @Test
    void a_message_carries_its_envelope() {
        var stream = UUID.randomUUID();
        append(events(stream, 0, 1));

        var message = engine.readEvents(null, false).findFirst().orElseThrow();

        assertThat(message.getMetaData().get(PostgresEventStorageEngine.ENVELOPE))
                .isEqualTo(log.pages().after(0, 1).getFirst().envelope());
        assertThat(message.getTimestamp()).isEqualTo(envelope(message).recordedAt());
    }

    @Test
    void an_open_stream_follows_the_log() throws InterruptedException {
        try (var commands = AxonCommands.start(log, List.of(SwitchAggregate.configurer()))) {
            var stream = UUID.randomUUID();
            var store = commands.axon().eventStore();
            try (var follower = store.openStream(store.createHeadToken())) {
                for (var i = 1; i <= 3; i++) {
                    commands.sender().send(order(turn(stream, "next")));
                    assertThat(follower.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
                    assertThat(follower.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(i));
                }
            }
        }
    }

    @Test
    void what_nobody_sent_is_not_written() {
        assertThatThrownBy(() -> engine.appendEvents(events(UUID.randomUUID(), 0, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void only_events_of_the_catalogue_in_streams_of_their_type_are_written() {
        var id = UUID.randomUUID().toString();

        assertThatThrownBy(() -> append(List.of(new GenericDomainEventMessage<>("claim", id, 0, change(0)))))
                .hasMessageContaining("setting.changed stands in streams of type reference");
        assertThatThrownBy(() -> append(List.of(new GenericDomainEventMessage<>("reference", id, 0, "words"))))
                .hasMessageContaining("not an event");
        assertThatThrownBy(() -> append(List.of(new GenericEventMessage<>(change(0)))))
                .hasMessageContaining("not an event of a stream");
    }

    /// As a command would.
    private void append(List<? extends EventMessage<?>> events) {
        var order = order(turn(UUID.randomUUID(), "on"));
        var unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<Object>(order.command()));
        unit.resources().put(Delivery.NAME, new Delivery(order));
        try {
            engine.appendEvents(events);
            unit.commit();
        } catch (RuntimeException e) {
            unit.rollback(e);
            throw e;
        }
    }

    private static List<DomainEventMessage<DomainEvent>> events(UUID stream, long first, int count) {
        var events = new ArrayList<DomainEventMessage<DomainEvent>>();
        IntStream.range(0, count)
                .forEach(i -> events.add(
                        new GenericDomainEventMessage<>("reference", stream.toString(), first + i, change(first + i))));
        return events;
    }

    private static DomainEvent change(long n) {
        return new SettingChanged("switch", "turn " + n, null, DAY);
    }

    private static List<Object> payloads(Stream<? extends Message<?>> messages) {
        return messages.<Object>map(Message::getPayload).toList();
    }

    private static List<Long> positions(Stream<? extends Message<?>> messages) {
        return messages.map(it -> envelope(it).position()).toList();
    }

    private static Envelope envelope(Message<?> message) {
        return Objects.requireNonNull((Envelope) message.getMetaData().get(PostgresEventStorageEngine.ENVELOPE));
    }
}
