package claimtrail.query.provider;

import claimtrail.query.web.Asking;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Who is who, over HTTP.
@RestController
final class RegistryController {

    private final Registry registry;
    private final Asking asking;

    RegistryController(Registry registry, Asking asking) {
        this.registry = registry;
        this.asking = asking;
    }

    record Practices(List<PracticeView> practices) {}

    record Payers(List<PayerView> payers) {}

    @GetMapping("/api/practices")
    Practices practices(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        return new Practices(registry.practices());
    }

    @GetMapping("/api/payers")
    Payers payers(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("practice"));
        return new Payers(registry.payers(asking.practice(given).id()));
    }
}
