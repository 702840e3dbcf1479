package claimtrail.query.claim;

import claimtrail.query.feed.Editions;
import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.Then;
import claimtrail.query.number.BusinessDays;
import claimtrail.query.provider.RegistryTables;
import claimtrail.query.web.Page;
import claimtrail.query.web.Window;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds claims.
@Component
public class ClaimSearch {

    private static final String COLUMNS = """
        select c.*, coalesce(r.name, r.number) as provider_name, p.name as payer_name
        """;

    private final JdbcClient jdbc;
    private final ClaimsThen claims;
    private final BusinessDays days;
    private final Snapshot snapshot;
    private final Remembered remembered;
    private final Editions editions;

    ClaimSearch(
            JdbcClient jdbc,
            ClaimsThen claims,
            BusinessDays days,
            Snapshot snapshot,
            Remembered remembered,
            Editions editions) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.days = days;
        this.snapshot = snapshot;
        this.remembered = remembered;
        this.editions = editions;
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
    /// @param reason class of the largest denial
    /// @param pattern a denied line belongs to it
    /// @param policy it applies to a line
    /// @param run the simulated run that wrote it
    /// @param search a number's beginning, or a code
    /// @param descending largest or newest first; ties by id
    /// @param asOf the last position that is known
    public record Wanted(
            UUID practice,
            ClaimStatus status,
            DateField field,
            @Nullable Window window,
            @Nullable UUID payer,
            @Nullable UUID provider,
            @Nullable String reason,
            @Nullable UUID pattern,
            @Nullable UUID policy,
            @Nullable String run,
            @Nullable String search,
            Order order,
            boolean descending,
            long asOf) {

        /// All claims of a practice, newest submissions first.
        public static Wanted all(UUID practice, long asOf) {
            return new Wanted(
                    practice,
                    ClaimStatus.ALL,
                    DateField.SUBMITTED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Order.SUBMITTED,
                    true,
                    asOf);
        }
    }

    /// A page of what was found.
    ///
    /// @param total on all pages
    public record Found(List<ClaimView> claims, long total) {}

    /// One page, and how many there are.
    public Found find(Wanted wanted, Page page) {
        return remembered.of(
                new Question(editions.now().number(), wanted, page), Found.class, () -> sought(wanted, page));
    }

    private record Question(long edition, Wanted wanted, Page page) {}

    private Found sought(Wanted wanted, Page page) {
        return snapshot.of(() -> {
            var then = claims.standings(wanted.practice(), wanted.asOf());
            var sources = ClaimStandings.sources(then).stream()
                    .map(source -> source + condition(wanted))
                    .toList();
            var latest = days.latestSubmission(wanted.practice(), wanted.asOf()).orElse(Window.EVER);
            var total = asking(
                            sources.stream()
                                    .map(source -> "(select count(*) from " + source + ")")
                                    .collect(Collectors.joining(" + ", "select ", "")),
                            wanted,
                            then)
                    .param("latest", latest)
                    .query(Long.class)
                    .single();
            var ids = asking(page(sources, wanted), wanted, then)
                    .param("latest", latest)
                    .param("most", page.offset() + page.limit())
                    .param("limit", page.limit())
                    .param("offset", page.offset())
                    .query((row, _) -> Row.id(row))
                    .list();
            return new Found(shown(ids, wanted.asOf()), total);
        });
    }

    /// The ids of a page. Each source gives its own first rows, so that an index can find them.
    private static String page(List<String> sources, Wanted wanted) {
        var order = " order by " + wanted.order().column() + (wanted.descending() ? " desc" : "")
                + " nulls last, claim_id limit ";
        return sources.stream()
                .map(source -> "(select claim_id, " + wanted.order().column() + " from " + source + order + ":most)")
                .collect(Collectors.joining(
                        " union all ", "select claim_id from (", ") found" + order + ":limit offset :offset"));
    }

    /// Some claims at a position, in the order in which they are named.
    private List<ClaimView> shown(List<UUID> ids, long asOf) {
        var then = claims.of(ids, asOf);
        var shown = then
                .asking(jdbc.sql(COLUMNS + from(then) + " where c.claim_id = any(:ids)"))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> ClaimView.of(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ClaimView::id, Function.identity()));
        return ids.stream()
                .map(id -> Objects.requireNonNull(shown.get(id), "a claim that is listed is known"))
                .toList();
    }

    /// One claim at a position; empty before its first fact.
    public Optional<ClaimView> find(UUID id, long asOf) {
        var then = claims.of(Set.of(id), asOf);
        return then.asking(jdbc.sql(COLUMNS + from(then) + " where c.claim_id = :id"))
                .param("id", id)
                .query((row, _) -> ClaimView.of(row))
                .optional();
    }

    /// The numbers of some claims, as far as they were told by a position.
    public Map<UUID, String> numbers(Set<UUID> ids, long asOf) {
        var then = claims.of(ids, asOf);
        return then
                .asking(jdbc.sql("select claim_id, number from " + then.of(ClaimTables.CLAIM)
                        + " c where claim_id = any(:ids) and number is not null"))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("claim_id", UUID.class), row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String from(Then then) {
        return """
              from %s c
              left join %s r on r.provider_id = c.provider
              left join %s p on p.payer_id = c.payer
            """.formatted(
                        then.of(ClaimTables.CLAIM), then.of(RegistryTables.PROVIDER), then.of(RegistryTables.PAYER));
    }

    private static String condition(Wanted wanted) {
        return " and c.practice = :practice and " + wanted.status().condition()
                + (wanted.window() == null ? "" : " and c." + wanted.field().column() + " between :from and :to")
                + (wanted.payer() == null ? "" : " and c.payer = :payer")
                + (wanted.provider() == null ? "" : " and c.provider = :provider")
                + (wanted.reason() == null ? "" : " and c.reason_class = :reason")
                + (wanted.pattern() == null ? "" : " and c.patterns @> array[:pattern]::uuid[]")
                + (wanted.policy() == null ? "" : " and c.policies @> array[:policy]::uuid[]")
                + (wanted.run() == null ? "" : " and c.run_id = :run")
                + (wanted.search() == null
                        ? ""
                        : " and (upper(c.number) like :number or c.codes @> array[:code]::text[])");
    }

    private JdbcClient.StatementSpec asking(String sql, Wanted wanted, Then then) {
        var asking = then.asking(jdbc.sql(sql)).param("practice", wanted.practice());
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
                .param("pattern", wanted.pattern())
                .param("policy", wanted.policy())
                .param("run", wanted.run())
                .param("reason", wanted.reason());
    }
}
