package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums of measures by facet: from kept totals and the ledger, which are right for any position in the
/// past, or from the daily rows of measures whose facet is open, which are right for now.
@Component
final class FacetSums {

    private final JdbcClient jdbc;
    private final KeptTotals kept;

    FacetSums(JdbcClient jdbc, KeptTotals kept) {
        this.jdbc = jdbc;
        this.kept = kept;
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

    /// As known at the position asked about, whichever that is.
    Sums then(Asked asked, Window window, Set<String> measures, By by) {
        return KeptTotals.have(measures) && asked.isOfAll() && !by.isParty()
                ? kept(asked, window, measures, by)
                : of(Table.LEDGER, asked, window, measures, by);
    }

    private Sums kept(Asked asked, Window window, Set<String> measures, By by) {
        var stock = window.from().equals(Window.EVER) && asked.basis() == Basis.EVENT && !by.isPeriod();
        var cells = stock ? KeptTotals.stock(asked) : KeptTotals.cells(asked);
        return summed(kept.asking(
                        asking(jdbc, """
                            select %s as key, measure, facet, sum(amount)::bigint as amount from %s cell group by 1, 2, 3
                            """.formatted(by.key("day", "''", "''", "facet"), cells), asked, window),
                        asked,
                        window.from())
                .param("measures", measures.toArray(String[]::new)));
    }

    Sums of(Table table, Asked asked, Window window, Set<String> measures, By by) {
        var day = table.day(asked);
        return summed(asking(
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
                .param("asOf", asked.asOf()));
    }

    private static Sums summed(JdbcClient.StatementSpec question) {
        var sums = new Sums();
        question.query(row -> {
            sums.add(row.getString("key"), row.getString("measure"), row.getString("facet"), row.getLong("amount"));
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
