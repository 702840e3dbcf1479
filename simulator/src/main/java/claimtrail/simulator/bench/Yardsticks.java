package claimtrail.simulator.bench;

import claimtrail.event.json.EventJson;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// What the same machine and the same PostgreSQL do with the same facts in the same run without any of our ways.
final class Yardsticks {

    private static final int TOGETHER = 1_000;
    private static final int WRITERS = 32;

    private static final String PLAIN_ROW = """
            insert into public.plain (position, sequence, recorded_at, event_id, stream_id, practice, correlation, version,
                   stream_type, name, actor_kind, actor_id, source_kind, source_ref, payload)
            values (?, 0, date_trunc('milliseconds', now()), ?, ?, ?, ?, 1, 'claim', 'claim.submitted',
                   'IMPORT', 'import', 'API', 'benchmark', ?)
            """;

    private final Ground ground;
    private final Report report;

    Yardsticks(Ground ground, Report report) {
        this.ground = ground;
        this.report = report;
    }

    /// `raw.batch` and `raw.row`: plain rows of the log's shape, no domain.
    ///
    /// @param rows of the batches; a tenth of them one by one
    void write(long rows) throws SQLException {
        try (var connection = connect()) {
            Stage.execute(connection, "drop table if exists public.plain");
            Stage.execute(connection, "create table public.plain (like event_store.event including all)");
            var begun = System.nanoTime();
            connection.setAutoCommit(false);
            insert(connection, 1, rows, TOGETHER);
            rate("raw.batch", rows, begun);
        }
        var each = Math.max(1, rows / 10 / WRITERS);
        var begun = System.nanoTime();
        inParallel(WRITERS, writer -> {
            try (var connection = connect()) {
                connection.setAutoCommit(false);
                insert(connection, rows + 1 + writer * each, each, 1);
            }
            return each;
        });
        rate("raw.row, 32 connections", each * WRITERS, begun);
        try (var connection = connect()) {
            Stage.execute(connection, "drop table public.plain");
        }
    }

    private static void insert(Connection connection, long first, long rows, int together) throws SQLException {
        var payload = new byte[700]; // about what a decision of two lines takes
        var practice = UUID.randomUUID();
        try (var insert = connection.prepareStatement(PLAIN_ROW)) {
            for (long row = 0; row < rows; row++) {
                insert.setLong(1, first + row);
                insert.setObject(2, UUID.randomUUID());
                insert.setObject(3, UUID.randomUUID());
                insert.setObject(4, practice);
                insert.setObject(5, practice);
                insert.setBytes(6, payload);
                insert.addBatch();
                if ((row + 1) % together == 0 || row + 1 == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /// `raw.read`, `raw.decode` and `raw.sql`: the facts read and thrown away, read and made records of on all cores,
    /// and added up by days in one statement.
    void read(long facts) throws SQLException, IOException {
        var begun = System.nanoTime();
        try (var connection = connect()) {
            new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyOut("copy event_store.event to stdout (format binary)", OutputStream.nullOutputStream());
        }
        rate("raw.read", facts, begun);
        decode(facts);
        begun = System.nanoTime();
        try (var connection = connect()) {
            Stage.number(connection, """
                    select count(*) from (
                        select practice, coalesce(told #>> '{decision,decidedOn}', told ->> 'submittedOn') as day,
                               count(*) as facts,
                               count(*) filter (where name = 'claim.denied') as denied,
                               sum((told #>> '{decision,paidCents}')::bigint) as paid_cents,
                               sum((told ->> 'chargeCents')::bigint) as charge_cents
                          from event_store.event
                         cross join lateral (select convert_from(payload, 'UTF8')::jsonb as told) as t
                         where stream_type = 'claim'
                         group by 1, 2) as days
                    """);
        }
        rate("raw.sql", facts, begun);
    }

    private void decode(long facts) throws SQLException {
        var parts = Runtime.getRuntime().availableProcessors();
        var begun = System.nanoTime();
        inParallel(parts, part -> {
            var from = facts * part / parts;
            var to = facts * (part + 1) / parts;
            return decode(from, to);
        });
        rate("raw.decode, " + parts + " threads", facts, begun);
    }

    private long decode(long from, long to) throws SQLException {
        var decoded = 0L;
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try (var read = connection.prepareStatement(
                    "select name, version, payload from event_store.event where position > ? and position <= ? order by position")) {
                read.setFetchSize(TOGETHER);
                read.setLong(1, from);
                read.setLong(2, to);
                try (var rows = read.executeQuery()) {
                    while (rows.next()) {
                        EventJson.read(rows.getString(1), rows.getInt(2), rows.getBytes(3));
                        decoded++;
                    }
                }
            }
        }
        return decoded;
    }

    /// Work of one of several threads.
    private interface Part {
        long run(int no) throws SQLException;
    }

    private static void inParallel(int threads, Part part) throws SQLException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Callable<Long>>();
            for (int no = 0; no < threads; no++) {
                var mine = no;
                parts.add(() -> part.run(mine));
            }
            for (var done : pool.invokeAll(parts)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("a yardstick could not be measured", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("the measuring was interrupted", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(ground.url(), ground.owner(), "");
    }

    private void rate(String what, long rows, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        report.add(what, Map.of("rows/s", rows / seconds));
    }
}
