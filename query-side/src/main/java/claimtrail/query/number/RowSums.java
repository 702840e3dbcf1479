package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums from the daily tables with a column for each measure: right for now, and much less to read than the ledger.
@Component
final class RowSums {

    private static final String COLUMNS = Column.ALL.stream()
            .map(column -> "coalesce(sum(" + column.name() + "), 0)::bigint as " + column.name())
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    RowSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds what the rows of the window add up to.
    void add(Asked asked, Window window, By by, Sums sums) {
        var ofProviders = asked.provider() != null || by == By.PROVIDER;
        var day = ofProviders ? "period_start" : "day";
        FacetSums.asking(
                        jdbc,
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
}
