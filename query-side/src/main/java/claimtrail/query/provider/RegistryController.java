package claimtrail.query.provider;

import claimtrail.query.audit.Knowledge;
import claimtrail.query.audit.Metas;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.web.Asking;
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

/// Who is who, over HTTP.
@RestController
final class RegistryController {

    private final Registry registry;
    private final Asking asking;
    private final Metas metas;
    private final Snapshot snapshot;

    RegistryController(Registry registry, Asking asking, Metas metas, Snapshot snapshot) {
        this.registry = registry;
        this.asking = asking;
        this.metas = metas;
        this.snapshot = snapshot;
    }

    record Practices(List<PracticeView> practices, Knowledge meta) {}

    record Payers(List<PayerView> payers, Knowledge meta) {}

    @GetMapping("/api/practices")
    ResponseEntity<Practices> practices(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asOf = asking.asOf(new Parameters(request.getParameterMap(), Set.of("asOf")));
        return Tagged.answer(
                has,
                asking.edition() + " practices " + asOf,
                () -> new Practices(snapshot.of(() -> registry.practices(registry.then(asOf))), metas.of(null, asOf)));
    }

    @GetMapping("/api/payers")
    ResponseEntity<Payers> payers(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(request.getParameterMap(), Set.of("practice", "asOf"));
        var practice = asking.practice(given);
        var asOf = asking.asOf(given);
        return Tagged.answer(
                has,
                asking.edition() + " payers " + practice.id() + " " + asOf,
                () -> new Payers(
                        snapshot.of(() -> registry.payers(practice.id(), registry.then(asOf))),
                        metas.of(practice, asOf)));
    }
}
