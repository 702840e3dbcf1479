package claimtrail.query.feed;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How short streams of one kind become rows.
///
/// @param family the facts of such a stream
/// @param key the column that holds the stream's id, in every table
/// @param tables the first knows of every stream, in `practice` and `last_position`
/// @param fold the rows of one stream by table, in the order of the tables
public record StreamKind<E extends DomainEvent>(
        Class<E> family,
        String key,
        List<Table> tables,
        Function<List<Recorded<E>>, List<List<List<@Nullable Object>>>> fold) {

    public StreamKind {
        tables = List.copyOf(tables);
    }

    /// Of a row `t` of any of the tables: its stream was not touched later.
    String untouched() {
        return "not exists (select from " + tables.getFirst().now() + " x where x." + key + " = t." + key
                + " and x.last_position > :asOf)";
    }
}
