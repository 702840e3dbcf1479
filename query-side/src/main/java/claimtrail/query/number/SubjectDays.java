package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Cell;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.web.Asked;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The days of patterns or of policies as a source of rows: from their table for now, from the ledger for any other
/// position. One row is one subject, provider and payer on one day.
@Component
public class SubjectDays {

    private final JdbcClient jdbc;
    private final FoldStatus status;

    SubjectDays(JdbcClient jdbc, FoldStatus status) {
        this.jdbc = jdbc;
        this.status = status;
    }

    /// A question about the days of patterns up to the last day of the window.
    ///
    /// @param sql with one `%s` where the rows come from; they have the columns `subject`, `provider`,
    ///     `payer` and `day`, and those of [SubjectColumn#PATTERN]
    public StatementSpec ofPatterns(String sql, Asked asked, Basis basis) {
        return asking(sql, "pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN, asked, basis);
    }

    /// The same about policies, with the columns of [SubjectColumn#POLICY].
    public StatementSpec ofPolicies(String sql, Asked asked, Basis basis) {
        return asking(sql, "policy_daily_metrics", "policy_id", SubjectColumn.POLICY, asked, basis);
    }

    private StatementSpec asking(
            String sql, String table, String subject, List<SubjectColumn> columns, Asked asked, Basis basis) {
        var now = status.standsAt(ClaimFold.NAME, asked.asOf());
        return jdbc.sql(sql.formatted(now ? rows(table, subject) : ledger(columns, basis)))
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("basis", basis.name())
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

    private static String rows(String table, String subject) {
        return """
                (select t.%s as subject, t.* from read_model.%s t
                  where t.fold = any(:fold) and t.practice = :practice and t.basis = :basis and t.day <= :to
                    and (:payer::uuid is null or t.payer = :payer)
                    and (:provider::uuid is null or t.provider = :provider))
                """.formatted(subject, table);
    }

    private static String ledger(List<SubjectColumn> columns, Basis basis) {
        return """
                (select replace(facet, 'asserted:', '')::uuid as subject, provider, payer, %1$s as day, %2$s
                   from read_model.metric_posting
                  where fold = any(:fold) and practice = :practice and measure = any(:measures) and %1$s <= :to
                    and position <= :asOf
                    and (:payer::uuid is null or payer = :payer)
                    and (:provider::uuid is null or provider = :provider)
                  group by 1, 2, 3, 4)
                """.formatted(
                        switch (basis) {
                            case EVENT -> "event_day";
                            case SUBMISSION -> "cohort_day";
                        },
                        columns.stream()
                                .map(column -> "coalesce(sum(amount) filter (where measure = '" + column.measure()
                                        + "' and facet " + (column.asserted() ? "" : "not ")
                                        + "like 'asserted:%'), 0) as " + column.name())
                                .collect(Collectors.joining(", ")));
    }
}
