package claimtrail.query.proof;

import claimtrail.metric.Home;
import claimtrail.metric.Measure;
import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.number.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// Adds up what the log makes of every cell, and holds it against the daily tables. The ledger is known to be what the
/// log makes, but for the corrections; so the database adds, and nothing has to fit into memory.
final class CellComparison {

    /// A daily table.
    ///
    /// @param keys its key, in order, with `basis` and the day last
    /// @param only the rows that sum days
    private record Daily(String name, List<String> keys, String only) {

        String day() {
            return keys.getLast();
        }
    }

    private static final List<Daily> BY_COLUMN = List.of(
            new Daily("practice_daily_metrics", List.of("fold", "practice", "payer", "basis", "day"), "true"),
            new Daily(
                    "provider_performance",
                    List.of("fold", "practice", "provider", "payer", "basis", "period_start"),
                    "grain = 'DAY'"));

    private static final Daily BY_FACET = new Daily(
            "facet_daily_metrics",
            List.of("fold", "measure", "practice", "provider", "payer", "facet", "basis", "day"),
            "true");

    private static final Set<String> PARTIES = Set.of("practice", "provider", "payer");

    private static final String COMPARE = """
            with book as (
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount
                  from read_model.metric_posting where fold = any(?)
                 union all
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount from correction),
            recounted as (
                select %1$s, %2$s
                  from book cross join lateral (values ('EVENT', event_day), ('SUBMISSION', cohort_day)) as on_day (basis, %3$s)
                 where measure = any(?)
                 group by %1$s),
            kept as (select * from read_model.%4$s where fold = any(?) and %5$s)
            select concat_ws(' ', %7$s) as cell, c.name, c.kept, c.recounted
              from recounted full join kept using (%1$s)
             cross join lateral (values %6$s) as c (name, kept, recounted)
             where c.kept <> c.recounted
             order by %1$s, c.name
            """;

    private final JdbcTemplate jdbc;
    private final Differences differences;
    private long rows;

    CellComparison(JdbcTemplate jdbc, Differences differences) {
        this.jdbc = jdbc;
        this.differences = differences;
    }

    /// How many rows of daily tables were held against the log.
    long rows() {
        return rows;
    }

    void compare() {
        var measures = new TreeSet<>(Column.ALL.stream().map(Column::measure).toList());
        for (var table : BY_COLUMN) {
            compare(
                    table,
                    measures.toArray(String[]::new),
                    Column.ALL.stream()
                            .map(column ->
                                    "sum(amount) filter (where " + takes(column) + ")::bigint as " + column.name())
                            .collect(Collectors.joining(", ")),
                    Column.ALL.stream().map(column -> side(column.name())).collect(Collectors.joining(", ")));
        }
        compare(
                BY_FACET,
                Arrays.stream(Measure.values())
                        .filter(measure -> measure.home() == Home.FACET)
                        .map(Measure::id)
                        .toArray(String[]::new),
                "sum(amount)::bigint as amount",
                side("amount"));
    }

    private void compare(Daily table, String[] measures, String sums, String sides) {
        var folds = LedgerComparison.folds();
        jdbc.query(
                COMPARE.formatted(
                        String.join(", ", table.keys()),
                        sums,
                        table.day(),
                        table.name(),
                        table.only(),
                        sides,
                        address(table)),
                row -> {
                    differences.add(new Difference(
                            table.name(),
                            row.getString("cell") + " " + row.getString("name"),
                            null,
                            row.getLong("kept"),
                            row.getLong("recounted")));
                },
                folds,
                measures,
                folds);
        rows += Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select count(*) from read_model." + table.name() + " where fold = any(?) and " + table.only(),
                        Long.class,
                        (Object) folds),
                0L);
    }

    /// The key as people read it: `claim/1 practice … payer … EVENT 2026-03-12`.
    private static String address(Daily table) {
        return table.keys().stream()
                .map(key -> PARTIES.contains(key) ? "'" + key + "', " + key : key)
                .collect(Collectors.joining(", "));
    }

    private static String takes(Column column) {
        return "measure = '" + column.measure() + "'"
                + (column.facets().isEmpty()
                        ? ""
                        : " and facet in ("
                                + column.facets().stream()
                                        .sorted()
                                        .map(facet -> "'" + facet + "'")
                                        .collect(Collectors.joining(", "))
                                + ")");
    }

    private static String side(String column) {
        return "('" + column + "', coalesce(kept." + column + ", 0), coalesce(recounted." + column + ", 0))";
    }
}
