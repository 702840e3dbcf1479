package claimtrail.query.claim;

import claimtrail.query.web.Page;
import claimtrail.query.web.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds claims.
@Component
public class ClaimSearch {

    private static final String FROM = """
              from read_model.claim c
              left join read_model.provider r on r.provider_id = c.provider
              left join read_model.payer p on p.payer_id = c.payer
            """;

    private static final String COLUMNS = """
            select c.*, coalesce(r.name, r.number) as provider_name, p.name as payer_name
            """;

    private final JdbcClient jdbc;

    ClaimSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which day of a claim the window is laid on.
    public enum DateField {
        SUBMITTED,
        DECIDED,
        SERVICE;

        String column() {
            return switch (this) {
                case SUBMITTED -> "submitted_on";
                case DECIDED -> "decided_on";
                case SERVICE -> "service_from";
            };
        }
    }

    /// In which order.
    public enum Order {
        SUBMITTED("submitted_on"),
        DECIDED("decided_on"),
        NUMBER("number"),
        CHARGE("charge_cents"),
        DENIED("denied_cents"),
        OPEN("open_cents");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /// What is sought.
    ///
    /// @param window absent = all days
    /// @param search a number's beginning, or a code
    /// @param descending largest or newest first; ties by id
    public record Wanted(
            UUID practice,
            ClaimStatus status,
            DateField field,
            @Nullable Window window,
            @Nullable UUID payer,
            @Nullable UUID provider,
            @Nullable String reason,
            @Nullable String search,
            Order order,
            boolean descending) {}

    /// How many there are.
    public long count(Wanted wanted) {
        return asking("select count(*) " + FROM + where(wanted), wanted)
                .query(Long.class)
                .single();
    }

    /// One page of them.
    public List<ClaimView> list(Wanted wanted, Page page) {
        return asking(
                        COLUMNS + FROM + where(wanted) + " order by c."
                                + wanted.order().column()
                                + (wanted.descending() ? " desc" : "") + " nulls last, c.claim_id"
                                + " limit :limit offset :offset",
                        wanted)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> ClaimView.of(row))
                .list();
    }

    /// One claim.
    public Optional<ClaimView> find(UUID id) {
        return jdbc.sql(COLUMNS + FROM + " where c.claim_id = ?")
                .param(id)
                .query((row, _) -> ClaimView.of(row))
                .optional();
    }

    private static String where(Wanted wanted) {
        return " where c.practice = :practice and " + wanted.status().condition()
                + (wanted.window() == null ? "" : " and c." + wanted.field().column() + " between :from and :to")
                + (wanted.payer() == null ? "" : " and c.payer = :payer")
                + (wanted.provider() == null ? "" : " and c.provider = :provider")
                + (wanted.reason() == null ? "" : " and c.reason_class = :reason")
                + (wanted.search() == null
                        ? ""
                        : " and (upper(c.number) like :number or c.codes @> array[:code]::text[])");
    }

    private JdbcClient.StatementSpec asking(String sql, Wanted wanted) {
        var asking = jdbc.sql(sql).param("practice", wanted.practice());
        if (wanted.window() != null) {
            asking = asking.param("from", wanted.window().from())
                    .param("to", wanted.window().to());
        }
        if (wanted.search() != null) {
            var text = wanted.search().toUpperCase(Locale.ROOT);
            asking = asking.param("number", text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                    .param("code", text);
        }
        return asking.param("payer", wanted.payer())
                .param("provider", wanted.provider())
                .param("reason", wanted.reason());
    }
}
