package claimtrail.query.learning;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.claim.CodeReasons;
import claimtrail.query.claim.CodeReasons.Reason;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.feed.Then;
import claimtrail.query.number.Folds;
import claimtrail.query.number.Measured;
import claimtrail.query.web.Asked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Procedure codes: the published card, and what became of the practice's own lines.
@Component
public class Codes {

    private static final String[] MEASURES = {
        "code.claims", "code.lines", "code.decided", "code.denied.lines", "code.denied.cents", "code.paid.cents"
    };

    private final JdbcClient jdbc;
    private final StreamRows rows;
    private final FoldStatus status;
    private final CodeReasons reasons;
    private final Snapshot snapshot;

    Codes(JdbcClient jdbc, StreamRows rows, FoldStatus status, CodeReasons reasons, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.status = status;
        this.reasons = reasons;
        this.snapshot = snapshot;
    }

    /// A code with its own history in the window.
    ///
    /// @param card the newest version that holds on the last day; absent where none was published
    /// @param asserted usage and rates of the source, under its own names; nobody counts them
    /// @param claims with a line with it
    /// @param ownRate lines not denied, among those decided
    /// @param averagePaymentCents of a decided line that was not denied
    /// @param reasons of denials of its lines, the five most frequent
    /// @param months in order; their counts add up to the whole
    /// @param list where the claims are listed
    public record Code(
            String code,
            @Nullable JsonNode card,
            @Nullable JsonNode asserted,
            Measured claims,
            Measured lines,
            Measured decided,
            Measured denied,
            Measured deniedCents,
            Measured paidCents,
            Measured ownRate,
            Measured averagePaymentCents,
            List<Reason> reasons,
            List<Month> months,
            String list) {}

    /// One month of the window.
    public record Month(String month, long claims, long decided, long denied, long paidCents) {}

    /// A published card.
    ///
    /// @param claims of the practice in the window, with a line with the code
    public record Entry(
            String code, String title, String category, int version, long claims, long decided, long denied) {}

    /// Everything about one code; empty where nobody published a card and no claim has it.
    public Optional<Code> find(String code, Asked asked) {
        return snapshot.of(() -> {
            var card = card(code, asked);
            var months = months(code, asked);
            return card == null && months.isEmpty() ? Optional.empty() : Optional.of(code(code, asked, card, months));
        });
    }

    private Code code(String code, Asked asked, @Nullable JsonNode card, Map<String, Map<String, Long>> months) {
        var whole = new HashMap<String, Long>();
        months.values().forEach(month -> month.forEach((measure, amount) -> whole.merge(measure, amount, Long::sum)));
        var subject = "code=" + code;
        var decided = whole.getOrDefault("code.decided", 0L);
        var denied = whole.getOrDefault("code.denied.lines", 0L);
        var paid = whole.getOrDefault("code.paid.cents", 0L);
        return new Code(
                code,
                card,
                card == null || !card.path("asserted").isObject() ? null : card.path("asserted"),
                Measured.sum(whole.getOrDefault("code.claims", 0L), Measured.explain("code.claims", asked, subject)),
                Measured.sum(whole.getOrDefault("code.lines", 0L), Measured.explain("code.lines", asked, subject)),
                Measured.sum(decided, Measured.explain("code.decided", asked, subject)),
                Measured.sum(denied, Measured.explain("code.denied", asked, subject)),
                Measured.sum(
                        whole.getOrDefault("code.denied.cents", 0L),
                        Measured.explain("code.denied.amount", asked, subject)),
                Measured.sum(paid, Measured.explain("code.paid", asked, subject)),
                Measured.percent(decided - denied, decided, Measured.explain("code.own.rate", asked, subject)),
                Measured.each(paid, decided - denied, 0, Measured.explain("code.average.payment", asked, subject)),
                reasons.of(asked, code),
                months.entrySet().stream()
                        .map(month -> new Month(
                                month.getKey(),
                                month.getValue().getOrDefault("code.claims", 0L),
                                month.getValue().getOrDefault("code.decided", 0L),
                                month.getValue().getOrDefault("code.denied.lines", 0L),
                                month.getValue().getOrDefault("code.paid.cents", 0L)))
                        .toList(),
                "/api/claims?practice=" + asked.practice().id() + "&search=" + code + "&asOf=" + asked.asOf());
    }

