package claimtrail.query.feed;

import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log, as far as this side may know it: two tables, and no right to change them.
@Component
public class LogReader {

    private static final String ENTRY = """
        select position, event_id, stream_type, stream_id, sequence, name, version, recorded_at, practice,
               actor_kind, actor_id, causation, correlation,
               source_kind, source_ref, source_place, source_from, source_to, payload
          from event_store.event
        """;

    /// Facts fetched at once where all of them pass by.
    private static final int TOGETHER = 1000;

    /// Facts that are looked at for each share, to find where to part the log.
    private static final int LOOKS = 32;

    private final JdbcClient jdbc;

    LogReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last position: everything up to it is visible.
    public long head() {
        return jdbc.sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
    }

    /// The facts after a position and up to another, at most so many, in order.
    ///
    /// @throws IllegalStateException if a position is missing: the log is dense, so something is very wrong
    public List<LogEntry> page(long after, long upTo, int size) {
        var last = Math.min(upTo, after + size);
        var page = jdbc.sql(ENTRY + " where position > ? and position <= ? order by position")
                .params(after, last)
                .query((row, _) -> entry(row))
                .list();
        if (page.size() != last - after) {
            throw new IllegalStateException("the log should hold every position from " + (after + 1) + " to " + last
                    + ", and shows " + page.size() + " of them");
        }
        return page;
    }

    /// One fact; empty beyond the head.
    public Optional<LogEntry> at(long position) {
        return jdbc.sql(ENTRY + " where position = ?")
                .param(position)
                .query((row, _) -> entry(row))
                .optional();
    }

    /// Facts by position; those that do not exist are missing.
    public List<LogEntry> at(Collection<Long> positions) {
        return jdbc.sql(ENTRY + " where position = any(?) order by position")
                .param(positions.toArray(Long[]::new))
                .query((row, _) -> entry(row))
                .list();
    }

    /// All facts of some streams up to a position, each stream in its order.
    public List<LogEntry> streams(Collection<UUID> streams, long upTo) {
        return jdbc.sql(ENTRY + " where stream_id = any(?) and position <= ? order by stream_id, sequence")
                .params(streams.toArray(UUID[]::new), upTo)
                .query((row, _) -> entry(row))
                .list();
    }

    /// The facts up to a position of the streams of a range: stream by stream, each in its order.
    ///
    /// @param first stream of the range
    /// @param next the first one beyond; absent: there is none
    public List<LogEntry> range(UUID first, @Nullable UUID next, long upTo) {
        var range = next == null
                ? jdbc.sql(ENTRY + " where stream_id >= ? and position <= ? order by stream_id, sequence")
                        .params(first, upTo)
                : jdbc.sql(
                                ENTRY
                                        + " where stream_id >= ? and stream_id < ? and position <= ? order by stream_id, sequence")
                        .params(first, next, upTo);
        return range.query((row, _) -> entry(row)).list();
    }

    /// Every fact up to a position, and those later ones that a fold has counted already: stream by stream, each in its
    /// order. They pass by one after another and are never in memory together. To be called in a transaction.
    public void streams(long upTo, String fold, Consumer<LogEntry> reader) {
        jdbc.sql(ENTRY + """
             where position <= ?
                or position <= (select counted.position from read_model.metric_standing counted
                                 where counted.fold = ? and counted.stream_id = event.stream_id)
             order by stream_id, sequence
            """).params(upTo, fold).withFetchSize(TOGETHER).query(row -> {
            reader.accept(entry(row));
        });
    }

    /// Ids of streams that part the facts up to a position into shares of about the same size, in order; one
    /// less than shares, and fewer where there are too few streams.
    public List<UUID> bounds(int shares, long upTo) {
        var looks = Math.min(upTo, (long) shares * LOOKS);
        var some = jdbc.sql("select stream_id from event_store.event where position = any(?) order by stream_id")
                .param(LongStream.range(0, looks)
                        .map(look -> 1 + look * upTo / looks)
                        .boxed()
                        .toArray(Long[]::new))
                .query(UUID.class)
                .list();
        return IntStream.range(1, some.isEmpty() ? 1 : shares)
                .mapToObj(share -> some.get(some.size() * share / shares))
                .distinct()
                .toList();
    }

    /// The facts of a practice up to a position in some kinds of streams: stream by stream, each in its order.
    /// They pass by one after another and are never in memory together. To be called in a transaction.
    ///
    /// @param from first stream; absent: no bound
    /// @param to the stream after the last one; absent: no bound
    public void streams(
            UUID practice,
            Collection<String> types,
            @Nullable UUID from,
            @Nullable UUID to,
            long upTo,
            Consumer<LogEntry> reader) {
        var asking = jdbc.sql(ENTRY + " where practice = :practice and stream_type = any(:types) and position <= :upTo"
                        + (from == null ? "" : " and stream_id >= :from") + (to == null ? "" : " and stream_id < :to")
                        + " order by stream_id, sequence")
                .param("practice", practice)
                .param("types", types.toArray(String[]::new))
                .param("upTo", upTo);
        if (from != null) {
            asking = asking.param("from", from);
        }
        if (to != null) {
            asking = asking.param("to", to);
        }
        asking.withFetchSize(TOGETHER).query(row -> {
            reader.accept(entry(row));
        });
    }

    /// The greatest position that was known at an instant; 0 before the first. The time of recording never
    /// runs backwards, which the writer of the log sees to, so a look at the middle says in which half it
    /// is.
    public long positionAt(Instant instant) {
        return jdbc.sql("""
            with recursive search (known, most) as (
                select 0::bigint, position from event_store.log_head
                 union all
                select case when e.recorded_at <= :instant then e.position else s.known end,
                       case when e.recorded_at <= :instant then s.most else e.position - 1 end
                  from search s join event_store.event e on e.position = (s.known + s.most + 1) / 2
                 where s.known < s.most)
            select known from search where known = most
            """)
                .param("instant", java.sql.Timestamp.from(instant))
                .query(Long.class)
                .single();
    }

    /// The position of the first fact of a stream.
    public long firstOf(UUID stream) {
        return jdbc.sql("select position from event_store.event where stream_id = ? and sequence = 0")
                .param(stream)
                .query(Long.class)
                .single();
    }

    /// When a position was learnt; empty beyond the head and before the first fact.
    public Optional<Instant> knownAt(long position) {
        return jdbc.sql("select recorded_at from event_store.event where position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                new Envelope(
                        row.getLong("position"),
                        row.getObject("event_id", UUID.class),
                        row.getString("stream_type"),
                        row.getObject("stream_id", UUID.class),
                        row.getLong("sequence"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("practice", UUID.class),
                        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_id")),
                        row.getObject("causation", UUID.class),
                        row.getObject("correlation", UUID.class),
                        source(row)),
                row.getBytes("payload"));
    }

    private static Source source(ResultSet row) throws SQLException {
        var ref = row.getString("source_ref");
        var kind = row.getString("source_kind");
        return switch (kind) {
            case "API" -> new Source.Api(ref);
            case "FILE" ->
                new Source.File(
                        ref,
                        Objects.requireNonNull(row.getString("source_place")),
                        row.getLong("source_from"),
                        row.getLong("source_to"));
            case "SCENARIO" -> new Source.Scenario(ref, Objects.requireNonNull(row.getString("source_place")));
            default -> throw new IllegalStateException("the log names a source of unknown kind: " + kind);
        };
    }
}
