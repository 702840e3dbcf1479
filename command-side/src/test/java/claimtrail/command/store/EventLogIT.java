package claimtrail.command.store;

import static claimtrail.command.store.Writing.PRACTICE;
import static claimtrail.command.store.Writing.event;
import static claimtrail.command.store.Writing.events;
import static claimtrail.command.store.Writing.keyed;
import static claimtrail.command.store.Writing.named;
import static claimtrail.command.store.Writing.number;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.command.store.Appended.KeySeen;
import claimtrail.command.store.Appended.NumberTaken;
import claimtrail.command.store.Appended.Stored;
import claimtrail.command.store.Appended.StreamMoved;
import claimtrail.event.Actor;
import claimtrail.event.Source;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What one command wants to write is written wholly or not at all, and in one dense order.
class EventLogIT {

    private TestDatabase database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = database.openLog();
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Test
    void what_was_written_is_read_back_to_the_last_byte() {
        var stream = UUID.randomUUID();
        var before = Instant.now().minusSeconds(60);
        var file = new NewEvent(
                UUID.randomUUID(),
                "light",
                stream,
                1,
                "light.broken",
                2,
                null,
                new Actor(Actor.Kind.IMPORT, "remittances"),
                new UUID(3, 3),
                new UUID(4, 4),
                new Source.File("ab".repeat(32), "CLP 17", 1_000, 1_400),
                new byte[] {'{', ' ', '}', '\n'});
        var run = new NewEvent(
                UUID.randomUUID(),
                "light",
                stream,
                2,
                "light.lit",
                1,
                PRACTICE,
                new Actor(Actor.Kind.SIMULATOR, "s"),
                null,
                new UUID(4, 4),
                new Source.Scenario("run-1", "42"),
                "{}".getBytes(UTF_8));
        var api = event(stream, 0);

        assertThat(log.append(new Append(List.of(api, file, run), List.of(), List.of(), null)))
                .isEqualTo(new Stored(3));

        var stored = log.streams().read(stream, 0);
        assertThat(stored).usingRecursiveComparison().isEqualTo(log.pages().after(0, 10));
        var written = List.of(api, file, run);
        for (var i = 0; i < 3; i++) {
            var envelope = stored.get(i).envelope();
            assertThat(envelope.position()).isEqualTo(i + 1);
            assertThat(envelope.recordedAt()).isBetween(before, Instant.now().plusSeconds(60));
            assertThat(envelope.recordedAt()).isEqualTo(envelope.recordedAt().truncatedTo(ChronoUnit.MILLIS));
            assertThat(new NewEvent(
                            envelope.eventId(),
                            envelope.streamType(),
                            envelope.streamId(),
                            envelope.sequence(),
                            envelope.name(),
                            envelope.version(),
                            envelope.practice(),
                            envelope.actor(),
                            envelope.causation(),
                            envelope.correlation(),
                            envelope.source(),
                            stored.get(i).payload()))
                    .usingRecursiveComparison()
                    .isEqualTo(written.get(i));
        }
    }

    @Test
    void of_two_writers_of_one_stream_one_wins() throws Exception {
        var stream = UUID.randomUUID();
        for (var round = 0; round < 20; round++) {
            var sequence = round;
            Callable<Appended> writer = () -> log.append(events(stream, sequence, 1));
            assertThat(Together.ask(List.of(writer, writer)))
                    .containsExactlyInAnyOrder(new Stored(round + 1), new StreamMoved());
        }
        assertDense(20);
    }

    @Test
    void sixty_four_writers_fill_sixty_four_streams() throws Exception {
        var writers = IntStream.range(0, 64)
                .<Callable<List<Long>>>mapToObj(_ -> () -> {
                    var stream = UUID.randomUUID();
                    var positions = new ArrayList<Long>();
                    for (var sequence = 0; sequence < 60; sequence += 3) {
                        positions.add(((Stored) log.append(events(stream, sequence, 3))).position());
                    }
                    assertThat(log.streams().read(stream, 0))
                            .extracting(it -> it.envelope().sequence())
                            .isEqualTo(LongStream.range(0, 60).boxed().toList());
                    return positions;
                })
                .toList();

        var positions = Together.ask(writers).stream().flatMap(List::stream).toList();

        assertThat(positions).doesNotHaveDuplicates().hasSize(64 * 20);
        assertDense(64 * 60);
    }

