package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Requests that were answered before.
public final class IdempotencyKeys implements AutoCloseable {

    private static final String FIND = """
            select k.scope, k.key, k.request_hash, k.position
              from unnest(?::uuid[], ?::text[]) as w(scope, key)
              join event_store.idempotency_key k on k.scope = w.scope and k.key = w.key
            """;

    private record Key(UUID scope, String key) {}

    private final LogConnections connections;
    private final Gathering<Key, Optional<Appended.KeySeen>> single;

    IdempotencyKeys(LogConnections connections) {
        this.connections = connections;
        this.single = new Gathering<Key, Optional<Appended.KeySeen>>("log-answers", _ -> 1, 512, this::find).start();
    }

    /// The first request under a key, as its hash, and the place in the log that its answer led to. What concurrent
    /// callers ask for is collected into one query.
    ///
    /// @throws LogUnavailable if the database fails
    public Optional<Appended.KeySeen> find(UUID scope, String key) {
        return single.ask(new Key(scope, key));
    }

    private List<Asked<Key, Optional<Appended.KeySeen>>> find(List<Asked<Key, Optional<Appended.KeySeen>>> group) {
        var found = connections.read(connection ->
                query(connection, group.stream().map(Asked::question).toList()));
        group.forEach(it -> it.answer().complete(Optional.ofNullable(found.get(it.question()))));
        return List.of();
    }

    private static Map<Key, Appended.KeySeen> query(Connection connection, List<Key> keys) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(Key::scope).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf("text", keys.stream().map(Key::key).toArray()));
            var found = new HashMap<Key, Appended.KeySeen>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var first = new IdempotencyKey(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3));
                    found.put(new Key(first.scope(), first.key()), new Appended.KeySeen(first, rows.getLong(4)));
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
