package claimtrail.query.pattern;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.pattern.EvidenceView.Counter;
import claimtrail.query.pattern.EvidenceView.Line;
import claimtrail.query.pattern.EvidenceView.Totals;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Patterns over HTTP.
@RestController
final class PatternController {

    private final Asking asking;
    private final Patterns patterns;
    private final PatternEvidence evidence;
    private final Metas metas;

    PatternController(Asking asking, Patterns patterns, PatternEvidence evidence, Metas metas) {
        this.evidence = evidence;
        this.asking = asking;
        this.patterns = patterns;
        this.metas = metas;
    }

    record Answer(List<PatternView> patterns, Pagination pagination, Meta meta) {}

    @GetMapping("/api/patterns")
    ResponseEntity<Answer> list(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), PatternFilter.PARAMETERS);
        var filter = PatternFilter.of(given);
        var page = Page.of(given);
        var asked = asking.about(given, PatternFilter.DAYS);
        return Tagged.answer(has, "patterns " + filter + page + asked, () -> {
            var found = filter.of(patterns.of(asked));
            return new Answer(page.cut(found), page.of(found.size()), metas.of(asked));
        });
    }

    record One(@JsonUnwrapped Patterns.Detail pattern, Meta meta) {}

    @GetMapping("/api/patterns/{id}")
    ResponseEntity<One> one(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        Parameters given = Asking.parameters(request.getParameterMap());
        Asked asked = asking.about(given, PatternFilter.DAYS);
        return Tagged.answer(
                has,
                "pattern " + id + asked,
                () -> new One(
                        patterns.find(id, asked).orElseThrow(() -> new NotThere("PATTERN_UNKNOWN")), metas.of(asked)));
    }

    record Evidence(
            Totals totals,
            List<Line> lines,
            Pagination pagination,
            @Nullable Counter counter,
            Map<String, String> explain,
            Meta meta) {}

    @GetMapping("/api/patterns/{id}/evidence")
    ResponseEntity<Evidence> evidence(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), Set.of("page", "limit"));
        var page = Page.of(given);
        var asked = asking.about(given, PatternFilter.DAYS);
        return Tagged.answer(has, "evidence " + id + page + asked, () -> {
            var found = evidence.find(id, asked).orElseThrow(() -> new NotThere("PATTERN_UNKNOWN"));
            return new Evidence(
                    found.totals(),
                    page.cut(found.lines()),
                    page.of(found.lines().size()),
                    found.counter(),
                    Map.of("claims", found.frequency(), "deniedCents", found.impact()),
                    metas.of(asked));
        });
    }
}
