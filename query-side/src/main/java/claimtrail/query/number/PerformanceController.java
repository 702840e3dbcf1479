package claimtrail.query.number;

import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.estimate.Improvements.Improved;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Comparison.Standing;
import claimtrail.query.provider.ProviderView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Tagged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// How one provider compares with all of the practice together, and how that moved.
@RestController
final class PerformanceController {

    private static final int DAYS = 90;

    private final Asking asking;
    private final Registry registry;
    private final Figures figures;
    private final Metas metas;
    private final Comparison comparison;
    private final Snapshot snapshot;

    PerformanceController(
            Asking asking, Registry registry, Figures figures, Metas metas, Comparison comparison, Snapshot snapshot) {
        this.asking = asking;
        this.registry = registry;
        this.figures = figures;
        this.metas = metas;
        this.comparison = comparison;
        this.snapshot = snapshot;
    }

    /// A provider's figures.
    ///
    /// @param practice the same rate over all providers: the sum of their denials over the sum of their decisions
    /// @param rank 1 = lowest rate, ties by more decisions; absent with fewer than 11 decisions
    /// @param trend its denial rate less that of the window before, in points; absent where either is
    /// @param improved patterns whose rate at this provider fell by 20 % or more since their baselines
    /// @param series the rate by period
    record Performance(
            ProviderView provider,
            List<Figure> metrics,
            Figure practice,
            @Nullable Integer rank,
            @Nullable BigDecimal trend,
            List<Improved> improved,
            List<Part> series,
            Meta meta) {}

    /// All providers beside the practice.
    ///
    /// @param practice the denial rate of all of them together, not the mean of their rates
    record Providers(List<Standing> providers, Figure practice, Meta meta) {}

    @GetMapping("/api/providers")
    ResponseEntity<Providers> providers(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), DAYS);
        return Tagged.answer(
                has,
                "providers " + asked,
                () -> snapshot.of(() -> new Providers(
                        comparison.of(asked).stream()
                                .filter(one -> asked.provider() == null
                                        || asked.provider().equals(one.id()))
                                .toList(),
                        comparison.together(asked),
                        metas.of(asked))));
    }

    @GetMapping("/api/providers/{id}/performance")
    ResponseEntity<Performance> performance(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), "grain");
        var grain = given.word("grain", Grain.class).orElse(Grain.MONTH);
        var asked = asking.about(given, DAYS);
        return Tagged.answer(
                has,
                "performance " + id + grain + asked,
                () -> snapshot.of(() -> performance(provider(id, asked), grain, asked)));
    }

    private ProviderView provider(UUID id, Asked asked) {
        return registry.providers(asked.practice().id(), registry.then(asked.asOf())).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("PROVIDER_UNKNOWN"));
    }

    private Performance performance(ProviderView provider, Grain grain, Asked asked) {
        var of = asked.of(provider.id());
        var own = figures.all(of);
        return new Performance(
                provider,
                List.copyOf(own.values()),
                comparison.together(asked),
                comparison.rank(asked, provider.id()),
                Objects.requireNonNull(own.get(Comparison.rate().id())).change(),
                comparison.improved(asked, provider.id()),
                figures.series(of, Comparison.rate(), grain.by()),
                metas.of(of));
    }
}
