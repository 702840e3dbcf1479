package claimtrail.query.number;

import claimtrail.metric.Posting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;

/// The ledger, to write many postings to at once: in the database's own binary form, without a statement
/// for each.
final class LedgerCopy {

    private static final String COPY = """
            copy read_model.metric_posting (fold, position, ordinal, event_id, measure, practice, payer, provider, facet,
                 event_day, cohort_day, amount) from stdin (format binary)""";

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 255, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short COLUMNS = 12;
    private static final short END = -1;
    private static final long DAY_0 = LocalDate.of(2000, 1, 1).toEpochDay();

    /// Sent to the database at once.
    private static final int CHUNK = 1 << 18;

    /// More than a posting takes besides its texts.
    private static final int ROOM = 1 << 9;

    private final JdbcTemplate jdbc;

    LedgerCopy(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes what somebody posts. While they do, the connection can be used for nothing else.
    void write(Consumer<Consumer<Posting>> poster) {
        jdbc.execute((Connection connection) -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(connection.nativeSQL(COPY));
            try {
                var rows = new Rows(copy);
                poster.accept(rows::add);
                rows.end();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return null;
        });
    }

    /// Rows on their way.
    private static final class Rows {

        private final CopyIn copy;
        private final ByteBuffer buffer = ByteBuffer.allocate(2 * CHUNK);
        private final Map<String, byte[]> texts = new HashMap<>();

        private Rows(CopyIn copy) {
            this.copy = copy;
            buffer.put(HEADER);
        }

        private void add(Posting posting) {
            var cell = posting.cell();
            buffer.putShort(COLUMNS);
            put(cell.fold());
            put(posting.position());
            buffer.putInt(Short.BYTES).putShort((short) posting.ordinal());
            put(posting.eventId());
            put(cell.measure().id());
            put(cell.practice());
            put(cell.payer());
            put(cell.provider());
            put(cell.facet());
            put(cell.eventDay());
            put(cell.cohortDay());
            put(posting.amount());
            if (buffer.position() >= CHUNK) {
                send();
            }
        }

        private void put(String text) {
            var bytes = texts.computeIfAbsent(text, it -> it.getBytes(StandardCharsets.UTF_8));
            if (buffer.remaining() < bytes.length + ROOM) {
                send();
            }
            buffer.putInt(bytes.length).put(bytes);
        }

        private void put(long number) {
            buffer.putInt(Long.BYTES).putLong(number);
        }

        private void put(UUID id) {
            buffer.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }

        private void put(LocalDate day) {
            buffer.putInt(Integer.BYTES).putInt((int) (day.toEpochDay() - DAY_0));
        }

        private void end() {
            buffer.putShort(END);
            send();
        }

        private void send() {
            try {
                copy.writeToCopy(buffer.array(), 0, buffer.position());
            } catch (SQLException e) {
                throw new IllegalStateException("the postings cannot be written", e);
            }
            buffer.clear();
        }
    }
}