    @Test
    void a_conflict_is_answered_to_its_own_caller_and_fails_no_neighbour() throws Exception {
        var moved = UUID.randomUUID();
        var owner = UUID.randomUUID();
        var key = new IdempotencyKey(PRACTICE, "k-1", "a".repeat(64));
        log.append(events(moved, 0, 1));
        log.append(keyed(named(events(owner, 0, 1), number("L-1", owner)), key));
        var callers = new ArrayList<Callable<Appended>>();
        for (var i = 0; i < 30; i++) {
            callers.add(() -> log.append(events(UUID.randomUUID(), 0, 2)));
        }
        var stranger = UUID.randomUUID();
        callers.add(10, () -> log.append(events(moved, 0, 1)));
        callers.add(15, () -> log.append(named(events(stranger, 0, 1), number("L-1", stranger))));
        callers.add(20, () -> log.append(keyed(events(UUID.randomUUID(), 0, 1), key)));

        var answers = Together.ask(callers);

        assertThat(answers.get(10)).isEqualTo(new StreamMoved());
        assertThat(answers.get(15)).isEqualTo(new NumberTaken(number("L-1", stranger)));
        assertThat(answers.get(20)).isEqualTo(new KeySeen(key, 2));
        assertThat(answers.stream().filter(it -> it instanceof Stored)).hasSize(30);
        assertDense(2 + 60);
    }

    @Test
    void a_number_belongs_to_the_first_stream_that_takes_it() throws Exception {
        var callers = IntStream.range(0, 16)
                .mapToObj(i -> new UUID(9, i))
                .<Callable<Appended>>map(stream -> () -> log.append(named(events(stream, 0, 1), number("L-2", stream))))
                .toList();

        var answers = Together.ask(callers);

        assertThat(answers.stream().filter(it -> it instanceof Stored)).hasSize(1);
        assertThat(answers.stream().filter(it -> it instanceof NumberTaken)).hasSize(15);
        assertThat(log.directory().find(PRACTICE, "light-number", "L-2"))
                .hasValueSatisfying(winner -> assertThat(log.pages().after(0, 10))
                        .extracting(it -> it.envelope().streamId())
                        .containsExactly(winner));
    }

    @Test
    void the_same_number_for_the_same_stream_is_no_conflict() {
        var stream = UUID.randomUUID();
        log.append(named(events(stream, 0, 1), number("L-3", stream)));

        assertThat(log.append(named(events(stream, 1, 1), number("L-3", stream), number("L-4", stream))))
                .isEqualTo(new Stored(2));

        assertThat(log.directory().findAll(List.of(wanted("L-3"), wanted("L-4"), wanted("L-5"))))
                .containsOnlyKeys(wanted("L-3"), wanted("L-4"))
                .containsValue(stream);
        assertThat(log.directory().startingWith(PRACTICE, "light-number", "L-", 10))
                .containsExactly(number("L-3", stream), number("L-4", stream));
        assertThat(log.directory().startingWith(PRACTICE, "light-number", "L-4", 10))
                .containsExactly(number("L-4", stream));
    }

    @Test
    void many_who_bring_the_same_number_for_the_same_stream_share_commits() throws Exception {
        var named = UUID.randomUUID();
        var appends = IntStream.range(0, 300)
                .mapToObj(_ -> named(events(UUID.randomUUID(), 0, 1), number("L-6", named)))
                .toList();
        var callers = appends.stream()
                .<Callable<Appended>>map(append -> () -> log.append(append))
                .toList();

        assertThat(Together.ask(callers)).allMatch(Stored.class::isInstance);

        assertThat(commits()).isLessThan(100);
        assertThat(log.directory().find(PRACTICE, "light-number", "L-6")).hasValue(named);
    }

