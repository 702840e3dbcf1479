package claimtrail.query.reason;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The table of reasons and the codes it does not know, over HTTP.
@RestController
final class ReasonController {

    private static final int DAYS = 90;

    private final Asking asking;
    private final Reasons reasons;
    private final Unmapped unmapped;
    private final Metas metas;

    ReasonController(Asking asking, Reasons reasons, Unmapped unmapped, Metas metas) {
        this.asking = asking;
        this.reasons = reasons;
        this.unmapped = unmapped;
        this.metas = metas;
    }

    record ReasonList(List<ReasonView> reasons, Pagination pagination, Meta meta) {}

    @GetMapping("/api/reasons")
    ResponseEntity<ReasonList> reasons(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given =
                new Parameters(request.getParameterMap(), Set.of("practice", "day", "asOf", "search", "page", "limit"));
        var asked = asking.about(given, 1);
        var page = Page.of(given);
        var search = given.text("search").orElse("");
        return Tagged.answer(
                has,
                "reasons " + search + page + asked,
                () -> new ReasonList(
                        reasons.list(asked, search, page), page.of(reasons.count(asked, search)), metas.of(asked)));
    }

    record UnmappedList(List<Unmapped.Code> codes, Meta meta) {}

    @GetMapping("/api/reasons/unmapped")
    ResponseEntity<UnmappedList> unmapped(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), DAYS);
        return Tagged.answer(has, "unmapped " + asked, () -> new UnmappedList(unmapped.of(asked), metas.of(asked)));
    }
}
