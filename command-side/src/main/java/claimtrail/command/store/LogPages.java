package claimtrail.command.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reads the log in its order, page by page. Positions are dense and become visible in their order, so that a follower
/// needs to remember only the last one it has seen.
public final class LogPages {

    private static final String AFTER = "select " + EventRows.COLUMNS + """

              from event_store.event e
             where e.position > ?
             order by e.position
             limit ?
            """;

    private static final String HEAD = "select position from event_store.log_head";

    /// Instants never run backwards along the log: halving finds the last event that is not later, in some 24 steps
    /// for 10 million events.
    private static final String KNOWN_AT = """
            with recursive search(low, high) as (
                select 0::bigint, h.position from event_store.log_head h
                union all
                select case when half.known then half.middle else half.low end,
                       case when half.known then half.high else half.middle - 1 end
                  from (select s.low, s.high, (s.low + s.high + 1) / 2 as middle,
                               (select e.recorded_at <= ?
                                  from event_store.event e
                                 where e.position = (s.low + s.high + 1) / 2) as known
                          from search s
                         where s.low < s.high) half
            )
            select low from search where low = high
            """;

    private final LogConnections connections;

    LogPages(LogConnections connections) {
        this.connections = connections;
    }

    /// The events behind a position, in order, at most so many; none at the end of the log.
    ///
    /// @param position of the last event seen; 0 for the beginning
    /// @throws LogUnavailable if the database fails
    public List<StoredEvent> after(long position, int limit) {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(AFTER)) {
                statement.setLong(1, position);
                statement.setInt(2, limit);
                var page = new ArrayList<StoredEvent>(Math.min(limit, 1_024));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        page.add(EventRows.read(rows, 0));
                    }
                }
                return page;
            }
        });
    }

    /// Position of the last event; 0 in an empty log.
    ///
    /// @throws LogUnavailable if the database fails
    public long head() {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(HEAD);
                    var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /// Position of the last event that was known at an instant; 0 when none was.
    ///
    /// @throws LogUnavailable if the database fails
    public long knownAt(Instant instant) {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(KNOWN_AT)) {
                statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }
}
