package claimtrail.command.store;

import claimtrail.command.store.EventRows.SourceColumns;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One statement that writes a group: it moves the head from where we think it is, and only if that succeeds, and no
/// stream would get a hole, writes everything.
final class GroupStatement {

    private static final String WRITE = """
            with moved as (
                update event_store.log_head
                   set position = position + ?,
                       recorded_at = greatest(recorded_at, date_trunc('milliseconds', clock_timestamp()))
                 where position = ?
                   and not exists (
                       select from unnest(?::uuid[], ?::bigint[]) as later(stream_id, first)
                        where not exists (
                            select from event_store.event e
                             where e.stream_id = later.stream_id and e.sequence = later.first - 1))
                returning position, recorded_at
            ), written as (
                insert into event_store.event (position, recorded_at,
                    event_id, stream_type, stream_id, sequence, name, version, practice, actor_kind, actor_id,
                    causation, correlation, source_kind, source_ref, source_place, source_from, source_to, payload)
                select ? + w.n, moved.recorded_at,
                       w.event_id, w.stream_type, w.stream_id, w.sequence, w.name, w.version, w.practice, w.actor_kind,
                       w.actor_id, w.causation, w.correlation, w.source_kind, w.source_ref, w.source_place,
                       w.source_from, w.source_to, w.payload
                  from moved, unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::int[], ?::uuid[],
                           ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                           ?::bigint[], ?::bytea[]) with ordinality
                       as w(event_id, stream_type, stream_id, sequence, name, version, practice, actor_kind, actor_id,
                           causation, correlation, source_kind, source_ref, source_place, source_from, source_to,
                           payload, n)
            ), named as (
                insert into event_store.directory (practice, kind, key, stream_id)
                select w.*
                  from moved, unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) as w(practice, kind, key, stream_id)
                 where not exists ( -- the same person again; under another stream the key refuses it
                           select from event_store.directory d
                            where d.practice = w.practice and d.kind = w.kind and d.key = w.key
                              and d.stream_id = w.stream_id)
            ), answered as (
                insert into event_store.idempotency_key (scope, key, request_hash, position)
                select w.* from moved, unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[]) as w
            ), owned as (
                insert into event_store.data_key (owner, wrapped)
                select w.* from moved, unnest(?::uuid[], ?::bytea[]) as w
            ), locked_away as (
                insert into event_store.vault_entry (ref, practice, owner, ciphertext)
                select w.* from moved, unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[]) as w
                on conflict (ref) do nothing -- a reference follows from the text: the same person told twice
            )
            select moved.position from moved
            """;

    /// What a group adds to the tables beside its events. A directory entry that is there already is not among them.
    ///
    /// @param known entries of the directory that need not be written again
    record Group(List<SealedAppend> appends, Set<DirectoryEntry> known) {

        List<NewEvent> events() {
            return appends.stream().flatMap(it -> it.append().events().stream()).toList();
        }

        List<DirectoryEntry> numbers() {
            var numbers = new LinkedHashSet<DirectoryEntry>();
            appends.forEach(it -> numbers.addAll(it.append().directory()));
            numbers.removeAll(known);
            return List.copyOf(numbers);
        }

        List<SealedText> texts() {
            return appends.stream().flatMap(it -> it.vault().stream()).toList();
        }

        /// Keys that no append before this one has brought to the database.
        Collection<DataKey> newKeys() {
            var keys = new LinkedHashMap<UUID, DataKey>();
            for (var text : texts()) {
                if (text.key() != null && !text.key().isKept()) {
                    keys.put(text.owner(), text.key());
                }
            }
            return keys.values();
        }
    }

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter;

    private GroupStatement(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /// Writes a group behind a position.
    ///
    /// @param positions the position that each append ends at
    /// @return false if the head stands elsewhere, or a stream would get a hole; nothing is written then
    static boolean write(Connection connection, Group group, long head, List<Long> positions) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE)) {
            new GroupStatement(connection, statement).bind(group, head, positions);
            try (var moved = statement.executeQuery()) {
                return moved.next();
            }
        }
    }

    private void bind(Group group, long head, List<Long> positions) throws SQLException {
        var events = group.events();
        statement.setLong(++parameter, events.size());
        statement.setLong(++parameter, head);
        var later = group.appends().stream()
                .flatMap(it -> it.starts().stream())
                .filter(it -> it.first() > 0)
                .toList();
        uuids(later, SealedAppend.StreamStart::stream);
        array("int8", later, SealedAppend.StreamStart::first);

        statement.setLong(++parameter, head);
        var sources = events.stream().map(it -> SourceColumns.of(it.source())).toList();
        uuids(events, NewEvent::eventId);
        array("text", events, NewEvent::streamType);
        uuids(events, NewEvent::streamId);
        array("int8", events, NewEvent::sequence);
        array("text", events, NewEvent::name);
        array("int4", events, NewEvent::version);
        uuids(events, NewEvent::practice);
        array("text", events, it -> it.actor().kind().name());
        array("text", events, it -> it.actor().id());
        uuids(events, NewEvent::causation);
        uuids(events, NewEvent::correlation);
        array("text", sources, SourceColumns::kind);
        array("text", sources, SourceColumns::ref);
        array("text", sources, SourceColumns::place);
        array("int8", sources, SourceColumns::from);
        array("int8", sources, SourceColumns::to);
        bytes(events, NewEvent::payload);

        var numbers = group.numbers();
        uuids(numbers, DirectoryEntry::practice);
        array("text", numbers, DirectoryEntry::kind);
        array("text", numbers, DirectoryEntry::key);
        uuids(numbers, DirectoryEntry::streamId);

        bindKeys(group.appends(), positions);

        var keys = List.copyOf(group.newKeys());
        uuids(keys, DataKey::owner);
        bytes(keys, DataKey::wrapped);

        var texts = group.texts();
        uuids(texts, SealedText::ref);
        uuids(texts, SealedText::practice);
        uuids(texts, SealedText::owner);
        bytes(texts, SealedText::ciphertext);
    }

    private void bindKeys(List<SealedAppend> appends, List<Long> positions) throws SQLException {
        record Answered(IdempotencyKey key, long position) {}
        var answered = new java.util.ArrayList<Answered>();
        for (var i = 0; i < appends.size(); i++) {
            var key = appends.get(i).append().idempotencyKey();
            if (key != null) {
                answered.add(new Answered(key, positions.get(i)));
            }
        }
        uuids(answered, it -> it.key().scope());
        array("text", answered, it -> it.key().key());
        array("text", answered, it -> it.key().requestHash());
        array("int8", answered, Answered::position);
    }

    private <T> void uuids(List<T> rows, Function<T, @Nullable UUID> column) throws SQLException {
        array("uuid", rows, column);
    }

    private <T> void bytes(List<T> rows, Function<T, byte @Nullable []> column) throws SQLException {
        byte[] @Nullable [] values = new byte[rows.size()] @Nullable [];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        set(connection.createArrayOf("bytea", values));
    }

    private <T> void array(String type, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        var values = new @Nullable Object[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        set(connection.createArrayOf(type, values));
    }

    private void set(Array values) throws SQLException {
        statement.setArray(++parameter, values);
    }
}
