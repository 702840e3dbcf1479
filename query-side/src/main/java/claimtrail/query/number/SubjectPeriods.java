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

/// The days of all patterns or of all policies, with few rows to read: where no single provider or payer is asked about
/// they come from totals over all of them, whole months as one row. A position just behind the present is the present
/// less what was posted since, so that facts that arrive while somebody asks cost no walk through the ledger.
@Component
public class SubjectPeriods {

    /// Positions behind the present up to which what came since is taken off again.
    private static final long RECENT = 10_000;

    private final JdbcClient jdbc;
    private final FoldStatus status;
    private final SubjectDays days;

    SubjectPeriods(JdbcClient jdbc, FoldStatus status, SubjectDays days) {
        this.jdbc = jdbc;
        this.status = status;
        this.days = days;
    }

    /// Which rows are told one by one.
    ///
    /// @param since nothing earlier is asked about
    /// @param sharp from this day on every day is a row; before it a whole month may be one, under its first day
    public record Reach(LocalDate since, LocalDate sharp) {

        /// Every day is a row.
        public static Reach allSharp(LocalDate since) {
            return new Reach(since, since);
        }

        /// All that ever was, the days since the month of one of them sharp.
        public static Reach sinceEver(LocalDate day) {
            return new Reach(Window.EVER, Grain.MONTH.start(day));
        }

        /// The first day of months that are one row; those end before [#sharp].
        private LocalDate months() {
            return Grain.MONTH.start(since).equals(since) || since.equals(Window.EVER)
                    ? since
                    : Grain.MONTH.start(since).plusMonths(1);
        }

        private LocalDate days() {
            var month = Grain.MONTH.start(sharp);
            return month.isAfter(months()) ? month : since;
        }
    }

    /// A question about patterns.
    ///
    /// @param sql with one `%s` where the rows come from; they have the columns `subject` and `day`, and
    ///     those of [SubjectColumn#PATTERN]
    public StatementSpec ofPatterns(String sql, Asked asked, Basis basis, Reach reach) {
        var ahead = ahead(asked);
        return ahead > RECENT
                ? days.ofPatterns(sql, asked, basis)
                : asking(
                        sql.formatted(source("pattern_totals", "pattern_id", SubjectColumn.PATTERN, basis, ahead)),
                        SubjectColumn.PATTERN,
                        asked,
                        basis,
                        reach);
    }

    /// The same about policies, with the columns of [SubjectColumn#POLICY].
    public StatementSpec ofPolicies(String sql, Asked asked, Basis basis, Reach reach) {
        var ahead = ahead(asked);
        return ahead > RECENT
                ? days.ofPolicies(sql, asked, basis)
                : asking(
                        sql.formatted(source("policy_totals", "policy_id", SubjectColumn.POLICY, basis, ahead)),
                        SubjectColumn.POLICY,
                        asked,
                        basis,
                        reach);
    }

    /// Whom each policy denied on which day: a question whose rows have `subject`, `provider`, `payer`, `day` and
    /// `denied_claims`, of the days of the window, none of them 0.
    public StatementSpec ofDeniedByPolicies(String sql, Asked asked, Basis basis) {
        return ahead(asked) > RECENT
                ? days.ofPoliciesByProvider(
                        sql,
                        asked.on(basis),
                        Set.of("policy.denied"),
                        asked.window().from())
                : asking(
                        sql.formatted(denied(day(basis))),
                        SubjectColumn.POLICY,
                        asked,
                        basis,
                        Reach.allSharp(asked.window().from()));
    }

    /// Positions of the present behind which the question stays; beyond any where totals do not answer it.
    private long ahead(Asked asked) {
        return asked.payer() == null && asked.provider() == null
                ? status.ahead(ClaimFold.NAME, asked.asOf())
                : Long.MAX_VALUE;
    }

    private StatementSpec asking(String sql, List<SubjectColumn> columns, Asked asked, Basis basis, Reach reach) {
        return jdbc.sql(sql)
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("basis", basis.name())
                .param(
                        "measures",
                        columns.stream().map(SubjectColumn::measure).distinct().toArray(String[]::new))
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("since", reach.since())
                .param("months", reach.months())
                .param("days", reach.days())
                .param("asOf", asked.asOf())
                .param("nobody", Cell.NOBODY);
    }

    private static String source(String table, String subject, List<SubjectColumn> columns, Basis basis, long ahead) {
        var rows = rows(table, subject, columns);
        return ahead == 0 ? rows : then(rows, columns, basis);
    }

    private static String denied(String day) {
        return """
            (select subject, provider, payer, day, sum(denied_claims) as denied_claims
               from (select policy_id as subject, provider, payer, day, denied_claims
                       from read_model.policy_daily_metrics
                      where fold = any(:fold) and practice = :practice and basis = :basis
                        and day between :from and :to and denied_claims > 0
                     union all
                     select facet::uuid, provider, payer, %1$s, -amount
                       from read_model.metric_posting
                      where fold = any(:fold) and position > :asOf and practice = :practice
                        and measure = 'policy.denied' and facet not like 'asserted:%%' and %1$s between :from and :to) r
              group by subject, provider, payer, day)
            """.formatted(day);
    }

    private static String day(Basis basis) {
        return switch (basis) {
            case EVENT -> "event_day";
            case SUBMISSION -> "cohort_day";
        };
    }

    private static String rows(String table, String subject, List<SubjectColumn> columns) {
        var names = columns.stream().map(SubjectColumn::name).collect(Collectors.joining(", "));
        return """
                (select %1$s as subject, period_start as day, %3$s
                   from read_model.%2$s
                  where fold = any(:fold) and practice = :practice and basis = :basis
                    and grain = 'DAY' and period_start between :days and :to
                 union all
                 select %1$s, period_start, %3$s
                   from read_model.%2$s
                  where fold = any(:fold) and practice = :practice and basis = :basis and :days > :since
                    and grain = 'DAY' and period_start >= :since and period_start < :months
                 union all
                 select %1$s, period_start, %3$s
                   from read_model.%2$s
                  where fold = any(:fold) and practice = :practice and basis = :basis and :days > :since
                    and grain = 'MONTH' and period_start >= :months and period_start < :days)
                """.formatted(subject, table, names);
    }

    /// The rows of the present less what was posted after the position.
    private static String then(String rows, List<SubjectColumn> columns, Basis basis) {
        return """
                (select subject, day, %1$s
                   from (select * from %2$s r
                         union all
                         select replace(facet, '%5$s', '')::uuid, %3$s, %4$s
                           from read_model.metric_posting
                          where fold = any(:fold) and position > :asOf and practice = :practice
                            and measure = any(:measures) and %3$s between :since and :to) r
                  group by subject, day)
                """.formatted(
                        columns.stream()
                                .map(it -> "sum(" + it.name() + ") as " + it.name())
                                .collect(Collectors.joining(", ")),
                        rows,
                        day(basis),
                        columns.stream()
                                .map(it -> "case when measure = '" + it.measure() + "' and facet "
                                        + (it.asserted() ? "" : "not ") + "like '" + SubjectColumn.ASSERTED
                                        + "%' then -amount else 0 end")
                                .collect(Collectors.joining(", ")),
                        SubjectColumn.ASSERTED);
    }
}
