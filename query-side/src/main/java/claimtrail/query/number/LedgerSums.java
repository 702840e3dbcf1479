package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums straight from the ledger: right for any position in the past.
@Component
final class LedgerSums {

    private final JdbcClient jdbc;

    LedgerSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sums of(Asked asked, Window window, Set<String> measures, By by) {
        var day = asked.dayColumn();
        var sums = new Sums();
        jdbc.sql("""
                        select %s as key, measure, facet, sum(amount)::bigint as amount
                          from read_model.metric_posting
                         where fold = any(:fold) and practice = :practice and measure = any(:measures)
                           and %s between :from and :to and position <= :asOf
                           and (:payer::uuid is null or payer = :payer)
                           and (:provider::uuid is null or provider = :provider)
                         group by 1, 2, 3
                        """.formatted(by.key(day, "payer", "provider", "facet"), day))
                .param("fold", Folds.shown())
                .param("practice", asked.practice().id())
                .param("measures", measures.toArray(String[]::new))
                .param("from", window.from())
                .param("to", window.to())
                .param("asOf", asked.asOf())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .query(row -> {
                    sums.add(
                            row.getString("key"),
                            row.getString("measure"),
                            row.getString("facet"),
                            row.getLong("amount"));
                });
        return sums;
    }
}
