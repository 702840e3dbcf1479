package claimtrail.query.claim;

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

    private static final String OPEN = """
             from read_model.denial_episode e
             join read_model.claim c on c.claim_id = e.claim_id
             left join read_model.payer p on p.payer_id = e.payer
             left join read_model.provider r on r.provider_id = e.provider
            where e.practice = :practice and e.closed_on is null
              and (:state::text is null or e.state = :state)
              and (:provider::uuid is null or e.provider = :provider)
              and (:payer::uuid is null or e.payer = :payer)
              and (:until::date is null or e.appeal_last_day <= :until)
            """;

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public record Wanted(
            UUID practice,
            @Nullable State state,
            @Nullable UUID payer,
            @Nullable UUID provider,
            @Nullable LocalDate until) {}

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

    /// All of them together.
    public Totals totals(Wanted wanted) {
        return asking(
                        "select count(*) as denials, coalesce(sum(e.opened_cents), 0)::bigint as cents,"
                                + " coalesce(sum(e.awaited_cents), 0)::bigint as awaited" + OPEN,
                        wanted)
                .query((row, _) -> new Totals(row.getLong("denials"), row.getLong("cents"), row.getLong("awaited")))
                .single();
    }

    /// One page of them.
    ///
    /// @param today from which days are counted
    public List<Item> list(Wanted wanted, LocalDate today, Page page) {
        return asking(
                        "select e.*, c.number, p.name as payer_name, coalesce(r.name, r.number) as provider_name" + OPEN
                                + " order by e.appeal_last_day nulls last, e.opened_cents desc, e.claim_id, e.line_no"
                                + " limit :limit offset :offset",
                        wanted)
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

    private JdbcClient.StatementSpec asking(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("practice", wanted.practice())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("payer", wanted.payer())
                .param("provider", wanted.provider())
                .param("until", wanted.until());
    }
}
