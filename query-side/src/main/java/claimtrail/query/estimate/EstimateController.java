package claimtrail.query.estimate;

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

/// The estimate of avoided denials over HTTP.
@RestController
final class EstimateController {

    private static final int DAYS = 30;

    private final Asking asking;
    private final AvoidedDenials avoided;
    private final Metas metas;

    EstimateController(Asking asking, AvoidedDenials avoided, Metas metas) {
        this.asking = asking;
        this.avoided = avoided;
        this.metas = metas;
    }

    record Estimated(AvoidedView metric, Meta meta) {}

    @GetMapping("/api/metrics/" + AvoidedDenials.ID)
    ResponseEntity<Estimated> avoided(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), DAYS);
        return Tagged.answer(has, AvoidedDenials.ID + asked, () -> new Estimated(avoided.of(asked), metas.of(asked)));
    }
}
