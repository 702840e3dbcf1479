package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import claimtrail.command.store.GroupStatement.Group;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Writes a group of appends in one commit. Only its own thread calls it.
///
/// Mostly one statement is enough. When the head is not where we left it, or something is there already, the head is
/// locked, one query finds what stands against each append, and the rest is written.
final class Appender {

    private static final long UNKNOWN = -1;
    private static final String HEAD = "select position from event_store.log_head";
    private static final String LOCKED_HEAD = HEAD + " for update";

    private final LogConnections connections;
    private volatile long head = UNKNOWN;
    private boolean expectConflicts;

    Appender(LogConnections connections) {
        this.connections = connections;
    }

    /// Answers the callers of a group. Those that contend with an earlier one of the group wait for what becomes of it.
    List<Asked<SealedAppend, Outcome>> write(List<Asked<SealedAppend, Outcome>> callers) {
        var now = new ArrayList<Asked<SealedAppend, Outcome>>();
        var later = new ArrayList<Asked<SealedAppend, Outcome>>();
        var claimed = new HashMap<Object, Object>();
        for (var caller : callers) {
            var wanted = wanted(caller.question());
            boolean free = wanted.entrySet().stream()
                    .allMatch(it -> it.getValue().equals(claimed.getOrDefault(it.getKey(), it.getValue())));
            (free ? now : later).add(caller);
            wanted.forEach(claimed::putIfAbsent);
        }
        try (var connection = connections.take()) {
            if (expectConflicts || !writeAtOnce(connection, now)) {
                writeChecked(connection, now);
            }
        } catch (SQLException e) {
            head = UNKNOWN;
            var unavailable = new LogUnavailable("the log could not be written", e);
            now.forEach(it -> it.answer().completeExceptionally(unavailable));
        }
        expectConflicts = !later.isEmpty();
        return later;
    }

    /// The head as this node knows it: never ahead of the log.
    long head() {
        return head;
    }

    /// What an append wants, and for whom: a number may be brought by many, as long as it names one stream.
    private static Map<Object, Object> wanted(SealedAppend append) {
        var itself = new Object();
        var wanted = new HashMap<>();
        append.append().events().forEach(it -> wanted.put(it.streamId(), itself));
        append.append()
                .directory()
                .forEach(it -> wanted.put(new OutsideNumber(it.practice(), it.kind(), it.key()), it.streamId()));
        var key = append.append().idempotencyKey();
        if (key != null) {
            wanted.put(new OutsideNumber(key.scope(), "", key.key()), itself);
        }
        return wanted;
    }

    /// @return false if nothing was written, because something stands against it
    private boolean writeAtOnce(Connection connection, List<Asked<SealedAppend, Outcome>> callers) throws SQLException {
        var expected = head == UNKNOWN ? readHead(connection, HEAD) : head;
        var appends = callers.stream().map(Asked::question).toList();
        var positions = positions(appends, expected);
        try {
            if (GroupStatement.write(connection, new Group(appends, Set.of()), expected, positions)) {
                answerStored(callers, positions);
                return true;
            }
            return false;
        } catch (SQLException e) {
            if (isAboutTheData(e)) {
                return false;
            }
            throw e;
        }
    }

    private void writeChecked(Connection connection, List<Asked<SealedAppend, Outcome>> callers) throws SQLException {
        connection.setAutoCommit(false);
        var written = new ArrayList<Asked<SealedAppend, Outcome>>();
        try {
            var expected = readHead(connection, LOCKED_HEAD);
            var conflicts = Conflicts.find(
                    connection, callers.stream().map(Asked::question).toList());
            for (var i = 0; i < callers.size(); i++) {
                if (!conflicts.answers().containsKey(i)) {
                    written.add(callers.get(i));
                }
            }
            var appends = written.stream().map(Asked::question).toList();
            var positions = positions(appends, expected);
            if (!GroupStatement.write(connection, new Group(appends, conflicts.known()), expected, positions)) {
                throw new IllegalStateException("the head moved although it was locked");
            }
            connection.commit();
            answerStored(written, positions);
            head = positions.isEmpty() ? expected : positions.getLast();
            conflicts.answers().forEach((i, outcome) -> callers.get(i).answer().complete(outcome));
        } catch (SQLException e) {
            connection.rollback();
            if (!isAboutTheData(e)) {
                throw e;
            }
            refuse(connection, callers, e);
        }
    }

    /// One of them cannot be stored at all: written one by one, the others are not concerned.
    private void refuse(Connection connection, List<Asked<SealedAppend, Outcome>> callers, SQLException cause)
            throws SQLException {
        if (callers.size() == 1) {
            callers.getFirst().answer().completeExceptionally(new NotStorable("the log refuses the append", cause));
            return;
        }
        for (var caller : callers) {
            writeChecked(connection, List.of(caller));
        }
    }

    private void answerStored(List<Asked<SealedAppend, Outcome>> callers, List<Long> positions) {
        for (var i = 0; i < callers.size(); i++) {
            callers.get(i).question().vault().stream()
                    .flatMap(it -> Stream.ofNullable(it.key()))
                    .forEach(DataKey::keep);
            callers.get(i).answer().complete(new Outcome.Answer(new Appended.Stored(positions.get(i))));
        }
        if (!positions.isEmpty()) {
            head = positions.getLast();
        }
    }

    /// Where each append ends.
    private static List<Long> positions(List<SealedAppend> appends, long head) {
        var positions = new ArrayList<Long>(appends.size());
        var position = head;
        for (var append : appends) {
            position += append.append().events().size();
            positions.add(position);
        }
        return positions;
    }

    private static long readHead(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question);
                var row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the log has no head");
            }
            return row.getLong(1);
        }
    }

    /// Whether the database works, and refuses what it was handed. SQLSTATE classes: 22 data exception, 23 integrity
    /// constraint violation.
    private static boolean isAboutTheData(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
