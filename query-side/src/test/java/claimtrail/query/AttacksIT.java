package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.event.Ids;
import claimtrail.proof.LeafBytes;
import claimtrail.proof.LogKey;
import claimtrail.proof.TreeHash;
import claimtrail.query.feed.LogReader;
import claimtrail.query.integrity.Verification;
import claimtrail.query.job.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who owns the database can switch off every trigger and change every row. Whatever is done is found, with its place;
/// what cannot be found is shown too. 107 facts, a checkpoint each 20.
class AttacksIT {

    private static final String EVENT = "event_store.event";
    private static final List<String> ATTACKED = List.of(
            "read_model.checkpoint_maker", // first: who makes checkpoints waits
            EVENT,
            "event_store.log_head",
            "read_model.tree_tile",
            "read_model.checkpoint");

    @TempDir
    private static Path place;

    private static Evident evident;
    private static TestLog log;
    private static Reader reader;

    @BeforeAll
    static void start() throws IOException {
        evident = new Evident(place);
        log = new TestLog();
        asTheCommandSideGuardsIt();
        Evident.tell(log, 65);
        reader = new Reader(log, 1, evident.settings(20));
        Evident.await(reader, 60);
        save("early");
        Evident.tell(log, 107);
        Evident.await(reader, 100);
        save("whole");
        Files.createDirectories(place.resolve("saved"));
        for (var file : evident.files()) {
            Files.copy(evident.directory().resolve(file), place.resolve("saved").resolve(file));
        }
        Files.copy(evident.key(), place.resolve("saved.key"));
    }

    @AfterAll
    static void stop() {
        reader.close();
        log.close();
    }

    @AfterEach
    void undo() throws IOException {
        restore("whole");
        for (var file : evident.files()) {
            Files.delete(evident.directory().resolve(file));
        }
        try (var saved = Files.list(place.resolve("saved"))) {
            for (var file : saved.toList()) {
                Files.copy(file, evident.directory().resolve(file.getFileName()));
            }
        }
        Files.deleteIfExists(evident.key());
        Files.copy(place.resolve("saved.key"), evident.key());
        assertThat(found()).isEmpty();
    }

    @Test
    void a_log_that_nobody_touched_is_as_it_was() {
        var outcome = verified();

        assertThat(outcome.differences()).isZero();
        assertThat(outcome.says())
                .isEqualTo(
                        "107 facts hashed again and compared with 5 checkpoints outside the database: everything is as it was. 7 facts are newer than the last checkpoint.");
    }

    @Test
    void the_trigger_stops_a_program_and_not_the_owner_of_the_database() {
        var change = "update event_store.event set name = 'claim.denied' where position = 41";
        assertThatThrownBy(() -> log.jdbc().sql(change).update()).hasMessageContaining("history is written once");

        owner(change);

        assertThat(found()).containsExactly("41 Fact 41 was changed: its row is not the one that was written.");
    }

    @Test
    void a_byte_of_a_payload() {
        owner(
                "update event_store.event set payload = set_byte(payload, 5, get_byte(payload, 5) # 1) where position = 41");

        assertThat(found()).containsExactly("41 Fact 41 was changed: its row is not the one that was written.");
    }

    @Test
    void a_moment_by_a_millionth_of_a_second() {
        owner("update event_store.event set recorded_at = recorded_at + interval '1 microsecond' where position = 100");

        assertThat(found()).containsExactly("100 Fact 100 was changed: its row is not the one that was written.");
    }

    @Test
    void the_stream_of_a_fact() {
        owner("update event_store.event set stream_id = gen_random_uuid() where position = 1");

        assertThat(found()).containsExactly("1 Fact 1 was changed: its row is not the one that was written.");
    }

    @Test
    void a_column_that_means_nothing_for_its_source() {
        owner("update event_store.event set source_kind = 'API' where position = 41");

        assertThat(found()).containsExactly("41 Fact 41 was changed: its row is not the one that was written.");
    }

    @Test
    void the_payloads_of_two_facts_exchanged() {
        owner("""
                update event_store.event e set payload = o.payload from event_store.event o
                 where (e.position, o.position) in ((41, 57), (57, 41))
                """);

        assertThat(found())
                .containsExactly(
                        "41 Fact 41 was changed: its row is not the one that was written.",
                        "57 Fact 57 was changed: its row is not the one that was written.");
    }