    private @Nullable JsonNode card(String code, Asked asked) {
        var then = then(asked);
        return then.asking(jdbc.sql("select published from " + source(then) + """
                         r where code = :code and (practice = :practice or practice is null)
                             and effective_from <= :day
                         order by practice nulls last, version desc limit 1
                        """))
                .param("code", code)
                .param("practice", asked.practice().id())
                .param("day", asked.window().to())
                .query(String.class)
                .optional()
                .map(JsonMapper.shared()::readTree)
                .orElse(null);
    }

    private Then then(Asked asked) {
        var then = new Then(asked.asOf());
        rows.then(CardRows.KIND, asked.practice().id(), then);
        return then;
    }

    private static String source(Then then) {
        return StreamRows.of(CardRows.KIND, CardRows.CARD, then);
    }

    /// Sums by month and measure.
    private Map<String, Map<String, Long>> months(String code, Asked asked) {
        var months = new TreeMap<String, Map<String, Long>>();
        asking("""
                select to_char(day, 'YYYY-MM') as month, measure, sum(amount)::bigint as amount
                  from %s d where facet = :code group by 1, 2
                """, asked).param("code", code).query(row -> {
            months.computeIfAbsent(row.getString("month"), _ -> new HashMap<>())
                    .put(row.getString("measure"), row.getLong("amount"));
        });
        return months;
    }

    /// Cards and own counts of all codes that have a card or a claim, most used first.
    public List<Entry> all(Asked asked) {
        return snapshot.of(() -> {
            var then = then(asked);
            return then.asking(asking("""
                            with d as %s,
                                 used as (
                                    select facet as code,
                                           coalesce(sum(amount) filter (where measure = 'code.claims'), 0) as claims,
                                           coalesce(sum(amount) filter (where measure = 'code.decided'), 0) as decided,
                                           coalesce(sum(amount) filter (where measure = 'code.denied.lines'), 0)
                                               as denied
                                      from d group by 1),
                                 card as (
                                    select distinct on (code) code, title, category, version
                                      from CARDS r
                                     where (practice = :practice or practice is null) and effective_from <= :to
                                     order by code, practice nulls last, version desc)
                            select code, coalesce(title, '') as title, coalesce(category, '') as category,
                                   coalesce(version, 0) as version, coalesce(claims, 0)::bigint as claims,
                                   coalesce(decided, 0)::bigint as decided, coalesce(denied, 0)::bigint as denied
                              from card full join used using (code) order by claims desc, code
                            """.replace("CARDS", source(then)), asked))
                    .query((row, _) -> new Entry(
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("category"),
                            row.getInt("version"),
                            row.getLong("claims"),
                            row.getLong("decided"),
                            row.getLong("denied")))
                    .list();
        });
    }

    private JdbcClient.StatementSpec asking(String sql, Asked asked) {
        var now = status.standsAt(ClaimFold.NAME, asked.asOf());
        return jdbc.sql(sql.formatted(now ? """
                        (select * from read_model.facet_daily_metrics
                          where fold = any(:fold) and practice = :practice and measure = any(:measures)
                            and basis = :basis and day between :from and :to
                            and (:payer::uuid is null or payer = :payer)
                            and (:provider::uuid is null or provider = :provider))
                        """ : """
                        (select measure, facet, amount, %1$s as day from read_model.metric_posting
                          where fold = any(:fold) and practice = :practice and measure = any(:measures)
                            and %1$s between :from and :to and position <= :asOf
                            and (:payer::uuid is null or payer = :payer)
                            and (:provider::uuid is null or provider = :provider))
                        """.formatted(asked.dayColumn())))
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("measures", MEASURES)
                .param("basis", asked.basis().name())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("asOf", asked.asOf())
                .param("payer", asked.payer())
                .param("provider", asked.provider());
    }
}
