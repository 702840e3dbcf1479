package claimtrail.simulator.bench.history;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import claimtrail.event.json.EventJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.function.LongConsumer;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// Writes facts at the end of a log, as the command side would have written them: with dense positions, and a head that
/// moves in the same commit.
public final class LogWriter {

    private static final int TOGETHER = 50_000;

    private static final String COPY = """
            copy event_store.event (position, sequence, recorded_at, source_from, source_to, event_id, stream_id, practice,
                   causation, correlation, version, stream_type, name, actor_kind, actor_id, source_kind, source_ref,
                   source_place, payload)
            from stdin (format binary)
            """;

    private final Connection connection;

    /// @param connection of the owner of the log; nobody else may use it meanwhile
    public LogWriter(Connection connection) {
        this.connection = connection;
    }

    /// Writes a history until its scale is reached.
    ///
    /// @param reached hears up to which position the log is written
    public void writeAll(History history, LongConsumer reached) throws SQLException {
        while (!history.isWhole()) {
            var count = 0;
            try (var rows = begin()) {
                Recorded<DomainEvent> last;
                do {
                    last = history.next();
                    row(rows, last);
                } while (++count < TOGETHER && !history.isWhole());
                rows.end();
                commit(last);
            }
            reached.accept(history.position());
        }
    }

    /// Writes the next facts of a history in one commit.
    ///
    /// @param count 1 or more
    public void write(History history, int count) throws SQLException {
        try (var rows = begin()) {
            var last = history.next();
            row(rows, last);
            for (int i = 1; i < count; i++) {
                last = history.next();
                row(rows, last);
            }
            rows.end();
            commit(last);
        }
    }

    private CopyRows begin() throws SQLException {
        connection.setAutoCommit(false);
        return new CopyRows(new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(COPY));
    }

    private void commit(Recorded<DomainEvent> last) throws SQLException {
        try (var head = connection.prepareStatement(
                "update event_store.log_head set position = ?, recorded_at = greatest(recorded_at, ?)")) {
            head.setLong(1, last.envelope().position());
            head.setTimestamp(2, Timestamp.from(last.envelope().recordedAt()));
            head.executeUpdate();
        }
        connection.commit();
    }

    private static void row(CopyRows rows, Recorded<DomainEvent> fact) throws SQLException {
        var place = fact.envelope();
        rows.begin(19);
        rows.int8(place.position());
        rows.int8(place.sequence());
        rows.instant(place.recordedAt());
        switch (place.source()) {
            case Source.File it -> {
                rows.int8(it.from());
                rows.int8(it.to());
            }
            case Source.Api _, Source.Scenario _ -> {
                rows.absent();
                rows.absent();
            }
        }
        rows.uuid(place.eventId());
        rows.uuid(place.streamId());
        rows.uuid(place.practice());
        rows.uuid(place.causation());
        rows.uuid(place.correlation());
        rows.int2(place.version());
        rows.text(place.streamType());
        rows.text(place.name());
        rows.text(place.actor().kind().name());
        rows.text(place.actor().id());
        switch (place.source()) {
            case Source.Api it -> {
                rows.text("API");
                rows.text(it.user());
                rows.absent();
            }
            case Source.File it -> {
                rows.text("FILE");
                rows.text(it.sha256());
                rows.text(it.place());
            }
            case Source.Scenario it -> {
                rows.text("SCENARIO");
                rows.text(it.run());
                rows.text(it.seed());
            }
        }
        rows.bytes(EventJson.write(fact.event()));
    }
}
