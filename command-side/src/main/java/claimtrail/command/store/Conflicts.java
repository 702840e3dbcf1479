package claimtrail.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What stands against the appends of a group. Asked while the head is locked, so that no answer grows old.
///
/// @param answers for each append that must not be written (by its place in the group), why
/// @param known entries of the directory that are there already, and name the same stream
record Conflicts(Map<Integer, Outcome> answers, Set<DirectoryEntry> known) {

    private static final String FIND = """
            select 'STREAM' as what, w.n, 0::bigint as position, '' as request_hash
              from unnest(?::int[], ?::uuid[], ?::bigint[]) as w(n, stream_id, first)
             where exists (
                       select from event_store.event e where e.stream_id = w.stream_id and e.sequence >= w.first)
                or w.first > 0 and not exists (
                       select from event_store.event e where e.stream_id = w.stream_id and e.sequence = w.first - 1)
            union all
            select case d.stream_id when w.stream_id then 'NUMBER_KNOWN' else 'NUMBER_TAKEN' end, w.n, 0, ''
              from unnest(?::int[], ?::uuid[], ?::text[], ?::text[], ?::uuid[]) as w(n, practice, kind, key, stream_id)
              join event_store.directory d on d.practice = w.practice and d.kind = w.kind and d.key = w.key
            union all
            select 'KEY', w.n, k.position, k.request_hash
              from unnest(?::int[], ?::uuid[], ?::text[]) as w(n, scope, key)
              join event_store.idempotency_key k on k.scope = w.scope and k.key = w.key
            union all
            select 'OWNER', w.n, 0, ''
              from unnest(?::int[], ?::uuid[]) as w(n, owner)
              join event_store.data_key k on k.owner = w.owner
            """;

    /// A thing that an append wants, and the place of the append in the group.
    private record Wanted<T>(int append, T it) {}

    static Conflicts find(Connection connection, List<SealedAppend> group) throws SQLException {
        var starts = new ArrayList<Wanted<SealedAppend.StreamStart>>();
        var numbers = new ArrayList<Wanted<DirectoryEntry>>();
        var keys = new ArrayList<Wanted<IdempotencyKey>>();
        var owners = new ArrayList<Wanted<UUID>>();
        for (var i = 0; i < group.size(); i++) {
            var append = i;
            group.get(i).starts().forEach(it -> starts.add(new Wanted<>(append, it)));
            group.get(i).append().directory().forEach(it -> numbers.add(new Wanted<>(append, it)));
            var key = group.get(i).append().idempotencyKey();
            if (key != null) {
                keys.add(new Wanted<>(append, key));
            }
            for (var text : group.get(i).vault()) {
                if (text.key() != null && !text.key().isKept()) {
                    owners.add(new Wanted<>(append, text.owner()));
                }
            }
        }
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, starts.stream().mapToInt(Wanted::append).toArray());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", starts.stream().map(it -> it.it().stream()).toArray()));
            statement.setObject(
                    3, starts.stream().mapToLong(it -> it.it().first()).toArray());
            statement.setObject(4, numbered(numbers.size()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid",
                            numbers.stream().map(it -> it.it().practice()).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "text", numbers.stream().map(it -> it.it().kind()).toArray()));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "text", numbers.stream().map(it -> it.it().key()).toArray()));
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "uuid",
                            numbers.stream().map(it -> it.it().streamId()).toArray()));
            statement.setObject(9, numbered(keys.size()));
            statement.setArray(
                    10,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(it -> it.it().scope()).toArray()));
            statement.setArray(
                    11,
                    connection.createArrayOf(
                            "text", keys.stream().map(it -> it.it().key()).toArray()));
            statement.setObject(12, owners.stream().mapToInt(Wanted::append).toArray());
            statement.setArray(
                    13,
                    connection.createArrayOf(
                            "uuid", owners.stream().map(Wanted::it).toArray()));
            var answers = new HashMap<Integer, Outcome>();
            var known = new HashSet<DirectoryEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var n = rows.getInt(2);
                    switch (rows.getString(1)) {
                        case "STREAM" ->
                            answers.merge(n, new Outcome.Answer(new Appended.StreamMoved()), Outcome::first);
                        case "NUMBER_KNOWN" -> known.add(numbers.get(n).it());
                        case "NUMBER_TAKEN" -> {
                            var taken = new Appended.NumberTaken(numbers.get(n).it());
                            answers.merge(numbers.get(n).append(), new Outcome.Answer(taken), Outcome::first);
                        }
                        case "KEY" -> {
                            var key = keys.get(n).it();
                            var first = new IdempotencyKey(key.scope(), key.key(), rows.getString(4));
                            var seen = new Appended.KeySeen(first, rows.getLong(3));
                            answers.merge(keys.get(n).append(), new Outcome.Answer(seen), Outcome::first);
                        }
                        case "OWNER" -> answers.merge(n, new Outcome.OtherKey(), Outcome::first);
                        case String what -> throw new IllegalStateException(what);
                    }
                }
            }
            return new Conflicts(answers, known);
        }
    }

    private static int[] numbered(int count) {
        return java.util.stream.IntStream.range(0, count).toArray();
    }
}
