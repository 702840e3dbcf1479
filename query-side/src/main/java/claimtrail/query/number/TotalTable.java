package claimtrail.query.number;

import claimtrail.metric.Home;
import claimtrail.metric.Measure;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of totals, and what its rows are sums of: the postings of its measures, by either of their days.
///
/// @param name in the schema of this side
/// @param keys its key
/// @param columns its sums, in the order of the table
/// @param measures whose postings it sums
/// @param subject the key that the facet names; null where it names none
/// @param period the part of the key that a posting's day decides
/// @param periods into which rows a posting falls, by either of its days
public record TotalTable(
        String name,
        List<String> keys,
        List<Sum> columns,
        List<String> measures,
        @Nullable String subject,
        String period,
        String periods) {

    /// A column, and which postings of the measures it sums.
    ///
    /// @param takes as a condition; absent: all
    public record Sum(String name, @Nullable String takes) {

        private String sql() {
            return "coalesce(sum(amount)" + (takes == null ? "" : " filter (where " + takes + ")") + ", 0)::bigint as "
                    + name;
        }
    }

    private static final String DAYS = "('EVENT', event_day), ('SUBMISSION', cohort_day)";
    private static final String PERIODS = Stream.of("'EVENT' event_day", "'SUBMISSION' cohort_day")
            .map(it -> it.split(" ", -1))
            .map(it ->
                    "(%1$s, 'DAY', %2$s), (%1$s, 'MONTH', date_trunc('month', %2$s)::date), (%1$s, 'QUARTER', date_trunc('quarter', %2$s)::date)"
                            .formatted(it[0], it[1]))
            .collect(Collectors.joining(", "));

    private static final String MONTHS = """
            ('EVENT', 'DAY', event_day), ('EVENT', 'MONTH', date_trunc('month', event_day)::date),
            ('SUBMISSION', 'DAY', cohort_day), ('SUBMISSION', 'MONTH', date_trunc('month', cohort_day)::date)""";

    /// All of them.
    public static final List<TotalTable> ALL = List.of(
            byColumn(
                    "practice_daily_metrics", List.of("fold", "practice", "payer", "basis", "day"), "basis, day", DAYS),
            byColumn(
                    "provider_performance",
                    List.of("fold", "practice", "provider", "payer", "basis", "grain", "period_start"),
                    "basis, grain, period_start",
                    PERIODS),
            new TotalTable(
                    "facet_daily_metrics",
                    List.of("fold", "measure", "practice", "provider", "payer", "facet", "basis", "day"),
                    List.of(new Sum("amount", null)),
                    Arrays.stream(Measure.values())
                            .filter(measure -> measure.home() == Home.FACET)
                            .map(Measure::id)
                            .toList(),
                    null,
                    "basis, day",
                    DAYS),
            bySubject("pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN),
            bySubject("policy_daily_metrics", "policy_id", SubjectColumn.POLICY),
            ofAll("pattern_totals", "pattern_id", SubjectColumn.PATTERN),
            ofAll("policy_totals", "policy_id", SubjectColumn.POLICY));

    private static TotalTable byColumn(String name, List<String> keys, String period, String periods) {
        return new TotalTable(
                name,
                keys,
                Column.ALL.stream()
                        .map(column -> new Sum(
                                column.name(),
                                is(column.measure())
                                        + (column.facets().isEmpty()
                                                ? ""
                                                : " and facet in (" + quoted(new TreeSet<>(column.facets())) + ")")))
                        .toList(),
                List.copyOf(new TreeSet<>(Column.measures())),
                null,
                period,
                periods);
    }

    /// A table of patterns or policies; the facet is the subject, after a word where a source said so
    /// untested.
    private static TotalTable bySubject(String name, String subject, List<SubjectColumn> columns) {
        return bySubject(
                name,
                List.of("fold", "practice", subject, "provider", "payer", "basis", "day"),
                subject,
                columns,
                "basis, day",
                DAYS);
    }

    /// The same over all providers and payers, by days and by months.
    private static TotalTable ofAll(String name, String subject, List<SubjectColumn> columns) {
        return bySubject(
                name,
                List.of("fold", "practice", subject, "basis", "grain", "period_start"),
                subject,
                columns,
                "basis, grain, period_start",
                MONTHS);
    }

    private static TotalTable bySubject(
            String name,
            List<String> keys,
            String subject,
            List<SubjectColumn> columns,
            String period,
            String periods) {
        return new TotalTable(
                name,
                keys,
                columns.stream()
                        .map(column -> new Sum(
                                column.name(),
                                is(column.measure()) + " and facet " + (column.asserted() ? "" : "not ") + "like '"
                                        + SubjectColumn.ASSERTED + "%'"))
                        .toList(),
                columns.stream().map(SubjectColumn::measure).distinct().toList(),
                subject,
                period,
                periods);
    }

    private static String is(String measure) {
        return "measure = '" + measure + "'";
    }

    private static String quoted(Collection<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    }

    /// A question for its rows as sums of postings: the key, then the columns.
    ///
    /// @param book where the postings are, with the columns of the ledger
    /// @param further columns, each with a comma before it
    public String sums(String book, String further) {
        return """
                select %1$s, %2$s%3$s
                  from %4$s cross join lateral (values %5$s) as on_day (%6$s)%7$s
                 where measure in (%8$s)
                 group by %1$s""".formatted(
                        String.join(", ", keys),
                        columns.stream().map(Sum::sql).collect(Collectors.joining(", ")),
                        further,
                        book,
                        periods,
                        period,
                        subject == null ? "" : about(subject),
                        quoted(measures));
    }

    private static String about(String subject) {
        return """

                 cross join lateral (select case when facet ~ '^(asserted:)?[0-9a-f]{8}-[0-9a-f]{4}-'
                                                 then replace(facet, 'asserted:', '')::uuid end) as about (%s)""".formatted(Objects.requireNonNull(subject));
    }

    /// A statement that writes all its rows from the ledger into the empty table.
    public String fill() {
        return "insert into read_model." + name + " (" + String.join(", ", keys) + ", "
                + columns.stream().map(Sum::name).collect(Collectors.joining(", ")) + ", last_position) "
                + sums("read_model.metric_posting", ", max(position) as last_position");
    }
}
