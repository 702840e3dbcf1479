package claimtrail.query.claim;

import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.Then;
import claimtrail.query.web.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Denials of which letter and money do not say the same: won and not paid, paid and not told. `dq.unconfirmed`.
@Component
public class Unconfirmed {

    /// How long the money may come after the letter.
    static final int PATIENT_DAYS = 45;

    private final JdbcClient jdbc;
    private final ClaimsThen claims;
    private final Snapshot snapshot;

    Unconfirmed(JdbcClient jdbc, ClaimsThen claims, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.snapshot = snapshot;
    }

    /// What is missing.
    public enum Missing {
        /// A letter took the denial back at least 45 days ago, and its money has not all come.
        PAYMENT,
        /// The money of an appeal came, and nobody told its outcome.
        OUTCOME
    }

    /// What is sought.
    ///
    /// @param missing absent: either
    /// @param day from which days are counted
    /// @param asOf the last position that is known
    public record Wanted(
            UUID practice,
            @Nullable Missing missing,
            @Nullable UUID payer,
            @Nullable UUID provider,
            LocalDate day,
            long asOf) {}

    /// One denial.
    ///
    /// @param line 0 = the claim as a whole
    /// @param wonOn the day of the letter, or of the money where there is none
    /// @param awaitedCents promised and not come
    public record Item(
            UUID claim,
            @Nullable String number,
            int line,
            UUID payer,
            Missing missing,
            LocalDate wonOn,
            long daysSince,
            long cents,
            long awaitedCents,
            long recoveredCents) {}

    /// A page of them.
    ///
    /// @param total over all pages
    public record Found(List<Item> items, long total) {}

    /// One page, the oldest first.
    public Found find(Wanted wanted, Page page) {
        return snapshot.of(() -> {
            var then = claims.ofPractice(wanted.practice(), wanted.asOf());
            var total = asking("select count(*) from " + unconfirmed(then), wanted, then)
                    .query(Long.class)
                    .single();
            return new Found(list(wanted, page, then), total);
        });
    }

    private List<Item> list(Wanted wanted, Page page, Then then) {
        return asking(
                        "select * from " + unconfirmed(then)
                                + " order by won_on, claim_id, line_no, payer_sequence limit :limit offset :offset",
                        wanted,
                        then)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> {
                    var won = row.getObject("won_on", LocalDate.class);
                    return new Item(
                            row.getObject("claim_id", UUID.class),
                            row.getString("number"),
                            row.getInt("line_no"),
                            row.getObject("payer", UUID.class),
                            Missing.valueOf(row.getString("missing")),
                            won,
                            ChronoUnit.DAYS.between(won, wanted.day()),
                            row.getLong("opened_cents"),
                            row.getLong("awaited_cents"),
                            row.getLong("recovered_cents"));
                })
                .list();
    }

    private static String unconfirmed(Then then) {
        return """
                (select e.*, c.number, case e.told_by when 'LETTER' then 'PAYMENT' else 'OUTCOME' end as missing
                   from %s e
                   join %s c on c.claim_id = e.claim_id
                  where e.practice = :practice and e.won_on <= :day
                    and (e.told_by = 'REMITTANCE'
                         or (e.closed_on is null and e.awaited_cents > 0 and e.won_on <= :day - :patient))
                    and (:provider::uuid is null or e.provider = :provider)
                    and (:payer::uuid is null or e.payer = :payer)) as unconfirmed
                 where (:missing::text is null or missing = :missing)
                """.formatted(then.of(ClaimTables.EPISODE), then.of(ClaimTables.CLAIM));
    }

    private JdbcClient.StatementSpec asking(String sql, Wanted wanted, Then then) {
        var missing = wanted.missing();
        return then.asking(jdbc.sql(sql))
                .param("practice", wanted.practice())
                .param("missing", missing == null ? null : missing.name())
                .param("payer", wanted.payer())
                .param("provider", wanted.provider())
                .param("day", wanted.day())
                .param("patient", PATIENT_DAYS);
    }
}
