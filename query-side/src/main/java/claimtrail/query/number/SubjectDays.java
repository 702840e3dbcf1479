package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Cell;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The days of patterns or of policies as a source of rows: from their table for now, from kept totals and
/// the ledger for any other position.
@Component
public class SubjectDays {

    private final JdbcClient jdbc;
    private final KeptTotals kept;
    private final FoldStatus status;

    SubjectDays(JdbcClient jdbc, KeptTotals kept, FoldStatus status) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.status = status;
    }

    /// A question about the days of patterns up to the last day of the window, of all providers and payers
    /// asked about.
    ///
    /// @param sql with one `%s` where the rows come from; they have the columns `subject` and `day`, and
    ///     those of [SubjectColumn#PATTERN]
    public StatementSpec ofPatterns(String sql, Asked asked, Basis basis) {
        return asking(sql, "pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN, asked.on(basis));
    }

    /// The same about policies, with the columns of [SubjectColumn#POLICY].
    public StatementSpec ofPolicies(String sql, Asked asked, Basis basis) {
        return asking(sql, "policy_daily_metrics", "policy_id", SubjectColumn.POLICY, asked.on(basis));
    }

    private StatementSpec asking(String sql, String table, String subject, List<SubjectColumn> columns, Asked asked) {
        if (status.standsAt(ClaimFold.NAME, asked.asOf())) {
            return asking(sql.formatted(rows(table, subject, "day <= :to")), columns, asked);
        }
        return asked.isOfAll()
                ? kept.asking(
                        asking(sql.formatted(days(KeptTotals.cells(asked), "day", "", columns)), columns, asked),
                        asked,
                        Window.EVER)
                : asking(sql.formatted(ledger(columns, asked, "<= :to")), columns, asked);
    }

    /// A question about what some measures of patterns added on days of the basis asked for, provider by
    /// provider.
    ///
    /// @param sql with one `%s` where the rows come from; they have a `provider` beside the columns of
    ///     [#ofPatterns]
    /// @param measures the only ones that count
    /// @param since the first day
    public StatementSpec ofPatternsByProvider(String sql, Asked asked, Set<String> measures, LocalDate since) {
        return byProvider(sql, "pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN, asked, measures, since);
    }

    /// The same about policies.
    public StatementSpec ofPoliciesByProvider(String sql, Asked asked, Set<String> measures, LocalDate since) {
        return byProvider(sql, "policy_daily_metrics", "policy_id", SubjectColumn.POLICY, asked, measures, since);
    }

    private StatementSpec byProvider(
            String sql,
            String table,
            String subject,
            List<SubjectColumn> columns,
            Asked asked,
            Set<String> measures,
            LocalDate since) {
        var wanted = columns.stream()
                .filter(column -> measures.contains(column.measure()))
                .toList();
        var source = status.standsAt(ClaimFold.NAME, asked.asOf())
                ? rows(table, subject, "day between :since and :to")
                : ledger(wanted, asked, "between :since and :to");
        return asking(sql.formatted(source), wanted, asked).param("since", since);
    }

    private StatementSpec asking(String sql, List<SubjectColumn> columns, Asked asked) {
        return jdbc.sql(sql)
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("basis", asked.basis().name())
                .param(
                        "measures",
                        columns.stream().map(SubjectColumn::measure).distinct().toArray(String[]::new))
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("asOf", asked.asOf())
                .param("nobody", Cell.NOBODY)
                .param("payer", asked.payer())
                .param("provider", asked.provider());
    }

    private static String rows(String table, String subject, String days) {
        return """
            (select t.%s as subject, t.* from read_model.%s t
              where t.fold = any(:fold) and t.practice = :practice and t.basis = :basis and t.%s
                and (:payer::uuid is null or t.payer = :payer)
                and (:provider::uuid is null or t.provider = :provider))
            """.formatted(subject, table, days);
    }

    private static String ledger(List<SubjectColumn> columns, Asked asked, String days) {
        return days("""
            (select measure, facet, provider, payer, amount, %1$s
               from read_model.metric_posting
              where fold = any(:fold) and practice = :practice and measure = any(:measures) and %1$s %2$s
                and position <= :asOf
                and (:payer::uuid is null or payer = :payer)
                and (:provider::uuid is null or provider = :provider))
            """.formatted(asked.dayColumn(), days), asked.dayColumn(), "provider, payer,", columns);
    }

    /// Cells, with their facet the subject, as rows with a column for each measure.
    private static String days(String cells, String day, String parties, List<SubjectColumn> columns) {
        return """
            (select replace(facet, 'asserted:', '')::uuid as subject, %2$s as day, %3$s %4$s
               from %1$s cell group by %3$s 1, 2)
            """.formatted(
                        cells,
                        day,
                        parties,
                        columns.stream()
                                .map(column -> "coalesce(sum(amount) filter (where measure = '" + column.measure()
                                        + "' and facet " + (column.asserted() ? "" : "not ")
                                        + "like 'asserted:%'), 0) as " + column.name())
                                .collect(Collectors.joining(", ")));
    }
}
