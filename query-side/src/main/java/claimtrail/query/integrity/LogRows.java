package claimtrail.query.integrity;

import claimtrail.proof.LeafBytes;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The rows of the log as the bytes that the tree hashes, in the order of their positions. They come by `COPY` in
/// binary: no other way out of PostgreSQL is faster, and none leaves the values less touched.
@Component
final class LogRows {

    private static final int RECORDED_AT = LeafBytes.FIELDS.indexOf("recorded_at");

    /// Before the first row: a signature, flags, and the length of nothing.
    private static final int HEADER = 19;

    /// PostgreSQL counts microseconds from 2000-01-01, everybody else from 1970.
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private final JdbcTemplate jdbc;

    LogRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Is given row after row.
    @FunctionalInterface
    interface Reader {

        /// The next row.
        ///
        /// @param bytes see [LeafBytes]
        void row(long position, byte[] bytes);
    }

    /// Reads the rows that stand after a position and up to another. Where one is missing, the next one follows.
    void read(long after, long upTo, Reader reader) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                    copy (select %s from event_store.event where position > %d and position <= %d order by position)
                      to stdout (format binary)
                    """.formatted(
                            String.join(", ", LeafBytes.FIELDS), after, upTo));
            try {
                var first = true;
                for (var part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
                    var bytes = ByteBuffer.wrap(part);
                    if (first) {
                        bytes.position(HEADER);
                        first = false;
                    }
                    rows(bytes, reader);
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    /// The bytes of one row; null if there is none.
    byte @Nullable [] at(long position) {
        var found = new byte[1] @Nullable [];
        read(position - 1, position, (_, bytes) -> found[0] = bytes);
        return found[0];
    }

    private static void rows(ByteBuffer bytes, Reader reader) {
        while (bytes.hasRemaining()) {
            var width = bytes.getShort();
            if (width < 0) {
                return; // the end
            }
            byte[] @Nullable [] values = new byte[width] @Nullable [];
            for (int field = 0; field < width; field++) {
                values[field] = value(bytes);
            }
            var position = ByteBuffer.wrap(Objects.requireNonNull(values[0])).getLong();
            var recordedAt = values[RECORDED_AT];
            if (recordedAt != null) {
                var instant = ByteBuffer.wrap(recordedAt);
                instant.putLong(0, instant.getLong(0) + MICROS_TO_2000);
            }
            reader.row(position, LeafBytes.of(values));
        }
    }

    private static byte @Nullable [] value(ByteBuffer bytes) {
        var length = bytes.getInt();
        if (length < 0) {
            return null;
        }
        var value = new byte[length];
        bytes.get(value);
        return value;
    }
}
