package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /// Both ends of the range are named: a plan made once for any prefix cannot see where `starts_with` ends.
    private static final String CANDIDATES = """
            select w.n, d.practice, d.kind, d.key, d.stream_id
              from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[]) with ordinality
                       as w(practice, kind, first, behind, most, n)
             cross join lateral (
                select * from event_store.directory d
                 where d.practice = w.practice and d.kind = w.kind and d.key >= w.first and d.key < w.behind
                 order by d.key
                 limit w.most) as d
             order by w.n, d.key
            """;

    /// Greater than any character of a key.
    private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);
    private static final String PRACTICES = """
            select distinct d.practice
              from event_store.directory d
             where d.kind = ?
            """;

    private final LogConnections connections;
    private final Gathering<List<OutsideNumber>, Map<OutsideNumber, UUID>> exact;
    private final Gathering<Prefix, List<DirectoryEntry>> candidates;

    Directory(LogConnections connections) {
        this.connections = connections;
        this.exact = new Gathering<List<OutsideNumber>, Map<OutsideNumber, UUID>>(
                        "log-directory", List::size, 512, this::findTogether)
                .start();
        this.candidates = new Gathering<Prefix, List<DirectoryEntry>>(
                        "log-candidates", it -> it.kinds().size(), 512, this::candidatesTogether)
                .start();
    }

    /// The beginning of a key, in some kinds.
    private record Prefix(UUID practice, List<String> kinds, String prefix, int limit) {}

    /// The stream that a number names. What concurrent callers ask for is collected into one query.
    ///
    /// @throws LogUnavailable if the database fails
    public Optional<UUID> find(UUID practice, String kind, String key) {
        var number = new OutsideNumber(practice, kind, key);
        return Optional.ofNullable(exact.ask(List.of(number)).get(number));
    }

    /// The streams of those numbers that name one. What concurrent callers ask for is collected into one query.
    ///
    /// @throws LogUnavailable if the database fails
    public Map<OutsideNumber, UUID> findAll(List<OutsideNumber> numbers) {
        var found = new HashMap<OutsideNumber, UUID>();
        if (!numbers.isEmpty()) {
            found.putAll(exact.ask(List.copyOf(numbers)));
            found.keySet().retainAll(new HashSet<>(numbers)); // the query answered others as well
        }
        return found;
    }

    /// Entries whose key starts with a text, in byte order of their keys: for numbers that are candidates only, because
    /// the key holds more than what the asker knows. What concurrent callers ask for is collected into one query.
    ///
    /// @throws LogUnavailable if the database fails
    public List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
        return startingWith(practice, List.of(kind), prefix, limit);
    }

    /// The same in several kinds at once, in the order of the kinds.
    ///
    /// @param limit for each kind
    /// @throws LogUnavailable if the database fails
    public List<DirectoryEntry> startingWith(UUID practice, List<String> kinds, String prefix, int limit) {
        return candidates.ask(new Prefix(practice, List.copyOf(kinds), prefix, limit));
    }

    private List<Asked<Prefix, List<DirectoryEntry>>> candidatesTogether(
            List<Asked<Prefix, List<DirectoryEntry>>> group) {
        var asked = new ArrayList<OutsideNumber>();
        var most = new ArrayList<Integer>();
        var askers = new ArrayList<List<DirectoryEntry>>();
        var answers = new ArrayList<List<DirectoryEntry>>(group.size());
        for (var it : group) {
            var prefix = it.question();
            var answer = new ArrayList<DirectoryEntry>();
            answers.add(answer);
            for (var kind : prefix.kinds()) {
                asked.add(new OutsideNumber(prefix.practice(), kind, prefix.prefix()));
                most.add(prefix.limit());
                askers.add(answer);
            }
        }
        connections.read(connection -> candidates(connection, asked, most, askers));
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
        return List.of();
    }

    /// Practices that have numbers of a kind.
    ///
    /// @throws LogUnavailable if the database fails
    public List<UUID> practices(String kind) {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(PRACTICES)) {
                statement.setString(1, kind);
                var found = new ArrayList<UUID>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
                return found;
            }
        });
    }

    private static int candidates(
            Connection connection, List<OutsideNumber> asked, List<Integer> most, List<List<DirectoryEntry>> askers)
            throws SQLException {
        askers.forEach(List::clear); // a broken connection is asked twice
        try (var statement = connection.prepareStatement(CANDIDATES)) {
            bind(connection, statement, asked);
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            asked.stream().map(it -> it.key() + BEHIND_ALL).toArray()));
            statement.setArray(5, connection.createArrayOf("int4", most.toArray()));
            int found = 0;
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); found++) {
                    askers.get(rows.getInt(1) - 1).add(entry(rows, 2));
                }
            }
            return found;
        }
    }

    private static DirectoryEntry entry(ResultSet row, int first) throws SQLException {
        return new DirectoryEntry(
                row.getObject(first, UUID.class),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getObject(first + 3, UUID.class));
    }

    private List<Asked<List<OutsideNumber>, Map<OutsideNumber, UUID>>> findTogether(
            List<Asked<List<OutsideNumber>, Map<OutsideNumber, UUID>>> group) {
        var wanted = group.stream().flatMap(it -> it.question().stream()).toList();
        var found = Map.copyOf(connections.read(connection -> query(connection, wanted)));
        group.forEach(it -> it.answer().complete(found));
        return List.of();
    }

    private static Map<OutsideNumber, UUID> query(Connection connection, List<OutsideNumber> numbers)
            throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            bind(connection, statement, numbers);
            var found = new HashMap<OutsideNumber, UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var it = entry(rows, 1);
                    found.put(new OutsideNumber(it.practice(), it.kind(), it.key()), it.streamId());
                }
            }
            return found;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, List<OutsideNumber> numbers)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "uuid", numbers.stream().map(OutsideNumber::practice).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", numbers.stream().map(OutsideNumber::kind).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "text", numbers.stream().map(OutsideNumber::key).toArray()));
    }

    @Override
    public void close() {
        exact.close();
        candidates.close();
    }
}
