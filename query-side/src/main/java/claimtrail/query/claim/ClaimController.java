package claimtrail.query.claim;

import claimtrail.query.claim.ClaimSearch.DateField;
import claimtrail.query.claim.ClaimSearch.Order;
import claimtrail.query.claim.ClaimSearch.Wanted;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Window;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Claims over HTTP: the list, one life, and the work list of denials.
@RestController
public final class ClaimController {

    /// The parameters of the list.
    public static final Set<String> KNOWN = Set.of(
            "practice",
            "payer",
            "provider",
            "status",
            "dateRange",
            "days",
            "from",
            "to",
            "day",
            "dateField",
            "search",
            "reason",
            "sort",
            "page",
            "limit");

    private final Asking asking;
    private final ClaimSearch search;
    private final ClaimLives lives;
    private final WorkList workList;

    ClaimController(Asking asking, ClaimSearch search, ClaimLives lives, WorkList workList) {
        this.asking = asking;
        this.search = search;
        this.lives = lives;
        this.workList = workList;
    }

    record Claims(List<ClaimView> claims, Pagination pagination) {}

    @GetMapping("/api/claims")
    Claims list(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), KNOWN);
        var wanted = wanted(given, asking);
        var page = Page.of(given);
        return new Claims(search.list(wanted, page), page.of(search.count(wanted)));
    }

    /// What a list is asked for; the page of the same name asks alike.
    public static Wanted wanted(Parameters given, Asking asking) {
        var practice = asking.practice(given);
        var sort = given.text("sort").orElse("-submitted");
        var order = new Parameters(
                        java.util.Map.of("sort", new String[] {sort.startsWith("-") ? sort.substring(1) : sort}),
                        Set.of("sort"))
                .word("sort", Order.class)
                .orElse(Order.SUBMITTED);
        return new Wanted(
                practice.id(),
                given.word("status", ClaimStatus.class).orElse(ClaimStatus.ALL),
                given.word("dateField", DateField.class).orElse(DateField.SUBMITTED),
                window(given, asking),
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                given.text("reason").map(text -> text.toUpperCase(Locale.ROOT)).orElse(null),
                given.text("search").orElse(null),
                order,
                sort.startsWith("-"));
    }

    private static @org.jspecify.annotations.Nullable Window window(Parameters given, Asking asking) {
        var days = given.number("dateRange", 1, 3660).or(() -> given.number("days", 1, 3660));
        if (given.day("from").isPresent() || given.day("to").isPresent() || days.isPresent()) {
            return asking.window(given, asking.practice(given), days.orElse(90L));
        }
        return null;
    }

    @GetMapping("/api/claims/{id}")
    ClaimDetail one(@PathVariable UUID id, WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        return lives.find(id).orElseThrow(() -> new NotThere("CLAIM_UNKNOWN"));
    }

    record Work(List<WorkList.Item> denials, WorkList.Totals totals, Pagination pagination) {}

    @GetMapping("/api/appeals/worklist")
    Work work(WebRequest request) {
        var given = new Parameters(
                request.getParameterMap(),
                Set.of("practice", "payer", "provider", "state", "dueWithin", "day", "page", "limit"));
        var practice = asking.practice(given);
        var today = given.day("day").orElseGet(() -> asking.standardDay(practice));
        var wanted = new WorkList.Wanted(
                practice.id(),
                given.word("state", WorkList.State.class).orElse(null),
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                given.number("dueWithin", 0, 3660).map(today::plusDays).orElse(null));
        var page = Page.of(given);
        var totals = workList.totals(wanted);
        return new Work(workList.list(wanted, today, page), totals, page.of(totals.denials()));
    }
}
