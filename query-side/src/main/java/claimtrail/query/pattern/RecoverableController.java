package claimtrail.query.pattern;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// What may still come of denied money, over HTTP.
@RestController
final class RecoverableController {

    private final Asking asking;
    private final Patterns patterns;
    private final Metas metas;

    RecoverableController(Asking asking, Patterns patterns, Metas metas) {
        this.asking = asking;
        this.patterns = patterns;
        this.metas = metas;
    }

    record Answer(Recoverable metric, Meta meta) {}

    @GetMapping("/api/metrics/" + Recoverable.ID)
    ResponseEntity<Answer> recoverable(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), PatternFilter.DAYS);
        return Tagged.answer(
                has, Recoverable.ID + asked, () -> new Answer(Recoverable.of(patterns.of(asked)), metas.of(asked)));
    }
}
