package claimtrail.query.policy;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.policy.Policies.Version;
import claimtrail.query.policy.VersionChanges.Change;
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
import tools.jackson.databind.JsonNode;

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

    /// A policy, and of its versions what was asked for.
    ///
    /// @param inForce number of the version that holds on the day asked for; absent where none does
    record One(
            @JsonUnwrapped Policies.Detail policy, @Nullable Integer inForce, Meta meta) {}

    @GetMapping("/api/policies/{id}")
    ResponseEntity<One> one(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        Parameters given = Asking.parameters(request.getParameterMap(), "on");
        Asked asked = asking.about(given, PolicyFilter.DAYS);
        var on = given.day("on").orElse(asked.window().to());
        return Tagged.answer(has, "policy " + id + on + asked, () -> {
            var detail = find(id, asked);
            return new One(detail, detail.inForce(on).map(Version::version).orElse(null), metas.of(asked));
        });
    }

    private Policies.Detail find(UUID id, Asked asked) {
        return policies.find(id, asked).orElseThrow(() -> new NotThere("POLICY_UNKNOWN"));
    }

    record Compared(UUID id, int left, int right, List<Change> changes, Meta meta) {}

    /// Two versions, field by field.
    @GetMapping("/api/policies/{id}/changes")
    ResponseEntity<Compared> changes(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        Parameters given = Asking.parameters(request.getParameterMap(), "left", "right");
        Asked asked = asking.about(given, PolicyFilter.DAYS);
        var left = version(given, "left");
        var right = version(given, "right");
        return Tagged.answer(has, "policy changes " + id + ' ' + left + ' ' + right + asked, () -> {
            var detail = find(id, asked);
            return new Compared(
                    id,
                    left,
                    right,
                    VersionChanges.between(published(detail, left), published(detail, right)),
                    metas.of(asked));
        });
    }

    private static int version(Parameters given, String name) {
        return given.number(name, 1, Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElseThrow(() -> Parameters.invalid(name, "say the number of a version"));
    }

    private static JsonNode published(Policies.Detail detail, int version) {
        return detail.version(version)
                .orElseThrow(() -> new NotThere("POLICY_VERSION_UNKNOWN"))
                .published();
    }
}