    private long commits() throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(distinct xmin::text) from event_store.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void each_of_many_who_ask_at_once_gets_the_candidates_of_his_own_question() throws Exception {
        var stream = UUID.randomUUID();
        var keys = IntStream.range(0, 40).mapToObj(no -> "C-" + no + "|").toList();
        log.append(named(
                events(stream, 0, 1),
                keys.stream()
                        .flatMap(it -> Stream.of(number(it + "a", stream), number(it + "b", stream)))
                        .toArray(DirectoryEntry[]::new)));

        var callers = keys.stream()
                .<Callable<List<DirectoryEntry>>>map(it ->
                        () -> log.directory().startingWith(PRACTICE, List.of("light-number", "other-number"), it, 10))
                .toList();
        var answers = Together.ask(callers);

        for (int i = 0; i < keys.size(); i++) {
            assertThat(answers.get(i))
                    .containsExactly(number(keys.get(i) + "a", stream), number(keys.get(i) + "b", stream));
        }
        assertThat(log.directory().startingWith(PRACTICE, "light-number", "C-", 3))
                .hasSize(3);
    }

    @Test
    void a_key_seen_before_is_answered_with_what_it_led_to_first() {
        var key = new IdempotencyKey(PRACTICE, "k-2", "a".repeat(64));
        var stream = UUID.randomUUID();
        log.append(keyed(events(stream, 0, 2), key));

        var other = new IdempotencyKey(PRACTICE, "k-2", "b".repeat(64));

        assertThat(log.append(keyed(events(stream, 0, 2), other))).isEqualTo(new KeySeen(key, 2));
        assertThat(log.idempotencyKeys().find(PRACTICE, "k-2")).hasValue(new KeySeen(key, 2));
        assertThat(log.idempotencyKeys().find(PRACTICE, "k-3")).isEmpty();
        assertThat(log.append(keyed(
                        events(UUID.randomUUID(), 0, 1), new IdempotencyKey(new UUID(2, 2), "k-2", "b".repeat(64)))))
                .isEqualTo(new Stored(3));
    }

    @Test
    void an_append_without_events_stands_at_the_head() {
        var stream = UUID.randomUUID();
        log.append(events(stream, 0, 3));

        assertThat(log.append(named(events(stream, 3, 0), number("L-6", stream))))
                .isEqualTo(new Stored(3));
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void a_hole_in_a_stream_is_never_written() {
        var stream = UUID.randomUUID();

        assertThat(log.append(events(stream, 1, 1))).isEqualTo(new StreamMoved());
        assertThatThrownBy(() ->
                        log.append(new Append(List.of(event(stream, 0), event(stream, 2)), List.of(), List.of(), null)))
                .isInstanceOf(NotStorable.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void what_no_log_can_hold_is_refused_to_its_own_caller() throws Exception {
        var it = event(UUID.randomUUID(), 0);
        var unversioned = new Append(
                List.of(new NewEvent(
                        it.eventId(),
                        it.streamType(),
                        it.streamId(),
                        0,
                        it.name(),
                        0,
                        null,
                        it.actor(),
                        null,
                        it.correlation(),
                        it.source(),
                        it.payload())),
                List.of(),
                List.of(),
                null);
        var callers = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 10; i++) {
            callers.add(() -> log.append(events(UUID.randomUUID(), 0, 1)));
        }
        callers.add(5, () -> {
            assertThatThrownBy(() -> log.append(unversioned)).isInstanceOf(NotStorable.class);
            return "refused";
        });

        assertThat(Together.ask(callers)).filteredOn(Stored.class::isInstance).hasSize(10);
        assertDense(10);
    }

    @Test
    void two_nodes_write_one_dense_log_and_lose_nothing() throws Exception {
        try (var second = database.openLog()) {
            var writers = IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var node = i % 2 == 0 ? log : second;
                        var stored = 0;
                        for (var n = 0; n < 20; n++) {
                            if (node.append(events(UUID.randomUUID(), 0, 1)) instanceof Stored) {
                                stored++;
                            }
                        }
                        return stored;
                    })
                    .toList();

            assertThat(Together.ask(writers)).containsOnly(20);
        }
        assertDense(32 * 20);
    }

