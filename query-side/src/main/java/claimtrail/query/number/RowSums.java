package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums from the daily tables: right for now, and much less to read than the ledger.
@Component
final class RowSums {

    private static final String COLUMNS = Column.ALL.stream()
            .map(column -> "coalesce(sum(" + column.name() + "), 0)::bigint as " + column.name())
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    RowSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sums of(Asked asked, Window window, Set<String> measures, By by) {
        var sums = new Sums();
        var open = new TreeSet<String>();
        for (var measure : measures) {
            if (!Column.isHomeOf(measure)) {
                open.add(measure);
            }
        }
        if (open.size() < measures.size() && by != By.REASON && by != By.CATEGORY) {
            daily(asked, window, by, sums);
        }
        if (!open.isEmpty()) {
            byFacet(asked, window, open, by, sums);
        }
        return sums;
    }

    private void daily(Asked asked, Window window, By by, Sums sums) {
        var ofProviders = asked.provider() != null || by == By.PROVIDER;
        var day = ofProviders ? "period_start" : "day";
        asking(
                        """
                        select %s as key, %s from read_model.%s
                         where fold = any(:fold) and practice = :practice and basis = :basis and %s between :from and :to
                           and (:payer::uuid is null or payer = :payer) %s
                         group by 1
                        """.formatted(
                                        by.key(day, "payer", "provider", "''"),
                                        COLUMNS,
                                        ofProviders ? "provider_performance" : "practice_daily_metrics",
                                        day,
                                        ofProviders
                                                ? "and grain = 'DAY' and (:provider::uuid is null or provider = :provider)"
                                                : "and :provider::uuid is null"),
                        asked,
                        window)
                .query(row -> {
                    var key = row.getString("key");
                    var partly = row.getLong("denied_partly_claims");
                    sums.add(key, "denied.claims", "PARTIAL", partly);
                    sums.add(key, "denied.claims", "FULL", row.getLong("denied_claims") - partly);
                    for (var column : Column.ALL) {
                        var facet = column.read();
                        if (facet != null && !column.measure().equals("denied.claims")) {
                            sums.add(key, column.measure(), facet, row.getLong(column.name()));
                        }
                    }
                });
    }

    private void byFacet(Asked asked, Window window, Set<String> measures, By by, Sums sums) {
        asking("""
                        select %s as key, measure, facet, sum(amount)::bigint as amount
                          from read_model.facet_daily_metrics
                         where fold = any(:fold) and practice = :practice and measure = any(:measures) and basis = :basis
                           and day between :from and :to
                           and (:payer::uuid is null or payer = :payer)
                           and (:provider::uuid is null or provider = :provider)
                         group by 1, 2, 3
                        """.formatted(by.key("day", "payer", "provider", "facet")), asked, window)
                .param("measures", measures.toArray(String[]::new))
                .query(row -> {
                    sums.add(
                            row.getString("key"),
                            row.getString("measure"),
                            row.getString("facet"),
                            row.getLong("amount"));
                });
    }

    private JdbcClient.StatementSpec asking(String sql, Asked asked, Window window) {
        Basis basis = asked.basis();
        return jdbc.sql(sql)
                .param("fold", Folds.shown())
                .param("practice", asked.practice().id())
                .param("basis", basis.name())
                .param("from", window.from())
                .param("to", window.to())
                .param("payer", asked.payer())
                .param("provider", asked.provider());
    }
}
