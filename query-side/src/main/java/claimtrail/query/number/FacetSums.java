package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums of measures by facet: straight from the ledger, which is right for any position in the past, or from the daily
/// rows of measures whose facet is open, which is right for now and much less to read.
@Component
final class FacetSums {

    private final JdbcClient jdbc;

    FacetSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where the amounts stand.
    enum Table {
        LEDGER("metric_posting", "position <= :asOf"),
        ROWS("facet_daily_metrics", "basis = :basis");

        private final String name;
        private final String condition;

        Table(String name, String condition) {
            this.name = name;
            this.condition = condition;
        }

        private String day(Asked asked) {
            return switch (this) {
                case LEDGER -> asked.dayColumn();
                case ROWS -> "day";
            };
        }
    }

    Sums of(Table table, Asked asked, Window window, Set<String> measures, By by) {
        var day = table.day(asked);
        var sums = new Sums();
        asking(
                        jdbc,
                        """
                        select %s as key, measure, facet, sum(amount)::bigint as amount
                          from read_model.%s
                         where fold = any(:fold) and practice = :practice and measure = any(:measures)
                           and %s between :from and :to and %s
                           and (:payer::uuid is null or payer = :payer)
                           and (:provider::uuid is null or provider = :provider)
                         group by 1, 2, 3
                        """.formatted(by.key(day, "payer", "provider", "facet"), table.name, day, table.condition),
                        asked,
                        window)
                .param("measures", measures.toArray(String[]::new))
                .param("asOf", asked.asOf())
                .query(row -> {
                    sums.add(
                            row.getString("key"),
                            row.getString("measure"),
                            row.getString("facet"),
                            row.getLong("amount"));
                });
        return sums;
    }

    /// A question about sums, with the parameters that all of them have.
    static JdbcClient.StatementSpec asking(JdbcClient jdbc, String sql, Asked asked, Window window) {
        return jdbc.sql(sql)
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("basis", asked.basis().name())
                .param("from", window.from())
                .param("to", window.to())
                .param("payer", asked.payer())
                .param("provider", asked.provider());
    }
}
