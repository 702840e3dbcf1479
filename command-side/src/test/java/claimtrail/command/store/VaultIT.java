package claimtrail.command.store;

import static claimtrail.command.store.Writing.PRACTICE;
import static claimtrail.command.store.Writing.events;
import static claimtrail.command.store.Writing.withText;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import claimtrail.command.store.Appended.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Text about a person can be read until the key of the person is destroyed, and by nobody who has the database alone.
class VaultIT {

    private static final byte[] NAME = "{\"name\":\"Ada Example\"}".getBytes(UTF_8);

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
    void what_was_kept_is_read_back_by_every_node() {
        var patient = UUID.randomUUID();
        var first = keep(patient);
        var second = keep(patient);

        assertLegible(log, first);
        try (var other = database.openLog()) {
            assertLegible(other, second);
            var third = UUID.randomUUID();
            other.append(withText(events(UUID.randomUUID(), 0, 1), new VaultEntry(third, PRACTICE, patient, NAME)));
            assertLegible(log, third);
        }
        assertThat(count("data_key")).isEqualTo(1);
        assertThat(log.vault().open(UUID.randomUUID())).isEqualTo(new VaultText.Unknown());
    }

    @Test
    void a_reference_told_twice_is_one_entry_and_keeps_both_facts() {
        var person = new VaultEntry(UUID.randomUUID(), PRACTICE, UUID.randomUUID(), NAME);
        log.append(withText(events(UUID.randomUUID(), 0, 1), person));

        var again = log.append(withText(events(UUID.randomUUID(), 0, 1), person));

        assertThat(again).isInstanceOf(Stored.class);
        assertThat(count("vault_entry")).isEqualTo(1);
        assertLegible(log, person.ref());
    }

    @Test
    void the_database_holds_no_word_of_it() {
        keep(UUID.randomUUID());

        var entry = JdbcClient.create(database.owner())
                .sql("select ciphertext from event_store.vault_entry")
                .query(byte[].class)
                .single();

        assertThat(new String(entry, UTF_8)).doesNotContain("Ada");
        assertThat(entry).hasSizeGreaterThan(NAME.length);
    }

    @Test
    void a_destroyed_key_removes_the_person_and_no_fact() {
        var patient = UUID.randomUUID();
        var before = keep(patient);
        var neighbour = keep(UUID.randomUUID());

        log.vault().destroy(patient);
        var after = keep(patient);

        assertThat(log.vault().open(before)).isInstanceOf(VaultText.Removed.class);
        assertThat(log.vault().open(after)).isInstanceOf(VaultText.Removed.class);
        assertLegible(log, neighbour);
        assertThat(log.head()).isEqualTo(3);
        assertThat(JdbcClient.create(database.owner())
                        .sql("select wrapped is null from event_store.data_key where owner = ?")
                        .param(patient)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_person_removed_by_another_node_is_never_read_again() {
        var patient = UUID.randomUUID();
        keep(patient);
        try (var other = database.openLog()) {
            other.vault().destroy(patient);
        }

        assertThat(log.vault().open(keep(patient))).isInstanceOf(VaultText.Removed.class);
    }

    @Test
    void a_person_removed_before_the_first_text_keeps_none() {
        var patient = UUID.randomUUID();
        log.vault().destroy(patient);

        assertThat(log.vault().open(keep(patient))).isInstanceOf(VaultText.Removed.class);
    }

    @Test
    void two_nodes_that_meet_a_new_person_at_once_agree_on_one_key() throws Exception {
        try (var other = database.openLog()) {
            for (var round = 0; round < 10; round++) {
                var patient = UUID.randomUUID();
                var refs = Together.<UUID>ask(IntStream.range(0, 8)
                        .<Callable<UUID>>mapToObj(i -> () -> {
                            var ref = UUID.randomUUID();
                            var text = new VaultEntry(ref, PRACTICE, patient, NAME);
                            assertThat((i % 2 == 0 ? log : other).append(withText(events(ref, 0, 1), text)))
                                    .isInstanceOf(Stored.class);
                            return ref;
                        })
                        .toList());
                refs.forEach(it -> assertLegible(log, it));
            }
        }
        assertThat(count("data_key")).isEqualTo(10);
    }

    @Test
    void a_text_moved_to_another_reference_does_not_open() {
        var patient = UUID.randomUUID();
        var first = keep(patient);
        var second = keep(patient);
        database.execute("""
                update event_store.vault_entry
                   set ciphertext = (select ciphertext from event_store.vault_entry where ref = '%s')
                 where ref = '%s'
                """.formatted(first, second));

        assertThatThrownBy(() -> log.vault().open(second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_master_key_is_made_once_and_for_its_owner_only(@TempDir Path directory) throws IOException {
        var file = directory.resolve("new/master.key");
        Vault.developmentKey(file);
        var written = Files.readAllBytes(file);
        Vault.developmentKey(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(written);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Vault.developmentKey(file)).hasMessageContaining("others may read");
    }

    @Test
    void another_master_key_opens_nothing(@TempDir Path directory) {
        var ref = keep(UUID.randomUUID());
        try (var stranger = EventLog.open(database.writer(), Vault.developmentKey(directory.resolve("k")))) {
            assertThatThrownBy(() -> stranger.vault().open(ref)).isInstanceOf(IllegalStateException.class);
        }
    }

    private UUID keep(UUID owner) {
        var ref = UUID.randomUUID();
        var text = new VaultEntry(ref, PRACTICE, owner, NAME);
        assertThat(log.append(withText(events(UUID.randomUUID(), 0, 1), text))).isInstanceOf(Stored.class);
        return ref;
    }

    private static void assertLegible(EventLog log, UUID ref) {
        assertThat(log.vault().open(ref))
                .asInstanceOf(type(VaultText.Legible.class))
                .returns(NAME, VaultText.Legible::plaintext);
    }

    private long count(String table) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from event_store." + table)
                .query(Long.class)
                .single();
    }
}
