package claimtrail.proof;

import claimtrail.event.Envelope;
import claimtrail.event.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The bytes of one fact that the log tree hashes: everything that stands in its row, so that no column can be changed
/// unseen.
///
/// Form 1: one byte `01`, then the values of [#FIELDS] in that order, each as its length in four bytes and so many
/// bytes; an absent value is the length `FF FF FF FF` and nothing. All numbers are big-endian two's complement:
///
/// * `position`, `sequence`, `source_from`, `source_to`: 8 bytes
/// * `recorded_at`: 8 bytes, microseconds since 1970-01-01T00:00:00Z
/// * `event_id`, `stream_id`, `practice`, `causation`, `correlation`: the 16 bytes of the UUID
/// * `version`: 2 bytes
/// * the rest, up to `source_place`: text in UTF-8
/// * `payload`: the bytes as they were written
///
/// Since every length is written, two different rows never give the same bytes. Another form would begin with another
/// byte; a log keeps the form with which it began.
public final class LeafBytes {

    /// The values, in their order.
    public static final List<String> FIELDS = List.of(
            "position",
            "sequence",
            "recorded_at",
            "source_from",
            "source_to",
            "event_id",
            "stream_id",
            "practice",
            "causation",
            "correlation",
            "version",
            "stream_type",
            "name",
            "actor_kind",
            "actor_id",
            "source_kind",
            "source_ref",
            "source_place",
            "payload");

    private static final byte FORM = 1;
    private static final int ABSENT = -1;

    private LeafBytes() {}

    /// Of a fact.
    ///
    /// @param payload as it was written, byte for byte
    public static byte[] of(Envelope envelope, byte[] payload) {
        var source = Columns.of(envelope.source());
        return of(
                number(envelope.position()),
                number(envelope.sequence()),
                instant(envelope.recordedAt()),
                number(source.from()),
                number(source.to()),
                uuid(envelope.eventId()),
                uuid(envelope.streamId()),
                uuid(envelope.practice()),
                uuid(envelope.causation()),
                uuid(envelope.correlation()),
                ByteBuffer.allocate(Short.BYTES)
                        .putShort((short) envelope.version())
                        .array(),
                text(envelope.streamType()),
                text(envelope.name()),
                text(envelope.actor().kind().name()),
                text(envelope.actor().id()),
                text(source.kind()),
                text(source.ref()),
                text(source.place()),
                payload);
    }

    /// Of the values as they stand in the row, also where they make no sense: somebody may have changed them.
    ///
    /// @param values those of [#FIELDS], each already in its bytes; null: absent
    /// @throws IllegalArgumentException if they are not as many
    public static byte[] of(byte[] @Nullable ... values) {
        if (values.length != FIELDS.size()) {
            throw new IllegalArgumentException("a fact has " + FIELDS.size() + " values, not " + values.length);
        }
        var length = 1;
        for (var value : values) {
            length += Integer.BYTES + (value == null ? 0 : value.length);
        }
        var bytes = ByteBuffer.allocate(length).put(FORM);
        for (var value : values) {
            if (value == null) {
                bytes.putInt(ABSENT);
            } else {
                bytes.putInt(value.length).put(value);
            }
        }
        return bytes.array();
    }

    /// The bytes that the same fact would have at another position. Where a row was moved, they are those that were
    /// hashed.
    ///
    /// @param bytes those of a fact; they stay as they are
    public static byte[] movedTo(long position, byte[] bytes) {
        var moved = bytes.clone();
        ByteBuffer.wrap(moved).putLong(1 + Integer.BYTES, position);
        return moved;
    }

    /// The source as it is spread over five columns.
    private record Columns(
            String kind,
            String ref,
            @Nullable String place,
            @Nullable Long from,
            @Nullable Long to) {

        static Columns of(Source source) {
            return switch (source) {
                case Source.Api it -> new Columns("API", it.user(), null, null, null);
                case Source.File it -> new Columns("FILE", it.sha256(), it.place(), it.from(), it.to());
                case Source.Scenario it -> new Columns("SCENARIO", it.run(), it.seed(), null, null);
            };
        }
    }

    private static byte @Nullable [] number(@Nullable Long value) {
        return value == null
                ? null
                : ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte @Nullable [] instant(Instant value) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    private static byte @Nullable [] uuid(@Nullable UUID value) {
        return value == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array();
    }

    private static byte @Nullable [] text(@Nullable String value) {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
