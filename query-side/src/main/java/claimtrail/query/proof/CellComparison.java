package claimtrail.query.proof;

import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.number.TotalTable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// Adds up what the log makes of every cell, and holds it against the tables of totals. The ledger is known to be
/// what the log makes, but for the corrections; so the database adds, and nothing has to fit into memory.
final class CellComparison {

    private static final Set<String> PARTIES = Set.of("practice", "provider", "payer");

    private final JdbcTemplate jdbc;
    private final Differences differences;
    private final String[] folds;
    private long rows;

    /// @param folds that are kept
    CellComparison(JdbcTemplate jdbc, Differences differences, List<String> folds) {
        this.jdbc = jdbc;
        this.differences = differences;
        this.folds = folds.toArray(String[]::new);
    }

    /// How many rows of totals were held against the log.
    long rows() {
        return rows;
    }

    void compare() {
        TotalTable.ALL.forEach(this::compare);
    }

    private void compare(TotalTable table) {
        jdbc.query(
                """
            with book as (
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount
                  from read_model.metric_posting where fold = any(?)
                 union all
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount from correction),
            recounted as (%1$s),
            kept as (select * from read_model.%2$s where fold = any(?))
            select concat_ws(' ', %3$s) as cell, c.name, c.kept, c.recounted
              from recounted full join kept using (%4$s)
             cross join lateral (values %5$s) as c (name, kept, recounted)
             where c.kept <> c.recounted
             order by %4$s, c.name
            """.formatted(
                                table.sums("book", ""),
                                table.name(),
                                address(table),
                                String.join(", ", table.keys()),
                                table.columns().stream()
                                        .map(column -> side(column.name()))
                                        .collect(Collectors.joining(", "))),
                row -> {
                    differences.add(new Difference(
                            table.name(),
                            row.getString("cell") + " " + row.getString("name"),
                            null,
                            row.getLong("kept"),
                            row.getLong("recounted")));
                },
                folds,
                folds);
        rows += Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select count(*) from read_model." + table.name() + " where fold = any(?)", Long.class, (Object)
                                folds),
                0L);
    }

    /// The key as people read it: `claim/1 practice … payer … EVENT 2026-03-12`.
    private static String address(TotalTable table) {
        return table.keys().stream()
                .map(key -> PARTIES.contains(key) ? "'" + key + "', " + key : key)
                .collect(Collectors.joining(", "));
    }

    private static String side(String column) {
        return "('" + column + "', coalesce(kept." + column + ", 0), coalesce(recounted." + column + ", 0))";
    }
}
