package claimtrail.query.policy;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Policies over HTTP.
@RestController
final class PolicyController {

    private final Asking asking;
    private final Policies policies;
    private final Metas metas;

    PolicyController(Asking asking, Policies policies, Metas metas) {
        this.asking = asking;
        this.policies = policies;
        this.metas = metas;
    }

    record Answer(List<PolicyView> policies, Pagination pagination, Meta meta) {}

    @GetMapping("/api/policies")
    ResponseEntity<Answer> list(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), PolicyFilter.PARAMETERS);
        var filter = PolicyFilter.of(given);
        var page = Page.of(given);
        var asked = asking.about(given, PolicyFilter.DAYS);
        return Tagged.answer(has, "policies " + filter + page + asked, () -> {
            var found = filter.of(policies.of(asked));
            return new Answer(page.cut(found), page.of(found.size()), metas.of(asked));
        });
    }

    record One(@JsonUnwrapped Policies.Detail policy, Meta meta) {}

    @GetMapping("/api/policies/{id}")
    ResponseEntity<One> one(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        Parameters given = Asking.parameters(request.getParameterMap());
        Asked asked = asking.about(given, PolicyFilter.DAYS);
        return Tagged.answer(
                has,
                "policy " + id + asked,
                () -> new One(
                        policies.find(id, asked).orElseThrow(() -> new NotThere("POLICY_UNKNOWN")), metas.of(asked)));
    }
}
