package claimtrail.query.replay;

import claimtrail.query.replay.Replay.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the tables of a replay against the live ones, row by row and column by column: cells, postings and
/// lists. What only one of both counts by design, because it has a fold that the other has not, is left
/// out.
final class Compared {

    /// The first so many rows that differ are kept; all of them are counted.
    private static final int NAMED = 100;

    private static final List<String> POSITIONS = List.of("position", "last_position");

    private final JdbcTemplate jdbc;
    private final List<Difference> first = new ArrayList<>();
    private long rows;
    private long differences;

    /// @param jdbc on one snapshot of the database, in which both sides have counted the same facts
    Compared(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// How many rows of the replay were held against live ones.
    long rows() {
        return rows;
    }

    /// How many rows differ.
    long differences() {
        return differences;
    }

    /// The first of them, value by value.
    List<Difference> first() {
        return first;
    }

    void compare(List<ReadModel> models) {
        ReadModel.tables(models).forEach(this::compare);
    }

    private void compare(String table) {
        var keys = columns("""
                select a.attname from pg_constraint c
                 cross join lateral unnest(c.conkey) with ordinality as k (no, place)
                  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.no
                 where c.conrelid = to_regclass(?) and c.contype = 'p' order by k.place
                """, table);
        var common =
                columns("select attname from pg_attribute where attrelid = to_regclass(?) and attname = 'fold'", table)
                                .isEmpty()
                        ? ""
                        : """
                   where fold in (select unnest(folds) from read_model.edition
                              intersect select unnest(folds) from read_model_replay.edition)""";
        rows += Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from read_model_replay." + table + " " + common, Long.class));
        jdbc.query("""
                select to_jsonb(l) as stored, to_jsonb(s) as recounted, count(*) over () as differ
                  from (select * from read_model.%1$s %2$s) l
                  full join (select * from read_model_replay.%1$s %2$s) s using (%3$s)
                 where (l.*) is distinct from (s.*)
                 order by %3$s
                 limit %4$d
                """.formatted(table, common, String.join(", ", keys), NAMED), row -> {
            if (row.isFirst()) {
                differences += row.getLong("differ");
            }
            differ(table, keys, tree(row.getString("stored")), tree(row.getString("recounted")));
        });
    }

    private List<String> columns(String sql, String table) {
        return jdbc.query(sql, (row, _) -> row.getString(1), Beside.LIVE + '.' + table);
    }

    private void differ(String table, List<String> keys, @Nullable JsonNode stored, @Nullable JsonNode recounted) {
        var known = stored != null ? stored : Objects.requireNonNull(recounted, "a row of one side or of both");
        var cell = keys.stream().map(key -> key + " " + text(known.get(key))).collect(Collectors.joining(", "));
        var position = POSITIONS.stream()
                .filter(known::has)
                .map(column -> Long.valueOf(known.get(column).asLong()))
                .findFirst()
                .orElse(null);
        if (stored == null || recounted == null) {
            add(new Difference(table, cell, "row", position, whole(stored, keys), whole(recounted, keys)));
            return;
        }
        for (var column : new TreeSet<>(stored.propertyNames())) {
            if (!stored.get(column).equals(recounted.get(column))) {
                add(new Difference(
                        table, cell, column, position, text(stored.get(column)), text(recounted.get(column))));
            }
        }
    }

    private void add(Difference difference) {
        if (first.size() < NAMED) {
            first.add(difference);
        }
    }

    /// A row without its key; null where there is none.
    private static @Nullable String whole(@Nullable JsonNode row, List<String> keys) {
        return row == null
                ? null
                : row.propertyStream()
                        .filter(it -> !keys.contains(it.getKey()))
                        .map(it -> it.getKey() + " " + text(it.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static @Nullable JsonNode tree(@Nullable String row) {
        return row == null ? null : JsonMapper.shared().readTree(row);
    }
}
