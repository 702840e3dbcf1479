package claimtrail.query.number;

import claimtrail.metric.Cell;
import claimtrail.query.estimate.Improvements;
import claimtrail.query.estimate.Improvements.Improved;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Ranking.Rate;
import claimtrail.query.provider.ProviderView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts all providers of a practice side by side.
@Component
public class Comparison {

    /// The figures of a provider, by their short names.
    private static final Map<String, String> NAMES = names();

    private static final List<Definition> DEFINITIONS =
            NAMES.values().stream().map(Comparison::definition).toList();

    /// Behind everybody who has a place.
    private static final int UNRANKED = Integer.MAX_VALUE;

    private final Figures figures;
    private final Registry registry;
    private final Improvements improvements;
    private final Snapshot snapshot;

    Comparison(Figures figures, Registry registry, Improvements improvements, Snapshot snapshot) {
        this.figures = figures;
        this.registry = registry;
        this.improvements = improvements;
        this.snapshot = snapshot;
    }

    /// One provider among the others.
    ///
    /// @param id absent for what no provider is accountable for
    /// @param rank 1 = lowest denial rate; absent with fewer than 11 decided claims
    /// @param trend denial rate less that of the window before, in points; absent where either is
    /// @param improved patterns whose rate at this provider fell by 20 % or more since their baselines
    public record Standing(
            @Nullable UUID id,
            @Nullable String number,
            @Nullable String name,
            @Nullable String npi,
            boolean npiValid,
            @Nullable String specialty,
            boolean stub,
            @Nullable Integer rank,
            @Nullable BigDecimal trend,
            List<Improved> improved,
            Map<String, Figure> metrics) {

        /// A name, or what stands for one.
        public String shown() {
            return name != null ? name : number != null ? number : "not known";
        }

        /// One figure, by its short name.
        public Figure metric(String shortName) {
            return Objects.requireNonNull(metrics.get(shortName), shortName);
        }
    }

    /// All providers: those with a rank first, by it, then those with more decisions. Their counts add up to those of
    /// the practice; hence what nobody is accountable for has a row of its own, if there is any.
    public List<Standing> of(Asked asked) {
        return snapshot.of(() -> standings(asked));
    }

    private List<Standing> standings(Asked asked) {
        var counted = figures.ofProviders(asked.of(null), DEFINITIONS);
        var places = places(counted);
        var improved = improvements.of(asked.of(null));
        var standings = new ArrayList<Standing>();
        for (var provider : registry.providers(asked.practice().id(), registry.then(asked.asOf()))) {
            var own = counted.get(provider.id());
            standings.add(standing(
                    provider,
                    own == null ? Figures.nothing(asked.of(provider.id()), DEFINITIONS) : own,
                    places.get(provider.id()),
                    improved.getOrDefault(provider.id(), List.of())));
        }
        var nobodys = counted.get(Cell.NOBODY);
        if (nobodys != null) {
            standings.add(standing(null, nobodys, null, List.of()));
        }
        standings.sort(Comparator.comparingInt((Standing one) -> Objects.requireNonNullElse(one.rank(), UNRANKED))
                .thenComparingLong(one -> -one.metric("decided").numerator()));
        return standings;
    }

    /// Patterns that deny one provider less often than in the days of their baselines.
    List<Improved> improved(Asked asked, UUID provider) {
        return improvements.of(asked.of(provider)).getOrDefault(provider, List.of());
    }

    /// The place of one provider among all.
    @Nullable
    Integer rank(Asked asked, UUID provider) {
        return places(figures.ofProviders(asked.of(null), List.of(rate()))).get(provider);
    }

    /// The denial rate of all providers together: the sum of their denials over the sum of their decisions.
    public Figure together(Asked asked) {
        return Objects.requireNonNull(
                figures.some(asked.of(null), List.of(rate())).get(rate().id()));
    }

    /// The denial rate by which providers are compared.
    static Definition rate() {
        return definition("idr.claims");
    }

    private static Map<UUID, Integer> places(Map<UUID, Map<String, Figure>> counted) {
        return Ranking.of(counted.entrySet().stream()
                .filter(each -> !each.getKey().equals(Cell.NOBODY))
                .map(each -> Rate.of(
                        each.getKey(), Objects.requireNonNull(each.getValue().get(rate().id()))))
                .toList());
    }

    private static Standing standing(
            @Nullable ProviderView provider,
            Map<String, Figure> figures,
            @Nullable Integer rank,
            List<Improved> improved) {
        var metrics = new LinkedHashMap<String, Figure>();
        NAMES.forEach((name, id) -> metrics.put(name, Objects.requireNonNull(figures.get(id), id)));
        var trend = Objects.requireNonNull(figures.get(rate().id())).change();
        return provider == null
                ? new Standing(null, null, null, null, false, null, false, rank, trend, improved, metrics)
                : new Standing(
                        provider.id(),
                        provider.number(),
                        provider.name(),
                        provider.npi(),
                        provider.npiValid(),
                        provider.specialty(),
                        provider.stub(),
                        rank,
                        trend,
                        improved,
                        metrics);
    }

    private static Definition definition(String id) {
        return Definitions.find(id).orElseThrow();
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("claims", "claims.submitted");
        names.put("decided", "claims.decided");
        names.put("denied", "claims.denied");
        names.put("idr", "idr.claims");
        names.put("denied.amount", "denied.amount");
        names.put("billed", "billed.amount");
        names.put("paid", "paid.amount");
        names.put("recovered", "recovered.amount");
        names.put("appeals", "appeals.filed");
        names.put("overturn", "overturn.appeals");
        return names;
    }
}
