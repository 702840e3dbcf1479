package claimtrail.query.proof;

import claimtrail.metric.Home;
import claimtrail.metric.Measure;
import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.number.Column;
import claimtrail.query.number.SubjectColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// Adds up what the log makes of every cell, and holds it against the tables of totals. The ledger is known to be
/// what the log makes, but for the corrections; so the database adds, and nothing has to fit into memory.
final class CellComparison {

    /// A table of totals.
    ///
    /// @param keys its key
    /// @param subject the key that the facet names; any other name where it names none
    /// @param period the part of the key that a posting's day decides
    /// @param periods into which rows a posting falls, by either of its days
    private record Totals(String name, List<String> keys, String subject, String period, String periods) {}

    private static final String NO_SUBJECT = "nobody";

    private static final String DAYS = "('EVENT', event_day), ('SUBMISSION', cohort_day)";

    private static final List<Totals> BY_COLUMN = List.of(
            new Totals(
                    "practice_daily_metrics",
                    List.of("fold", "practice", "payer", "basis", "day"),
                    NO_SUBJECT,
                    "basis, day",
                    DAYS),
            new Totals(
                    "provider_performance",
                    List.of("fold", "practice", "provider", "payer", "basis", "grain", "period_start"),
                    NO_SUBJECT,
                    "basis, grain, period_start",
                    Stream.of("'EVENT' event_day", "'SUBMISSION' cohort_day")
                            .map(it -> it.split(" ", -1))
                            .map(it ->
                                    "(%1$s, 'DAY', %2$s), (%1$s, 'MONTH', date_trunc('month', %2$s)::date), (%1$s, 'QUARTER', date_trunc('quarter', %2$s)::date)"
                                            .formatted(it[0], it[1]))
                            .collect(Collectors.joining(", "))));

    private static final Totals BY_FACET = new Totals(
            "facet_daily_metrics",
            List.of("fold", "measure", "practice", "provider", "payer", "facet", "basis", "day"),
            NO_SUBJECT,
            "basis, day",
            DAYS);

    private static final Set<String> PARTIES = Set.of("practice", "provider", "payer");

    private final JdbcTemplate jdbc;
    private final Differences differences;
    private long rows;

    CellComparison(JdbcTemplate jdbc, Differences differences) {
        this.jdbc = jdbc;
        this.differences = differences;
    }

    /// How many rows of totals were held against the log.
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
        compare("pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN);
        compare("policy_daily_metrics", "policy_id", SubjectColumn.POLICY);
    }

    /// A table of patterns or policies; the facet is the subject, after a word where a source said so untested.
    private void compare(String name, String subject, List<SubjectColumn> columns) {
        compare(
                new Totals(
                        name,
                        List.of("fold", "practice", subject, "provider", "payer", "basis", "day"),
                        subject,
                        "basis, day",
                        DAYS),
                columns.stream().map(SubjectColumn::measure).distinct().toArray(String[]::new),
                columns.stream()
                        .map(column -> "sum(amount) filter (where measure = '" + column.measure() + "' and facet "
                                + (column.asserted() ? "" : "not ") + "like '" + SubjectColumn.ASSERTED
                                + "%')::bigint as " + column.name())
                        .collect(Collectors.joining(", ")),
                columns.stream().map(column -> side(column.name())).collect(Collectors.joining(", ")));
    }

    private void compare(Totals table, String[] measures, String sums, String sides) {
        var folds = LedgerComparison.folds();
        jdbc.query(
                """
            with book as (
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount
                  from read_model.metric_posting where fold = any(?)
                 union all
                select fold, measure, practice, payer, provider, facet, event_day, cohort_day, amount from correction),
            recounted as (
                select %1$s, %2$s
                  from book cross join lateral (values %5$s) as on_day (%3$s)
                 cross join lateral (select case when facet ~ '^(asserted:)?[0-9a-f]{8}-[0-9a-f]{4}-'
                                                 then replace(facet, 'asserted:', '')::uuid end) as about (%8$s)
                 where measure = any(?)
                 group by %1$s),
            kept as (select * from read_model.%4$s where fold = any(?))
            select concat_ws(' ', %7$s) as cell, c.name, c.kept, c.recounted
              from recounted full join kept using (%1$s)
             cross join lateral (values %6$s) as c (name, kept, recounted)
             where c.kept <> c.recounted
             order by %1$s, c.name
            """.formatted(
                                String.join(", ", table.keys()),
                                sums,
                                table.period(),
                                table.name(),
                                table.periods(),
                                sides,
                                address(table),
                                table.subject()),
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
                        "select count(*) from read_model." + table.name() + " where fold = any(?)", Long.class, (Object)
                                folds),
                0L);
    }

    /// The key as people read it: `claim/1 practice … payer … EVENT 2026-03-12`.
    private static String address(Totals table) {
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
