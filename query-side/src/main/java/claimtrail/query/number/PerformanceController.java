package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.audit.Meta;
import claimtrail.query.provider.ProviderView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Tagged;
import java.util.Comparator;
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

    /// With fewer decided claims nobody is ranked.
    private static final long RANKED_FROM = 11;

    private final Asking asking;
    private final Registry registry;
    private final Figures figures;

    PerformanceController(Asking asking, Registry registry, Figures figures) {
        this.asking = asking;
        this.registry = registry;
        this.figures = figures;
    }

    /// How the periods of a series are cut.
    enum Grain {
        DAY,
        MONTH,
        QUARTER;

        By by() {
            return switch (this) {
                case DAY -> By.DAY;
                case MONTH -> By.MONTH;
                case QUARTER -> By.QUARTER;
            };
        }
    }

    /// A provider's figures.
    ///
    /// @param practice the same rate over all providers: the sum of their denials over the sum of their decisions
    /// @param rank 1 = lowest rate, ties by more decisions; absent with fewer than 11 decisions
    /// @param series the rate by period
    record Performance(
            ProviderView provider,
            List<Figure> metrics,
            Figure practice,
            @Nullable Integer rank,
            List<Part> series,
            Meta meta) {}

    @GetMapping("/api/providers/{id}/performance")
    ResponseEntity<Performance> performance(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), "grain");
        var grain = given.word("grain", Grain.class).orElse(Grain.MONTH);
        var asked = asking.about(given, DAYS);
        var provider = registry.providers(asked.practice().id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("PROVIDER_UNKNOWN"));
        return Tagged.answer(has, "performance " + id + grain + asked, () -> {
            var rate = rate(asked);
            return new Performance(
                    provider,
                    List.copyOf(figures.all(asked.of(id)).values()),
                    Objects.requireNonNull(
                            figures.some(asked.of(null), List.of(rate)).get(rate.id())),
                    rank(asked, rate, id),
                    figures.series(asked.of(id), rate, grain.by()),
                    Meta.of(asked.of(id)));
        });
    }

    private static Definition rate(Asked asked) {
        return Definitions.find(asked.basis() == Basis.EVENT ? "idr.claims" : "denial.rate.submitted")
                .orElseThrow();
    }

    private @Nullable Integer rank(Asked asked, Definition rate, UUID provider) {
        var ranked = figures.series(asked.of(null), rate, By.PROVIDER).stream()
                .filter(part -> part.denominator() != null && part.denominator() >= RANKED_FROM)
                .sorted(Comparator.comparing((Part part) -> Objects.requireNonNull(part.value()))
                        .thenComparingLong(part -> -Objects.requireNonNullElse(part.denominator(), 0L)))
                .map(Part::key)
                .toList();
        var place = ranked.indexOf(provider.toString());
        return place < 0 ? null : place + 1;
    }
}
