package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Numbers of the outside world, and the streams they name.
public final class Directory implements AutoCloseable {

    private static final String FIND = """
            select d.practice, d.kind, d.key, d.stream_id
              from unnest(?::uuid[], ?::text[], ?::text[]) as w(practice, kind, key)
              join event_store.directory d on d.practice = w.practice and d.kind = w.kind and d.key = w.key
            """;

    private static final String CANDIDATES = """
            select d.practice, d.kind, d.key, d.stream_id
              from event_store.directory d
             where d.practice = ? and d.kind = ? and d.key >= ? and starts_with(d.key, ?)
             order by d.key
             limit ?
            """;

    private final LogConnections connections;
    private final Gathering<OutsideNumber, Optional<UUID>> single;

    Directory(LogConnections connections) {
        this.connections = connections;
        this.single =
                new Gathering<OutsideNumber, Optional<UUID>>("log-directory", _ -> 1, 512, this::findTogether).start();
    }

    /// The stream that a number names. What concurrent callers ask for is collected into one query.
    ///
    /// @throws LogUnavailable if the database fails
    public Optional<UUID> find(UUID practice, String kind, String key) {
        return single.ask(new OutsideNumber(practice, kind, key));
    }

    /// The streams of those numbers that name one, with one query.
    ///
    /// @throws LogUnavailable if the database fails
    public Map<OutsideNumber, UUID> findAll(List<OutsideNumber> numbers) {
        return connections.read(connection -> query(connection, numbers));
    }

    /// Entries whose key starts with a text, in byte order of their keys: for numbers that are candidates only, because
    /// the key holds more than what the asker knows.
    ///
    /// @throws LogUnavailable if the database fails
    public List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(CANDIDATES)) {
                statement.setObject(1, practice);
                statement.setString(2, kind);
                statement.setString(3, prefix);
                statement.setString(4, prefix);
                statement.setInt(5, limit);
                var found = new ArrayList<DirectoryEntry>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                }
                return found;
            }
        });
    }

    private static DirectoryEntry entry(ResultSet row) throws SQLException {
        return new DirectoryEntry(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, UUID.class));
    }

    private List<Asked<OutsideNumber, Optional<UUID>>> findTogether(List<Asked<OutsideNumber, Optional<UUID>>> group) {
        var found = findAll(group.stream().map(Asked::question).toList());
        group.forEach(it -> it.answer().complete(Optional.ofNullable(found.get(it.question()))));
        return List.of();
    }

    private static Map<OutsideNumber, UUID> query(Connection connection, List<OutsideNumber> numbers)
            throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            numbers.stream().map(OutsideNumber::practice).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", numbers.stream().map(OutsideNumber::kind).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", numbers.stream().map(OutsideNumber::key).toArray()));
            var found = new HashMap<OutsideNumber, UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var it = entry(rows);
                    found.put(new OutsideNumber(it.practice(), it.kind(), it.key()), it.streamId());
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        single.close();
    }
}
