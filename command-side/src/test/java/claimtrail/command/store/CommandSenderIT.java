package claimtrail.command.store;

import static claimtrail.command.store.SwitchAggregate.order;
import static claimtrail.command.store.SwitchAggregate.turn;
import static claimtrail.command.store.Writing.PRACTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import claimtrail.command.Command;
import claimtrail.command.Decision;
import claimtrail.command.store.Appended.KeySeen;
import claimtrail.command.store.Appended.NumberTaken;
import claimtrail.command.store.SwitchAggregate.SwitchRefusal;
import claimtrail.command.store.SwitchAggregate.Turn;
import claimtrail.event.reference.ReferenceEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A command is decided on the newest state of its stream, and answered when what it decided is durable.
class CommandSenderIT {

    private TestDatabase database;
    private EventLog log;
    private AxonCommands commands;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        log = database.openLog();
        commands = AxonCommands.start(log, List.of(SwitchAggregate.configurer()));
    }

    @AfterEach
    void close() {
        commands.close();
        log.close();
        database.close();
    }

    @Test
    void an_accepted_command_is_in_the_log_when_it_is_answered() {
        var stream = UUID.randomUUID();

        var sent = send(turn(stream, "on"));

        assertThat(sent.decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(sent).extracting(Sent::version, Sent::position, Sent::events).containsExactly(0L, 1L, 1);
        assertThat(log.pages().after(0, 10)).singleElement().satisfies(it -> {
            assertThat(it.envelope().name()).isEqualTo("setting.changed");
            assertThat(it.envelope().streamType()).isEqualTo("reference");
            assertThat(it.envelope().practice()).isEqualTo(PRACTICE);
            assertThat(it.envelope().actor())
                    .isEqualTo(order(turn(stream, "on")).actor());
            assertThat(it.envelope().source())
                    .isEqualTo(order(turn(stream, "on")).source());
            assertThat(new String(it.payload(), StandardCharsets.UTF_8)).doesNotContain("claimtrail");
        });
    }

    @Test
    void what_belongs_to_the_platform_has_no_practice_in_the_log() {
        commands.sender().send(order(new Turn(UUID.randomUUID(), Command.PLATFORM, "on", List.of(), List.of())));

        assertThat(log.pages().after(0, 1).getFirst().envelope().practice()).isNull();
    }

    @Test
    void a_refusal_and_an_equal_retry_write_nothing() {
        var stream = UUID.randomUUID();
        send(turn(stream, "on"));

        assertThat(send(turn(stream, "forbidden")))
                .isEqualTo(new Sent<>(Decision.refuse(SwitchRefusal.VALUE_FORBIDDEN), 0, 1, 0));
        assertThat(send(turn(stream, "on"))).isEqualTo(new Sent<>(Decision.seenBefore(), 0, 1, 0));
        assertThat(send(turn(UUID.randomUUID(), "forbidden")).version()).isEqualTo(-1);
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void commands_to_one_stream_are_decided_one_after_the_other() throws Exception {
        var stream = UUID.randomUUID();
        var callers = IntStream.range(0, 64)
                .<Callable<Sent<?>>>mapToObj(_ -> () -> send(turn(stream, "next")))
                .toList();

        assertThat(Together.ask(callers)).extracting(Sent::version).doesNotHaveDuplicates();

        assertThat(log.streams().read(stream, 0))
                .extracting(it -> new String(it.payload(), StandardCharsets.UTF_8).replaceAll(".*turn (\\d+).*", "$1"))
                .isEqualTo(IntStream.range(0, 64).mapToObj(String::valueOf).toList());
    }

    @Test
    void two_nodes_decide_on_each_others_facts() throws Exception {
        try (var secondLog = database.openLog();
                var second = AxonCommands.start(secondLog, List.of(SwitchAggregate.configurer()))) {
            var stream = UUID.randomUUID();
            var callers = IntStream.range(0, 400)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var node = i % 10 == 0 ? second : commands;
                        return node.sender().send(order(turn(stream, "next"))).events();
                    })
                    .toList();

            assertThat(Together.ask(callers)).containsOnly(1);

            assertThat(log.streams().read(stream, 0))
                    .extracting(
                            it -> new String(it.payload(), StandardCharsets.UTF_8).replaceAll(".*turn (\\d+).*", "$1"))
                    .isEqualTo(IntStream.range(0, 400).mapToObj(String::valueOf).toList());
        }
    }

    @Test
    void a_state_in_memory_that_another_node_has_outdated_answers_nobody() {
        try (var secondLog = database.openLog();
                var second = AxonCommands.start(secondLog, List.of(SwitchAggregate.configurer()))) {
            var stream = UUID.randomUUID();
            send(turn(stream, "on"));
            second.sender().send(order(turn(stream, "off")));

            assertThat(send(turn(stream, "on")).events()).isEqualTo(1);
            second.sender().send(order(turn(stream, "dim")));
            assertThat(send(turn(stream, "dim"))).isEqualTo(new Sent<>(Decision.seenBefore(), 3, 4, 0));
        }
    }

    @Test
    void a_version_the_caller_has_not_seen_is_stale_whatever_the_stream_would_say() {
        var stream = UUID.randomUUID();
        send(turn(stream, "on"));
        send(turn(stream, "off"));

        assertThatThrownBy(() -> commands.sender().send(order(turn(stream, "forbidden"), null, 0L)))
                .asInstanceOf(type(VersionStale.class))
                .returns(1L, VersionStale::version);
        assertThatThrownBy(() -> commands.sender().send(order(turn(stream, "on"), null, 0L)))
                .isInstanceOf(VersionStale.class);
        assertThat(commands.sender().send(order(turn(stream, "on"), null, 1L)).version())
                .isEqualTo(2);
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void numbers_and_texts_are_written_with_the_event_or_not_at_all() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var ref = UUID.randomUUID();
        var text = new VaultEntry(ref, PRACTICE, UUID.randomUUID(), new byte[] {1, 2});
        var number = new DirectoryEntry(PRACTICE, "switch", "S-1", first);
        send(new Turn(first, PRACTICE, "on", List.of(number), List.of(text)));

        assertThat(log.directory().find(PRACTICE, "switch", "S-1")).hasValue(first);
        assertThat(log.vault().open(ref)).isInstanceOf(VaultText.Legible.class);

        var refused = UUID.randomUUID();
        var taken = new DirectoryEntry(PRACTICE, "switch", "S-1", second);
        assertThatThrownBy(() -> send(new Turn(
                        second,
                        PRACTICE,
                        "on",
                        List.of(taken),
                        List.of(new VaultEntry(refused, PRACTICE, second, new byte[] {3})))))
                .isInstanceOf(ConcurrencyException.class)
                .asInstanceOf(type(NotAppended.class))
                .returns(new NumberTaken(taken), NotAppended::because);
        assertThat(log.vault().open(refused)).isEqualTo(new VaultText.Unknown());
        assertThat(send(turn(second, "on")).version()).isZero();
    }

    @Test
    void a_key_stands_for_one_request() {
        var stream = UUID.randomUUID();
        commands.sender().send(order(turn(stream, "on"), "k", null));
        var first = log.idempotencyKeys().find(PRACTICE, "k").orElseThrow();

        assertThat(first.position()).isEqualTo(1);
        assertThatThrownBy(() -> commands.sender().send(order(turn(stream, "off"), "k", null)))
                .asInstanceOf(type(NotAppended.class))
                .returns(new KeySeen(first.first(), 1), NotAppended::because);
        assertThat(send(turn(stream, "off")).version()).isEqualTo(1);
    }

    @Test
    void a_key_is_kept_when_the_command_is_accepted_without_a_new_fact_and_not_when_it_is_refused() {
        var stream = UUID.randomUUID();
        send(turn(stream, "on"));

        commands.sender().send(order(turn(stream, "on"), "again", null));
        commands.sender().send(order(turn(stream, "forbidden"), "refused", null));

        assertThat(log.idempotencyKeys().find(PRACTICE, "again")).isPresent();
        assertThat(log.idempotencyKeys().find(PRACTICE, "refused")).isEmpty();
    }

    @Test
    void a_database_that_fails_leaves_no_state_behind_that_the_log_does_not_hold() {
        var stream = UUID.randomUUID();
        send(turn(stream, "on"));
        database.execute("alter table event_store.log_head rename to log_head_away");
        assertThatThrownBy(() -> send(turn(stream, "off"))).isInstanceOf(LogUnavailable.class);
        database.execute("alter table event_store.log_head_away rename to log_head");

        assertThat(send(turn(stream, "next")).version()).isEqualTo(1);
        assertThat(new String(log.streams().read(stream, 1).getFirst().payload(), StandardCharsets.UTF_8))
                .contains("turn 1");
    }

    private Sent<Decision<ReferenceEvent, SwitchRefusal>> send(Turn command) {
        return commands.sender().send(order(command));
    }
}
