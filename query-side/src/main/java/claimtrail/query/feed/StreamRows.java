package claimtrail.query.feed;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Rows that are folded from whole streams: written anew when a fact touches one, and folded up to a position when
/// somebody asks for the past. The same fold serves both, so they cannot differ.
@Component
public class StreamRows {

    private final JdbcTemplate jdbc;
    private final LogReader log;

    StreamRows(JdbcTemplate jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /// Writes what new facts make of their streams.
    public <E extends DomainEvent> void project(StreamKind<E> kind, List<Recorded<DomainEvent>> facts) {
        var touched = facts.stream()
                .filter(fact -> kind.family().isInstance(fact.event()))
                .collect(Collectors.groupingBy(fact -> fact.envelope().streamId()));
        if (touched.isEmpty()) {
            return;
        }
        var upTo = facts.getLast().envelope().position();
        var streams = touched.keySet().toArray(UUID[]::new);
        var rows = fold(kind, touched.keySet(), upTo);
        for (int i = 0; i < kind.tables().size(); i++) {
            var table = kind.tables().get(i);
            jdbc.update("delete from " + table.now() + " where " + kind.key() + " = any(?)", (Object) streams);
            jdbc.batchUpdate(
                    table.insert(), rows.get(i).stream().map(Table::parameters).toList());
        }
    }

    /// The tables at a position, for one practice and what the platform gives to all.
    public <E extends DomainEvent> void then(StreamKind<E> kind, UUID practice, Then then) {
        var touched = jdbc.query(
                "select distinct " + kind.key() + " from "
                        + kind.tables().getFirst().now()
                        + " where (practice = ? or practice is null) and last_position > ?",
                (row, _) -> Row.id(row),
                practice,
                then.asOf());
        if (touched.isEmpty()) {
            return;
        }
        var rows = fold(kind, touched, then.asOf());
        for (int i = 0; i < kind.tables().size(); i++) {
            then.refolded(kind.tables().get(i), rows.get(i));
        }
    }

    /// A table of the kind, as a source of rows.
    public static String of(StreamKind<?> kind, Table table, Then then) {
        return then.of(table, kind.untouched());
    }

    private <E extends DomainEvent> List<List<List<@Nullable Object>>> fold(
            StreamKind<E> kind, Collection<UUID> streams, long upTo) {
        var facts = new LinkedHashMap<UUID, List<Recorded<E>>>();
        for (var entry : log.streams(streams, upTo)) {
            facts.computeIfAbsent(entry.envelope().streamId(), _ -> new ArrayList<>())
                    .add(new Recorded<>(
                            entry.envelope(), kind.family().cast(entry.read().event())));
        }
        var rows = new ArrayList<List<List<@Nullable Object>>>();
        kind.tables().forEach(_ -> rows.add(new ArrayList<>()));
        for (var stream : facts.values()) {
            var folded = kind.fold().apply(stream);
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).addAll(folded.get(i));
            }
        }
        return rows;
    }
}
