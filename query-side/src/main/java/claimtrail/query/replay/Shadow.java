package claimtrail.query.replay;

import claimtrail.query.feed.LogReader;
import claimtrail.query.number.TotalTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The tables beside the live ones, in a schema of their own, with all that it takes to go on with them
/// after a kill: which parts of the log are in them, and which steps were done. Dropping the schema leaves
/// no trace.
@Component
final class Shadow {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final LogReader log;
    private final ReplaySettings settings;
    private final TransactionTemplate transaction;

    Shadow(
            JdbcTemplate jdbc,
            JdbcClient client,
            LogReader log,
            ReplaySettings settings,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.client = client;
        this.log = log;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A share of the log: some streams, whole.
    ///
    /// @param next the first stream beyond; absent in the last part
    record Part(int no, UUID first, @Nullable UUID next, long facts) {}

    /// Makes the tables, unless they are those of this replay already.
    void open(Replay replay) {
        if (!isOf(replay.id())) {
            transaction.executeWithoutResult(_ -> make(replay));
        }
    }

    private boolean isOf(long replay) {
        return exists("plan")
                && client.sql("select count(*) from read_model_replay.plan where replay_id = ?")
                                .param(replay)
                                .query(Long.class)
                                .single()
                        == 1;
    }

    private boolean exists(String table) {
        return client.sql("select to_regclass(?) is not null")
                .param(Beside.SCHEMA + '.' + table)
                .query(Boolean.class)
                .single();
    }

    private void make(Replay replay) {
        drop();
        jdbc.execute("create schema read_model_replay");
        jdbc.execute("create table read_model_replay.plan (replay_id bigint not null, up_to bigint not null,"
                + " caught_up bigint not null)");
        jdbc.execute("create table read_model_replay.step (name text constraint step_pk primary key)");
        jdbc.execute("""
                create table read_model_replay.part (
                    no          int     constraint part_pk primary key,
                    first_stream uuid   not null,
                    next_stream uuid,
                    facts       bigint  not null,
                    done        boolean not null default false)
                """);
        for (var table : tables(replay)) {
            jdbc.execute("create table read_model_replay.%1$s (like read_model.%1$s including all excluding indexes)"
                    .formatted(table));
            if (!table.equals(ReadModel.LEDGER)) {
                constraints(table).forEach(jdbc::execute);
            }
        }
        client.sql("insert into read_model_replay.edition (number, folds) select number + 1, ? from read_model.edition")
                .param(replay.folds().toArray(String[]::new))
                .update();
        var upTo = log.head();
        client.sql("insert into read_model_replay.plan values (?, ?, ?)")
                .params(replay.id(), upTo, upTo)
                .update();
        client.sql("""
                        with stream as (
                            select stream_id, count(*) as facts from event_store.event where position <= ?
                             group by stream_id),
                        placed as (
                            select stream_id, facts,
                                   div(sum(facts) over (order by stream_id rows unbounded preceding) - facts, ?) as part
                              from stream),
                        part as (
                            select (array_agg(stream_id order by stream_id))[1] as first, sum(facts) as facts
                              from placed group by part)
                        insert into read_model_replay.part (no, first_stream, next_stream, facts)
                        select row_number() over (order by first), first, lead(first) over (order by first), facts
                          from part
                        """).params(upTo, settings.part()).update();
    }

    /// All tables that a replay needs.
    private static List<String> tables(Replay replay) {
        var tables = new ArrayList<>(ReadModel.tables(replay.models()));
        tables.add("edition");
        if (!tables.contains(ReadModel.STANDING)) {
            tables.add(ReadModel.STANDING);
        }
        return tables;
    }

    /// Facts that there were when the tables were made.
    long upTo() {
        return number("select up_to from read_model_replay.plan");
    }

    /// The position up to which everything is counted, once all parts are.
    long caughtUp() {
        return number("select caught_up from read_model_replay.plan");
    }

    /// Facts of the parts that are done.
    long done() {
        return number("select coalesce(sum(facts), 0)::bigint from read_model_replay.part where done");
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    /// The parts that are not done, in order.
    List<Part> parts() {
        return client.sql("""
                        select no, first_stream, next_stream, facts from read_model_replay.part where not done order by no
                        """)
                .query((row, _) -> new Part(
                        row.getInt("no"),
                        row.getObject("first_stream", UUID.class),
                        row.getObject("next_stream", UUID.class),
                        row.getLong("facts")))
                .list();
    }

    /// What is left to do when all parts are counted; each is done once, in any order.
    List<Step> steps(Replay replay) {
        var steps = new ArrayList<Step>();
        if (replay.models().contains(ReadModel.NUMBERS)) {
            for (var table : TotalTable.ALL) {
                steps.add(new Step("add up " + table.name(), List.of(Beside.renamed(table.fill()))));
            }
            steps.add(new Step("key " + ReadModel.LEDGER, constraints(ReadModel.LEDGER)));
        }
        for (var table : tables(replay)) {
            steps.add(new Step("index " + table, indexes(table)));
        }
        return steps;
    }

    /// @param name of the step, by which it is known to be done
    record Step(String name, List<String> statements) {}

    /// Does a step, unless it was done before.
    void take(Step step) {
        transaction.executeWithoutResult(_ -> {
            var first = client.sql("insert into read_model_replay.step values (?) on conflict do nothing")
                    .param(step.name())
                    .update();
            if (first == 1) {
                step.statements().forEach(jdbc::execute);
            }
        });
    }

    /// So that questions are planned well from the first moment on.
    void analyze(Replay replay) {
        tables(replay).forEach(table -> jdbc.execute("analyze read_model_replay." + table));
    }

    private List<String> constraints(String table) {
        return client.sql("""
                        select 'alter table read_model_replay.' || quote_ident(?) || ' add constraint ' || quote_ident(conname)
                               || ' ' || pg_get_constraintdef(oid)
                          from pg_constraint where conrelid = to_regclass(?) and contype in ('p', 'u') order by conname
                        """)
                .params(table, "read_model." + table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Indexes that no constraint has, and triggers.
    private List<String> indexes(String table) {
        return client.sql("""
                        select pg_get_indexdef(indexrelid) from pg_index
                         where indrelid = to_regclass(:table)
                           and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
                        union all
                        select pg_get_triggerdef(oid) from pg_trigger
                         where tgrelid = to_regclass(:table) and not tgisinternal
                        """).param("table", "read_model." + table).query((row, _) -> row.getString(1)).list().stream()
                .map(sql -> sql.replace(" ON read_model.", " ON read_model_replay."))
                .toList();
    }

    /// Leaves no trace of the tables.
    void drop() {
        jdbc.execute("drop schema if exists read_model_replay cascade");
    }
}
