package claimtrail.query;

import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Ids;
import claimtrail.event.json.EventJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A log of one's own, in a fresh database of a PostgreSQL that keeps its word about durability.
final class TestLog implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "query_" + COUNT.incrementAndGet();
    private final JdbcClient jdbc;
    private final JdbcTemplate many;
    private final Map<UUID, Long> sequences = new HashMap<>();

    TestLog() {
        JdbcClient.create(connectionsTo("postgres"))
                .sql("create database " + name)
                .update();
        this.jdbc = JdbcClient.create(connectionsTo(name));
        var rewriting = connectionsTo(name);
        rewriting.setReWriteBatchedInserts(true);
        this.many = new JdbcTemplate(rewriting);
        try (var sql = TestLog.class.getResourceAsStream("/log.sql")) {
            jdbc.sql(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Direct access, as an auditor has it.
    JdbcClient jdbc() {
        return jdbc;
    }

    /// Where the reading side finds this log.
    String url() {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /// Writes a fact at the end of the log.
    ///
    /// @return its position
    long append(@Nullable UUID practice, UUID stream, DomainEvent event) {
        return append(practice, stream, event, sequences.merge(stream, 0L, (before, _) -> before + 1));
    }

    /// Writes a fact under a sequence that may be wrong.
    long append(@Nullable UUID practice, UUID stream, DomainEvent event, long sequence) {
        var entry = EventCatalogue.of(event);
        return jdbc.sql("""
                        with head as (
                            update event_store.log_head
                               set position = position + 1, recorded_at = greatest(recorded_at, :at)
                            returning position, recorded_at)
                        insert into event_store.event (position, sequence, recorded_at, event_id, stream_id, practice,
                               correlation, version, stream_type, name, actor_kind, actor_id, source_kind, source_ref,
                               source_place, source_from, source_to, payload)
                        select position, :sequence, recorded_at, :event, :stream, cast(:practice as uuid), :event, :version, :type,
                               :name, 'IMPORT', 'importer', 'FILE', :sha, '/claims/' || position, 10, 20, :payload
                          from head
                        returning position
                        """)
                .param("at", OffsetDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
                .param("sequence", sequence)
                .param("event", Ids.next())
                .param("stream", stream)
                .param("practice", practice)
                .param("version", entry.version())
                .param("type", entry.streamType())
                .param("name", entry.name())
                .param("sha", "ab".repeat(32))
                .param("payload", EventJson.write(event))
                .query(Long.class)
                .single();
    }

    /// A fact of a stream, to be written.
    record Told(UUID stream, DomainEvent event) {}

    /// Writes many facts at the end of the log, in one go.
    void appendAll(UUID practice, List<Told> facts) {
        var position = jdbc.sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        var rows = new ArrayList<Object[]>(facts.size());
        for (var fact : facts) {
            var entry = EventCatalogue.of(fact.event());
            var id = Ids.next();
            position++;
            rows.add(new Object[] {
                position,
                sequences.merge(fact.stream(), 0L, (before, _) -> before + 1),
                now(),
                id,
                fact.stream(),
                practice,
                id,
                entry.version(),
                entry.streamType(),
                entry.name(),
                "ab".repeat(32),
                "/claims/" + position,
                EventJson.write(fact.event())
            });
        }
        many.batchUpdate("""
                insert into event_store.event (position, sequence, recorded_at, event_id, stream_id, practice,
                       correlation, version, stream_type, name, actor_kind, actor_id, source_kind, source_ref,
                       source_place, source_from, source_to, payload)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'IMPORT', 'importer', 'FILE', ?, ?, 10, 20, ?)
                """, rows);
        jdbc.sql("update event_store.log_head set position = ?, recorded_at = ?")
                .params(position, now())
                .update();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    /// Ends all sessions and lets nobody in, as an outage would.
    void cutOff() {
        var admin = JdbcClient.create(connectionsTo("postgres"));
        admin.sql("alter database " + name + " allow_connections false").update();
        admin.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        JdbcClient.create(connectionsTo("postgres"))
                .sql("drop database " + name + " with (force)")
                .update();
    }

    private static PGSimpleDataSource connectionsTo(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(Server.POSTGRES.getJdbcUrl("postgres", database));
        return source;
    }

    /// Starts with the first database asked for, ends with the JVM.
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
