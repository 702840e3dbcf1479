package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// Reads single streams. What concurrent callers ask for is collected into one query.
public final class StreamReader implements AutoCloseable {

    private static final int AT_ONCE = 512; // streams; a life of a claim is about ten events

    private static final String EVENTS = "select w.n, " + EventRows.COLUMNS + """

              from unnest(?::uuid[], ?::bigint[]) with ordinality as w(stream_id, first, n)
              join event_store.event e on e.stream_id = w.stream_id and e.sequence >= w.first
             order by w.n, e.sequence
            """;

    private static final String LAST_SEQUENCES = """
            select (select max(e.sequence) from event_store.event e where e.stream_id = w.stream_id)
              from unnest(?::uuid[]) with ordinality as w(stream_id, n)
             order by w.n
            """;

    private record From(UUID stream, long sequence) {}

    private final LogConnections connections;
    private final Gathering<From, List<StoredEvent>> events;
    private final Gathering<UUID, OptionalLong> lastSequences;

    StreamReader(LogConnections connections) {
        this.connections = connections;
        this.events = new Gathering<From, List<StoredEvent>>("log-streams", _ -> 1, AT_ONCE, this::readEvents).start();
        this.lastSequences = new Gathering<UUID, OptionalLong>("log-versions", _ -> 1, AT_ONCE, this::readLast).start();
    }

    /// The events of a stream in their order, from a sequence on; none when there is no such stream.
    ///
    /// @throws LogUnavailable if the database fails
    public List<StoredEvent> read(UUID stream, long fromSequence) {
        return events.ask(new From(stream, fromSequence));
    }

    /// The sequence of the last event of a stream; empty when there is no such stream.
    ///
    /// @throws LogUnavailable if the database fails
    public OptionalLong lastSequence(UUID stream) {
        return lastSequences.ask(stream);
    }

    private List<Asked<From, List<StoredEvent>>> readEvents(List<Asked<From, List<StoredEvent>>> group) {
        var found = connections.read(connection ->
                events(connection, group.stream().map(Asked::question).toList()));
        for (var i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(found.get(i));
        }
        return List.of();
    }

    private static List<List<StoredEvent>> events(Connection connection, List<From> wanted) throws SQLException {
        var found = new ArrayList<List<StoredEvent>>(wanted.size());
        wanted.forEach(_ -> found.add(new ArrayList<>(4)));
        try (var statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", wanted.stream().map(From::stream).toArray()));
            statement.setObject(2, wanted.stream().mapToLong(From::sequence).toArray());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.get(rows.getInt(1) - 1).add(EventRows.read(rows, 1));
                }
            }
        }
        return found;
    }

    private List<Asked<UUID, OptionalLong>> readLast(List<Asked<UUID, OptionalLong>> group) {
        var found = connections.read(connection ->
                last(connection, group.stream().map(Asked::question).toList()));
        for (var i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(found.get(i));
        }
        return List.of();
    }

    private static List<OptionalLong> last(Connection connection, List<UUID> wanted) throws SQLException {
        try (var statement = connection.prepareStatement(LAST_SEQUENCES)) {
            statement.setArray(1, connection.createArrayOf("uuid", wanted.toArray()));
            var found = new ArrayList<OptionalLong>(wanted.size());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var last = rows.getObject(1, Long.class);
                    found.add(last == null ? OptionalLong.empty() : OptionalLong.of(last));
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        events.close();
        lastSequences.close();
    }
}
