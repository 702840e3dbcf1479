package claimtrail.query.claim;

import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.Then;
import claimtrail.query.provider.RegistryTables;
import claimtrail.query.web.Page;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Denials that are not over, those with the nearest last day for an appeal first.
@Component
public class WorkList {

    private final JdbcClient jdbc;
    private final ClaimsThen claims;
    private final Snapshot snapshot;

    WorkList(JdbcClient jdbc, ClaimsThen claims, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.snapshot = snapshot;
    }

    /// Where a denial that is not over can stand.
    public enum State {
        OPEN,
        APPEALED,
        OVERTURNED,
        UPHELD
    }

    /// What is sought.
    ///
    /// @param until only those whose last day is known and not later
    /// @param asOf the last position that is known
    public record Wanted(
            UUID practice,
            @Nullable State state,
            @Nullable UUID payer,
            @Nullable UUID provider,
            @Nullable LocalDate until,
            long asOf) {}

    /// One open denial.
    ///
    /// @param line 0 = the claim as a whole
    /// @param appealLastDay absent where no terms are known
    /// @param daysLeft until that day; negative when it has passed
    /// @param ageDays since it was denied
    public record Item(
            UUID claim,
            @Nullable String number,
            int line,
            @Nullable String payer,
            @Nullable String provider,
            LocalDate openedOn,
            long openedPosition,
            long cents,
            long awaitedCents,
            String reasonClass,
            @Nullable String primaryReason,
            String state,
            int level,
            boolean appealable,
            @Nullable LocalDate appealLastDay,
            @Nullable Long daysLeft,
            long ageDays) {}

    /// How many, and how much they were when they were denied.
    public record Totals(long denials, long cents, long awaitedCents) {}

    /// A page of open denials.
    ///
    /// @param totals over all pages
    public record Open(List<Item> items, Totals totals) {}

    /// One page of them, and all together.
    ///
    /// @param today from which days are counted
    public Open find(Wanted wanted, LocalDate today, Page page) {
        return snapshot.of(() -> {
            var then = claims.ofPractice(wanted.practice(), wanted.asOf());
            return new Open(list(wanted, today, page, then), totals(wanted, then));
        });
    }

    private Totals totals(Wanted wanted, Then then) {
        return asking(
                        "select count(*) as denials, coalesce(sum(e.opened_cents), 0)::bigint as cents,"
                                + " coalesce(sum(e.awaited_cents), 0)::bigint as awaited" + open(then),
                        wanted,
                        then)
                .query((row, _) -> new Totals(row.getLong("denials"), row.getLong("cents"), row.getLong("awaited")))
                .single();
    }

    private static String open(Then then) {
        return """
                 from %s e
                 join %s c on c.claim_id = e.claim_id
                 left join %s p on p.payer_id = e.payer
                 left join %s r on r.provider_id = e.provider
                where e.practice = :practice and e.closed_on is null
                  and (:state::text is null or e.state = :state)
                  and (:provider::uuid is null or e.provider = :provider)
                  and (:payer::uuid is null or e.payer = :payer)
                  and (:until::date is null or e.appeal_last_day <= :until)
                """.formatted(
                        then.of(ClaimTables.EPISODE),
                        then.of(ClaimTables.CLAIM),
                        then.of(RegistryTables.PAYER),
                        then.of(RegistryTables.PROVIDER));
    }

    private List<Item> list(Wanted wanted, LocalDate today, Page page, Then then) {
        return asking(
                        "select e.*, c.number, p.name as payer_name, coalesce(r.name, r.number) as provider_name"
                                + open(then)
                                + " order by e.appeal_last_day nulls last, e.opened_cents desc, e.claim_id, e.line_no,"
                                + " e.payer_sequence limit :limit offset :offset",
                        wanted,
                        then)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> {
                    var last = row.getObject("appeal_last_day", LocalDate.class);
                    var opened = row.getObject("opened_on", LocalDate.class);
                    return new Item(
                            row.getObject("claim_id", UUID.class),
                            row.getString("number"),
                            row.getInt("line_no"),
                            row.getString("payer_name"),
                            row.getString("provider_name"),
                            opened,
                            row.getLong("opened_position"),
                            row.getLong("opened_cents"),
                            row.getLong("awaited_cents"),
                            row.getString("reason_class"),
                            row.getString("primary_reason"),
                            row.getString("state"),
                            row.getInt("level"),
                            row.getBoolean("appealable"),
                            last,
                            last == null ? null : ChronoUnit.DAYS.between(today, last),
                            ChronoUnit.DAYS.between(opened, today));
                })
                .list();
    }

    private JdbcClient.StatementSpec asking(String sql, Wanted wanted, Then then) {
        return then.asking(jdbc.sql(sql))
                .param("practice", wanted.practice())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("payer", wanted.payer())
                .param("provider", wanted.provider())
                .param("until", wanted.until());
    }
}
