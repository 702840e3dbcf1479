package claimtrail.simulator.bench.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteStreamWriter;

/// Rows in PostgreSQL's binary copy format, version 3. Source: PostgreSQL 18 manual, page of `copy`, "Binary Format".
final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int ROOM = 1 << 20;
    private static final int ABSENT = -1;

    /// Seconds from 1970 to 2000, from where PostgreSQL counts.
    private static final long EPOCH_SECONDS = 946_684_800L;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    CopyRows(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /// A row with so many columns follows.
    void begin(int columns) throws SQLException {
        room(2);
        buffer.putShort((short) columns);
    }

    void absent() throws SQLException {
        room(4);
        buffer.putInt(ABSENT);
    }

    void int2(int value) throws SQLException {
        room(6);
        buffer.putInt(2).putShort((short) value);
    }

    void int8(long value) throws SQLException {
        room(12);
        buffer.putInt(8).putLong(value);
    }

    void instant(Instant at) throws SQLException {
        int8((at.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + at.getNano() / 1000);
    }

    void uuid(@Nullable UUID id) throws SQLException {
        if (id == null) {
            absent();
            return;
        }
        room(20);
        buffer.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    void text(String text) throws SQLException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) throws SQLException {
        room(4 + bytes.length);
        buffer.putInt(bytes.length).put(bytes);
    }

    /// All rows are given.
    void end() throws SQLException {
        room(2);
        buffer.putShort((short) ABSENT);
        flush();
        copy.endCopy();
    }

    /// Takes the rows back, unless all of them were given.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(ByteStreamWriter.of(ByteBuffer.wrap(buffer.array(), 0, buffer.position())));
        buffer.clear();
    }
}
