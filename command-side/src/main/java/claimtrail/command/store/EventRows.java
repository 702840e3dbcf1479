package claimtrail.command.store;

import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an event stands in a row of `event_store.event`.
final class EventRows {

    /// In the order in which [#read] expects them, from an alias `e`.
    static final String COLUMNS = """
            e.position, e.event_id, e.stream_type, e.stream_id, e.sequence, e.name, e.version, e.recorded_at, e.practice,
            e.actor_kind, e.actor_id, e.causation, e.correlation,
            e.source_kind, e.source_ref, e.source_place, e.source_from, e.source_to, e.payload\
            """;

    private EventRows() {}

    /// A source as it is spread over five columns.
    ///
    /// @param ref user, SHA-256 or run
    /// @param place segment, row or pointer of a file; seed of a run
    record SourceColumns(
            String kind,
            String ref,
            @Nullable String place,
            @Nullable Long from,
            @Nullable Long to) {

        static SourceColumns of(Source source) {
            return switch (source) {
                case Source.Api it -> new SourceColumns("API", it.user(), null, null, null);
                case Source.File it -> new SourceColumns("FILE", it.sha256(), it.place(), it.from(), it.to());
                case Source.Scenario it -> new SourceColumns("SCENARIO", it.run(), it.seed(), null, null);
            };
        }
    }

    /// @param skip columns that stand before ours
    static StoredEvent read(ResultSet row, int skip) throws SQLException {
        var envelope = new Envelope(
                row.getLong(skip + 1),
                row.getObject(skip + 2, UUID.class),
                row.getString(skip + 3),
                row.getObject(skip + 4, UUID.class),
                row.getLong(skip + 5),
                row.getString(skip + 6),
                row.getInt(skip + 7),
                row.getObject(skip + 8, OffsetDateTime.class).toInstant(),
                row.getObject(skip + 9, UUID.class),
                new Actor(Actor.Kind.valueOf(row.getString(skip + 10)), row.getString(skip + 11)),
                row.getObject(skip + 12, UUID.class),
                row.getObject(skip + 13, UUID.class),
                source(row, skip));
        return new StoredEvent(envelope, row.getBytes(skip + 19));
    }

    private static Source source(ResultSet row, int skip) throws SQLException {
        var ref = row.getString(skip + 15);
        return switch (row.getString(skip + 14)) {
            case "API" -> new Source.Api(ref);
            case "FILE" ->
                new Source.File(ref, row.getString(skip + 16), row.getLong(skip + 17), row.getLong(skip + 18));
            case "SCENARIO" -> new Source.Scenario(ref, row.getString(skip + 16));
            case String kind -> throw new IllegalStateException("unknown kind of source: " + kind);
        };
    }
}
