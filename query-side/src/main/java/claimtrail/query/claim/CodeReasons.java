package claimtrail.query.claim;

import claimtrail.query.web.Asked;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Why lines with a code were denied.
@Component
public class CodeReasons {

    private static final int MOST_FREQUENT = 5;

    private final JdbcClient jdbc;
    private final ClaimsThen claims;

    CodeReasons(JdbcClient jdbc, ClaimsThen claims) {
        this.jdbc = jdbc;
        this.claims = claims;
    }

    /// Denials of one class that began in the window.
    public record Reason(String reasonClass, long denials, long cents) {}

    /// The most frequent classes; ties by name.
    public List<Reason> of(Asked asked, String code) {
        var then = claims.ofPractice(asked.practice().id(), asked.asOf());
        return then.asking(jdbc.sql("""
                        select e.reason_class, count(*) as denials, sum(e.opened_cents)::bigint as cents
                          from %s c
                          join %s l on l.claim_id = c.claim_id and l.code = :code
                          join %s e on e.claim_id = c.claim_id and e.line_no = l.no and e.payer_sequence = 1
                         where c.practice = :practice and c.codes @> array[:code]::text[]
                           and e.opened_on between :from and :to
                           and (:payer::uuid is null or e.payer = :payer)
                           and (:provider::uuid is null or e.provider = :provider)
                         group by 1 order by 2 desc, 1 limit :most
                        """.formatted(
                                then.of(ClaimTables.CLAIM),
                                then.of(ClaimTables.LINE, ClaimsThen.CLAIM_UNTOUCHED),
                                then.of(ClaimTables.EPISODE))))
                .param("code", code)
                .param("practice", asked.practice().id())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .param("most", MOST_FREQUENT)
                .query((row, _) ->
                        new Reason(row.getString("reason_class"), row.getLong("denials"), row.getLong("cents")))
                .list();
    }
}
