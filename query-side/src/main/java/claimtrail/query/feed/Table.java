package claimtrail.query.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table of rows that are folded from streams, one stream a row or several.
///
/// @param name in the schema of this side
/// @param columns all of them, in their order
/// @param json those that hold JSON
public record Table(String name, List<String> columns, Set<String> json) {

    public Table {
        columns = List.copyOf(columns);
        json = Set.copyOf(json);
    }

    /// A table without JSON.
    public Table(String name, List<String> columns) {
        this(name, columns, Set.of());
    }

    /// Writes a new row.
    public String insert() {
        return "insert into read_model." + name + " (" + String.join(", ", columns) + ") values ("
                + columns.stream()
                        .map(column -> json.contains(column) ? "?::jsonb" : "?")
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /// A row as the parameters of [#insert].
    public static Object[] parameters(List<@Nullable Object> row) {
        return row.stream()
                .map(value -> value instanceof JsonNode tree ? tree.toString() : value)
                .toArray();
    }

    /// All its rows, now.
    public String now() {
        return "read_model." + name;
    }

    /// Its rows as they were at the position `:asOf`: those whose streams nothing has touched since, and the others as
    /// they come in the parameter that is named like the table.
    ///
    /// @param untouched says of a row `t` that its stream was not touched
    public String then(String untouched) {
        return "(select t.* from read_model." + name + " t where " + untouched
                + " union all select * from jsonb_populate_recordset(null::read_model." + name + ", :" + parameter()
                + "::jsonb))";
    }

    /// The name of the parameter of [#then].
    String parameter() {
        return name + "_rows";
    }

    /// Rows as the parameter of [#then].
    public String json(List<List<@Nullable Object>> rows) {
        return JsonMapper.shared()
                .writeValueAsString(rows.stream().map(this::named).toList());
    }

    private Map<String, @Nullable Object> named(List<@Nullable Object> row) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), row.get(i));
        }
        return Collections.unmodifiableMap(named);
    }
}