    @Test
    void two_facts_that_changed_places() {
        owner("""
                update event_store.event set position = -position where position in (41, 57);
                update event_store.event set position = 98 + position where position in (-41, -57)
                """);

        assertThat(found()).containsExactly("41 Facts 41 and 57 have changed places.");
    }

    @Test
    void a_fact_of_the_middle_deleted() {
        owner("delete from event_store.event where position = 41");

        assertThat(found()).containsExactly("41 Fact 41 is missing: the log goes on behind it.");
    }

    @Test
    void a_fact_deleted_and_the_gap_closed() {
        owner("""
                delete from event_store.event where position = 41;
                update event_store.event set position = -position where position > 41;
                update event_store.event set position = -position - 1 where position < 0;
                update event_store.log_head set position = 106
                """);

        assertThat(found()).containsExactly("41 Fact 41 was deleted, and those behind it were moved down.");
    }

    @Test
    void the_end_cut_off_and_the_head_set_back() {
        owner("""
                delete from event_store.event where position >= 90;
                update event_store.log_head set position = 89
                """);

        assertThat(found()).containsExactly("90 Facts 90 to 100 are missing: the log was cut off behind fact 89.");
    }

    @Test
    void the_head_set_back_alone() {
        owner("update event_store.log_head set position = 103");

        assertThat(found())
                .containsExactly("104 A row stands at position 104, behind the end of the log, which is fact 103.");
    }

    @Test
    void a_row_in_the_place_of_another() {
        owner("delete from event_store.event where position = 41; " + inserted(41));

        assertThat(found()).containsExactly("41 Fact 41 was changed: its row is not the one that was written.");
    }

    @Test
    void a_row_put_between_two_others() {
        owner("""
                update event_store.event set position = -position where position >= 41;
                update event_store.event set position = -position + 1 where position < 0;
                update event_store.log_head set position = 108;
                """ + inserted(41));

        assertThat(found()).containsExactly("41 A row was inserted as fact 41, and those behind it were moved up.");
    }

    @Test
    void a_row_behind_the_head() {
        owner(inserted(108));

        assertThat(found())
                .containsExactly("108 A row stands at position 108, behind the end of the log, which is fact 107.");
    }

    @Test
    void a_row_added_at_the_end_in_due_form_is_a_fact_like_any_other() {
        owner(inserted(108) + "; update event_store.log_head set position = 108");

        assertThat(found()).isEmpty();
    }

    @Test
    void a_fact_and_the_kept_tree_above_it() {
        owner("""
                update event_store.event set name = 'claim.denied' where position = 41;
                update read_model.tree_tile set nodes = set_byte(nodes, 165, get_byte(nodes, 165) # 1)
                 where level = 0 and no = 0
                """);

        assertThat(found())
                .containsExactly(
                        "41 Between fact 41 and fact 60 something was changed: the checkpoint of 60 facts outside says so. The kept tree was changed too, so the place is not known more closely.");
    }

    @Test
    void a_fact_and_what_was_kept_of_it_alone() {
        owner("update event_store.event set name = 'claim.denied' where position = 41");
        var now = reader.bean(LogReader.class).at(41).orElseThrow();
        var start = Arrays.copyOf(
                new TreeHash().leaf(LeafBytes.of(now.envelope(), now.payload())).bytes(), 8);
        log.jdbc().sql("""
                        update read_model.tree_tile set leaves = overlay(leaves placing :start from 321)
                         where level = 0 and no = 0
                        """).param("start", start).update();

        assertThat(found())
                .containsExactly(
                        "41 One of the facts 41 to 48 was changed. What was kept of them one by one was changed too, so the place is not known more closely.");
    }

    @Test
    void the_kept_tree_alone() {
        owner(
                "update read_model.tree_tile set leaves = set_byte(leaves, 320, get_byte(leaves, 320) # 1) where no = 0 and level = 0");

        assertThat(found())
                .containsExactly(
                        "41 The kept tree was changed at fact 41. The log itself is what every checkpoint stands for.");

        restore("whole");
        owner("delete from read_model.tree_tile where no = 0 and level = 0");

        assertThat(found())
                .containsExactly(
                        "100 The kept tree does not lead to the checkpoint of 100 facts. The log itself is what every checkpoint stands for.");
    }

