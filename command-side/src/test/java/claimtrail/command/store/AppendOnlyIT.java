package claimtrail.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// History is written once: neither an application nor the owner of the tables changes a fact.
class AppendOnlyIT {

    private static final String FACT = """
            insert into event_store.event (position, sequence, recorded_at, event_id, stream_id, correlation, version,
                stream_type, name, actor_kind, actor_id, source_kind, source_ref, payload)
            values (%d, 0, timestamptz '2026-03-01 09:00:00Z', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1,
                'light', 'light.lit', 'USER', 'u1', 'API', 'u1', '{"watts":60}')
            """;

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        database.execute(FACT.formatted(1));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_store.event set name = 'light.broken'",
                "update event_store.event set name = 'light.broken' where false",
                "delete from event_store.event",
                "truncate event_store.event"
            })
    void even_the_owner_of_the_tables_is_refused_loudly(String change) {
        assertThatThrownBy(() -> run(database.owner(), change)).hasMessageContaining("history is written once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_store.event set name = 'light.broken'",
                "delete from event_store.event",
                "truncate event_store.event",
                "alter table event_store.event disable trigger event_is_written_once",
                "delete from event_store.log_head",
                "delete from event_store.directory",
                "update event_store.directory set stream_id = gen_random_uuid()",
                "delete from event_store.idempotency_key",
                "delete from event_store.vault_entry",
                "delete from event_store.data_key"
            })
    void the_writer_has_no_right_to_change_what_is_written(String change) {
        assertThatThrownBy(() -> run(database.writer(), change)).satisfies(AppendOnlyIT::isAboutRights);
    }

    @Test
    void the_writer_may_add() {
        assertThatCode(() -> run(database.writer(), FACT.formatted(2))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into event_store.event (position) values (7)",
                "update event_store.log_head set position = 7",
                "select * from event_store.directory",
                "select * from event_store.vault_entry",
                "select * from event_store.data_key"
            })
    void the_reader_writes_nothing_and_sees_no_person(String attempt) {
        assertThatThrownBy(() -> run(database.reader(), attempt)).satisfies(AppendOnlyIT::isAboutRights);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select payload ->> 'watts' from event_store.event_json",
                "select payload from event_store.event",
                "select position from event_store.log_head"
            })
    void the_reader_reads_the_log(String question) {
        assertThatCode(() -> run(database.reader(), question)).doesNotThrowAnyException();
    }

    @Test
    void a_second_head_is_refused() {
        assertThatThrownBy(() -> run(
                        database.owner(), "insert into event_store.log_head (position, recorded_at) values (0, now())"))
                .hasMessageContaining("log_head_pk");
    }

    private static void isAboutRights(Throwable refused) {
        assertThat(refused).rootCause().message().containsAnyOf("permission denied", "must be owner");
    }

    private static void run(DataSource source, String sql) {
        if (sql.startsWith("select")) {
            JdbcClient.create(source).sql(sql).query().listOfRows();
        } else {
            JdbcClient.create(source).sql(sql).update();
        }
    }
}
