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

    /// The greatest position that was known at an instant; 0 before the first.
    public long positionAt(Instant instant) {
        return jdbc.sql("""
                        select coalesce(max(position), 0) from event_store.event where recorded_at <= ?
                        """)
                .param(java.sql.Timestamp.from(instant))
                .query(Long.class)
                .single();
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