    @Test
    void of_two_nodes_that_write_one_stream_one_wins() throws Exception {
        try (var second = database.openLog()) {
            var stream = UUID.randomUUID();
            for (var round = 0; round < 20; round++) {
                var sequence = round;
                assertThat(Together.<Appended>ask(List.of(
                                () -> log.append(events(stream, sequence, 1)),
                                () -> second.append(events(stream, sequence, 1)))))
                        .containsExactlyInAnyOrder(new Stored(round + 1), new StreamMoved());
            }
            assertDense(20);
        }
    }

    @Test
    void a_failing_database_is_told_to_the_caller_and_a_returning_one_goes_on() {
        var stream = UUID.randomUUID();
        log.append(events(stream, 0, 1));
        database.execute("alter table event_store.log_head rename to log_head_away");
        assertThatThrownBy(() -> log.append(events(stream, 1, 1))).isInstanceOf(LogUnavailable.class);
        database.execute("alter table event_store.log_head_away rename to log_head");

        assertThat(log.append(events(stream, 1, 1))).isEqualTo(new Stored(2));

        database.breakConnections();
        assertThat(appendedAfterTheBreak(stream)).isEqualTo(new Stored(3));
        assertDense(3);
    }

    @Test
    void instants_never_run_backwards_and_lead_to_positions() {
        for (var i = 0; i < 20; i++) {
            log.append(events(UUID.randomUUID(), 0, 1));
        }
        database.execute("update event_store.log_head set recorded_at = recorded_at + interval '1 hour'");
        log.append(events(UUID.randomUUID(), 0, 1));
        log.append(events(UUID.randomUUID(), 0, 1));

        var events = log.pages().after(0, 100);

        assertThat(events).extracting(it -> it.envelope().recordedAt()).isSorted();
        var hourLater = events.getLast().envelope().recordedAt();
        assertThat(log.pages().knownAt(hourLater)).isEqualTo(22);
        assertThat(log.pages().knownAt(hourLater.minusMillis(1))).isEqualTo(20);
        assertThat(log.pages().knownAt(Instant.EPOCH)).isZero();
        var fifth = events.get(4).envelope().recordedAt();
        var atFifth = events.stream()
                .filter(it -> !it.envelope().recordedAt().isAfter(fifth))
                .count();
        assertThat(log.pages().knownAt(fifth)).isEqualTo(atFifth);
    }

    @Test
    void a_closed_log_answers_all_who_wait_and_takes_nobody() throws Exception {
        var writers = IntStream.range(0, 64)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    if (i == 32) {
                        log.close();
                        return false;
                    }
                    try {
                        return log.append(events(UUID.randomUUID(), 0, 1)) instanceof Stored;
                    } catch (LogUnavailable e) {
                        return false;
                    }
                })
                .toList();

        var stored = Together.ask(writers).stream().filter(it -> it).count();

        assertThatThrownBy(() -> log.append(events(UUID.randomUUID(), 0, 1))).hasMessageContaining("closed");
        log = database.openLog();
        assertDense(stored);
    }

    /// The first statements after the break may meet connections that are gone: the appender has two of them.
    private Appended appendedAfterTheBreak(UUID stream) {
        for (var gone = 0; gone < 2; gone++) {
            try {
                return log.append(events(stream, 2, 1));
            } catch (LogUnavailable e) {
                assertThat(e).hasMessageContaining("could not be written");
            }
        }
        return log.append(events(stream, 2, 1));
    }

    private static OutsideNumber wanted(String key) {
        return new OutsideNumber(PRACTICE, "light-number", key);
    }

    private void assertDense(long head) {
        assertThat(log.head()).isEqualTo(head);
        assertThat(log.pages().after(0, 10_000))
                .extracting(it -> it.envelope().position())
                .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
    }
}
