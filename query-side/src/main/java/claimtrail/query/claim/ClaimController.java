package claimtrail.query.claim;

import claimtrail.query.audit.Knowledge;
import claimtrail.query.audit.Metas;
import claimtrail.query.claim.ClaimSearch.DateField;
import claimtrail.query.claim.ClaimSearch.Order;
import claimtrail.query.claim.ClaimSearch.Wanted;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import claimtrail.query.web.Window;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Claims over HTTP: the list, one life, and the work list of denials.
@RestController
public final class ClaimController {

    private static final long STANDARD_DAYS = 90;

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
            "pattern",
            "policy",
            "run",
            "asOf",
            "sort",
            "page",
            "limit");

    private final Asking asking;
    private final ClaimSearch search;
    private final ClaimLives lives;
    private final WorkList workList;
    private final Unconfirmed unconfirmed;
    private final Metas metas;

    ClaimController(
            Asking asking,
            ClaimSearch search,
            ClaimLives lives,
            WorkList workList,
            Unconfirmed unconfirmed,
            Metas metas) {
        this.asking = asking;
        this.search = search;
        this.lives = lives;
        this.workList = workList;
        this.unconfirmed = unconfirmed;
        this.metas = metas;
    }

    record Claims(List<ClaimView> claims, Pagination pagination, Knowledge meta) {}

    @GetMapping("/api/claims")
    ResponseEntity<Claims> list(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(request.getParameterMap(), KNOWN);
        var practice = asking.practice(given);
        var wanted = wanted(given, practice, asking);
        var page = Page.of(given);
        return Tagged.answer(has, asking.edition() + " claims " + wanted + page, () -> {
            var found = search.find(wanted, page);
            return new Claims(found.claims(), page.of(found.total()), metas.of(practice, wanted.asOf()));
        });
    }

    /// What a list is asked for; the page of the same name asks alike.
    public static Wanted wanted(Parameters given, PracticeView practice, Asking asking) {
        return new Wanted(
                practice.id(),
                given.word("status", ClaimStatus.class).orElse(ClaimStatus.ALL),
                given.word("dateField", DateField.class).orElse(DateField.SUBMITTED),
                window(given, practice, asking),
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                reason(given),
                given.id("pattern").orElse(null),
                given.id("policy").orElse(null),
                given.text("run").orElse(null),
                given.text("search").orElse(null),
                given.order("sort", Order.class).orElse(Order.SUBMITTED),
                given.descending("sort", true),
                asking.asOf(given));
    }

    private static @Nullable String reason(Parameters given) {
        return given.text("reason")
                .map(text -> text.toUpperCase(Locale.ROOT).replace('-', '_'))
                .map(reason -> {
                    if (reason.matches("[A-Z0-9_]+")) {
                        return reason;
                    }
                    throw Parameters.invalid("reason", "The word of a class of reasons, such as MOD25.");
                })
                .orElse(null);
    }

    private static @Nullable Window window(Parameters given, PracticeView practice, Asking asking) {
        var days = given.number("dateRange", 1, 3660).or(() -> given.number("days", 1, 3660));
        if (given.text("dateRange").isPresent() && given.text("days").isPresent()) {
            throw Parameters.invalid("days", "Either dateRange or days: they mean the same.");
        }
        var named =
                Stream.of("from", "to", "day").anyMatch(name -> given.text(name).isPresent());
        return named || days.isPresent() ? asking.window(given, practice, days.orElse(STANDARD_DAYS)) : null;
    }

    record Life(@JsonUnwrapped ClaimDetail life, Knowledge meta) {}

    @GetMapping("/api/claims/{id}")
    ResponseEntity<Life> one(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asOf = asking.asOf(new Parameters(request.getParameterMap(), Set.of("asOf")));
        return Tagged.answer(has, asking.edition() + " claim " + id + " " + asOf, () -> {
            var life = lives.find(id, asOf).orElseThrow(() -> new NotThere("CLAIM_UNKNOWN"));
            return new Life(life, metas.of(asking.practice(life.claim().practice(), asOf), asOf));
        });
    }

    record Work(List<WorkList.Item> denials, WorkList.Totals totals, Pagination pagination, Knowledge meta) {}

    @GetMapping("/api/appeals/worklist")
    ResponseEntity<Work> work(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(
                request.getParameterMap(),
                Set.of("practice", "payer", "provider", "state", "dueWithin", "day", "asOf", "page", "limit"));
        var practice = asking.practice(given);
        var today = given.day("day").orElseGet(() -> asking.standardDay(given, practice));
        var wanted = new WorkList.Wanted(
                practice.id(),
                given.word("state", WorkList.State.class).orElse(null),
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                given.number("dueWithin", 0, 3660).map(today::plusDays).orElse(null),
                asking.asOf(given));
        var page = Page.of(given);
        return Tagged.answer(has, asking.edition() + " work " + wanted + today + page, () -> {
            var open = workList.find(wanted, today, page);
            return new Work(
                    open.items(), open.totals(), page.of(open.totals().denials()), metas.of(practice, wanted.asOf()));
        });
    }

    record Doubts(List<Unconfirmed.Item> denials, Pagination pagination, Knowledge meta) {}

    @GetMapping("/api/appeals/unconfirmed")
    ResponseEntity<Doubts> unconfirmed(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(
                request.getParameterMap(),
                Set.of("practice", "payer", "provider", "missing", "day", "asOf", "page", "limit"));
        var practice = asking.practice(given);
        var wanted = new Unconfirmed.Wanted(
                practice.id(),
                given.word("missing", Unconfirmed.Missing.class).orElse(null),
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                given.day("day").orElseGet(() -> asking.standardDay(given, practice)),
                asking.asOf(given));
        var page = Page.of(given);
        return Tagged.answer(has, asking.edition() + " unconfirmed " + wanted + page, () -> {
            var found = unconfirmed.find(wanted, page);
            return new Doubts(found.items(), page.of(found.total()), metas.of(practice, wanted.asOf()));
        });
    }
}
