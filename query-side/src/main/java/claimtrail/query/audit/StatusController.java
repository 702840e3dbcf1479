package claimtrail.query.audit;

import claimtrail.query.audit.Freshness.Fresh;
import claimtrail.query.web.Parameters;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// How fresh the figures are, and whether anything stands still.
@RestController
final class StatusController {

    private final Freshness freshness;

    StatusController(Freshness freshness) {
        this.freshness = freshness;
    }

    @GetMapping("/api/status")
    Fresh status(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        return freshness.now();
    }
}
