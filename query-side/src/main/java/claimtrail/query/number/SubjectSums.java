package claimtrail.query.number;

import claimtrail.metric.Home;
import claimtrail.metric.Measure;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums from the daily tables of patterns and policies.
@Component
final class SubjectSums {

    private final JdbcClient jdbc;

    SubjectSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether these tables are the home of a measure.
    static boolean isHomeOf(String measure) {
        return Measure.find(measure)
                .filter(it -> it.home() == Home.PATTERN || it.home() == Home.POLICY)
                .isPresent();
    }

    void add(Asked asked, Window window, Set<String> measures, By by, Sums sums) {
        add("pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN, asked, window, measures, by, sums);
        add("policy_daily_metrics", "policy_id", SubjectColumn.POLICY, asked, window, measures, by, sums);
    }

    private void add(
            String table,
            String subject,
            List<SubjectColumn> columns,
            Asked asked,
            Window window,
            Set<String> measures,
            By by,
            Sums sums) {
        var wanted = columns.stream()
                .filter(column -> measures.contains(column.measure()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        var values = wanted.stream()
                .map(column -> "('" + column.measure() + "', '" + (column.asserted() ? SubjectColumn.ASSERTED : "")
                        + "' || t." + subject + ", t." + column.name() + ")")
                .collect(Collectors.joining(", "));
        jdbc.sql("""
                        select %s as key, m.measure, m.facet, sum(m.amount)::bigint as amount
                          from read_model.%s t
                         cross join lateral (values %s) as m (measure, facet, amount)
                         where t.fold = any(:fold) and t.practice = :practice and t.basis = :basis
                           and t.day between :from and :to
                           and (:payer::uuid is null or t.payer = :payer)
                           and (:provider::uuid is null or t.provider = :provider)
                           and m.amount <> 0
                         group by 1, 2, 3
                        """.formatted(by.key("t.day", "t.payer", "t.provider", "m.facet"), table, values))
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("basis", asked.basis().name())
                .param("from", window.from())
                .param("to", window.to())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .query(row -> {
                    sums.add(
                            row.getString("key"),
                            row.getString("measure"),
                            row.getString("facet"),
                            row.getLong("amount"));
                });
    }
}