    @Test
    void the_copy_of_a_checkpoint_in_the_database() {
        owner("update read_model.checkpoint set root = set_byte(root, 0, get_byte(root, 0) # 1) where size = 60");

        assertThat(found())
                .containsExactly("60 The database's copy of the checkpoint of 60 facts is not as it was signed.");
    }

    @Test
    void a_byte_of_a_checkpoint_outside() throws IOException {
        var bytes = Files.readAllBytes(evident.file(60));
        bytes[60] ^= 1;
        Files.write(evident.file(60), bytes);

        assertThat(found())
                .containsExactly("60 The checkpoint of 60 facts outside the database is not as it was signed.");
    }

    @Test
    void a_checkpoint_outside_taken_away() throws IOException {
        Files.delete(evident.file(60));

        assertThat(found())
                .containsExactly("60 The checkpoint of 60 facts is missing outside the database, which knows it.");
    }

    @Test
    void a_checkpoint_taken_away_outside_and_in_the_database() throws IOException {
        Files.delete(evident.file(60));
        owner("delete from read_model.checkpoint where size = 60");

        assertThat(found())
                .containsExactly(
                        "80 The checkpoint of 80 facts names another one before it than there is: one is missing between them.");
    }

    @Test
    void the_key_exchanged() throws IOException, GeneralSecurityException {
        var old = LogKey.parse(Files.readAllLines(evident.key()).getFirst());
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var own = LogKey.of(old.log(), pair.getPublic());
        Files.writeString(
                evident.key(),
                own.text() + "\n"
                        + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");

        assertThat(found())
                .containsExactly(
                        "100 The key was exchanged: 5 checkpoints outside are signed with %s, and the key to check them with is %s."
                                .formatted(old.id(), own.id()));
    }

    @Test
    void the_whole_database_set_back_to_a_backup() {
        restore("early");

        assertThat(found())
                .containsExactly(
                        "66 The database was set back: it ends at fact 65 and knows no checkpoint after that of 60 facts; outside there is one of 100.");
    }

    @Test
    void a_finding_is_red_on_every_page_until_it_is_gone() {
        owner("delete from event_store.event where position = 41");
        assertThat(reader.post("/api/audit/integrity/verification", "application/json")
                        .statusCode())
                .isEqualTo(202);
        reader.await("the finding is told", () -> reader.get("/jobs").body().contains("Fact 41 is missing"));
        assertThat(reader.get("/integrity").body())
                .contains("Fact 41 is missing", "altered", evident.directory().toString());

        restore("whole");
        reader.post("/api/audit/integrity/verification", "text/html");
        reader.await("all is well", () -> !reader.get("/claims").body().contains("Fact 41 is missing"));
    }

    /// A row that any program could have written.
    private static String inserted(long position) {
        return """
                insert into event_store.event
                select %d, sequence, recorded_at, source_from, source_to, '%s', '%s', practice, causation, correlation,
                       version, stream_type, name, actor_kind, actor_id, source_kind, source_ref, source_place, payload
                  from event_store.event where position = 20
                """.formatted(position, Ids.next(), Ids.next());
    }

    private static Outcome verified() {
        return reader.bean(Verification.class).run();
    }

    /// Place and sentence of everything found.
    private static List<String> found() {
        return verified().first().stream()
                .map(it -> it.position() + " " + it.cell())
                .toList();
    }

    private static void owner(String change) {
        log.jdbc().sql("set session_replication_role = replica; " + change).update();
    }

    private static void save(String name) {
        log.jdbc().sql("create schema " + name).update();
        for (var table : ATTACKED) {
            log.jdbc()
                    .sql("create table %s as table %s".formatted(saved(name, table), table))
                    .update();
        }
    }

    private static void restore(String name) {
        owner(ATTACKED.stream()
                .map(table ->
                        "delete from %s; insert into %s select * from %s".formatted(table, table, saved(name, table)))
                .collect(Collectors.joining("; ")));
    }

    private static String saved(String name, String table) {
        return name + "." + table.substring(table.indexOf('.') + 1);
    }

    /// The guard that the command side's migration puts on the log.
    private static void asTheCommandSideGuardsIt() {
        log.jdbc().sql("""
                        create function event_store.refuse_change() returns trigger language plpgsql as $$
                        begin
                            raise exception 'history is written once: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
                                using errcode = 'restrict_violation';
                        end
                        $$;
                        create trigger event_is_written_once before update or delete or truncate on event_store.event
                            for each statement execute function event_store.refuse_change()
                        """).update();
    }
}
