package claimtrail.query.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Tables as they were at one position of the log. A row that no later fact touches is what it was; the others are
/// folded anew from their streams. At the present position nothing is folded.
public final class Then {

    private static final String UNTOUCHED = "t.last_position <= :asOf";

    private final long asOf;
    private final Map<Table, String> refolded = new HashMap<>();

    /// @param asOf up to which position we look
    public Then(long asOf) {
        this.asOf = asOf;
    }

    long asOf() {
        return asOf;
    }

    /// Gives the rows of streams that were touched later, as they were.
    public void refolded(Table table, List<List<@Nullable Object>> rows) {
        refolded.put(table, table.json(rows));
    }

    /// The table, as a source of rows.
    public String of(Table table) {
        return of(table, UNTOUCHED);
    }

    /// The table, as a source of rows.
    ///
    /// @param untouched says of a row `t` that no later fact touched its stream
    public String of(Table table, String untouched) {
        return refolded.containsKey(table) ? table.then(untouched) : table.now();
    }

    /// A question with what the tables need.
    public StatementSpec asking(StatementSpec question) {
        var asking = question.param("asOf", asOf);
        for (var table : refolded.entrySet()) {
            asking = asking.param(table.getKey().parameter(), table.getValue());
        }
        return asking;
    }
}
