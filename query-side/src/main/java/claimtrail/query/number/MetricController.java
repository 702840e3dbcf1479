package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.audit.Meta;
import claimtrail.query.audit.Metas;
import claimtrail.query.estimate.AvoidedDenials;
import claimtrail.query.estimate.AvoidedView;
import claimtrail.query.number.PublishedDefinitions.Published;
import claimtrail.query.number.SettingHistory.Changed;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Figures over HTTP.
@RestController
final class MetricController {

    private static final int DASHBOARD_DAYS = 30;

    private final Asking asking;
    private final Figures figures;
    private final Aging aging;
    private final PublishedDefinitions published;
    private final SettingHistory history;
    private final AvoidedDenials avoidedDenials;
    private final Metas metas;

    MetricController(
            Asking asking,
            Figures figures,
            Aging aging,
            PublishedDefinitions published,
            SettingHistory history,
            AvoidedDenials avoidedDenials,
            Metas metas) {
        this.asking = asking;
        this.figures = figures;
        this.aging = aging;
        this.published = published;
        this.history = history;
        this.avoidedDenials = avoidedDenials;
        this.metas = metas;
    }

    /// What the portal's plan calls its summary, in its names and units: dollars and percent.
    ///
    /// @param revenueRecovered booked cash
    /// @param avoidedEstimate denials that did not happen, as far as anybody can tell; by event only
    /// @param trends changes in percentage points
    record Summary(
            long totalClaims,
            long deniedClaims,
            @Nullable BigDecimal denialRate,
            @Nullable BigDecimal approvalRate,
            BigDecimal deniedAmount,
            BigDecimal revenueRecovered,
            @Nullable BigDecimal avoidedEstimate,
            Trends trends) {}

    /// Changes against as many days before.
    record Trends(@Nullable BigDecimal denialRate, @Nullable BigDecimal approvalRate) {}

    /// @param avoided the estimate with its interval and its parts; absent by the day of submission
    record Dashboard(
            Summary summary, List<Figure> metrics, @Nullable AvoidedView avoided, Aging.Table aging, Meta meta) {}

    @GetMapping("/api/metrics/dashboard")
    ResponseEntity<Dashboard> dashboard(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var asked = asking.about(Asking.parameters(request.getParameterMap()), DASHBOARD_DAYS);
        return Tagged.answer(has, "dashboard " + asked, () -> {
            var all = figures.all(asked);
            var avoided = asked.basis() == Basis.EVENT ? avoidedDenials.of(asked) : null;
            return new Dashboard(
                    summary(asked, all, avoided), List.copyOf(all.values()), avoided, aging.of(asked), metas.of(asked));
        });
    }

    private static Summary summary(Asked asked, Map<String, Figure> all, @Nullable AvoidedView avoided) {
        var denial = figure(all, asked.basis() == Basis.EVENT ? "idr.claims" : "denial.rate.submitted");
        var approval = figure(all, asked.basis() == Basis.EVENT ? "fpr" : "approval.rate.submitted");
        return new Summary(
                figure(all, "claims.submitted").numerator(),
                figure(all, "claims.denied").numerator(),
                denial.value(),
                approval.value(),
                dollars(figure(all, "denied.amount")),
                dollars(figure(all, "recovered.amount")),
                avoided == null ? null : BigDecimal.valueOf(avoided.cents(), 2),
                new Trends(denial.change(), approval.change()));
    }

    private static Figure figure(Map<String, Figure> all, String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    private static BigDecimal dollars(Figure figure) {
        return BigDecimal.valueOf(figure.numerator(), 2);
    }

    /// One figure, whole and divided.
    ///
    /// @param series absent unless asked for
    record Metric(Figure metric, String text, @Nullable List<Part> series, Meta meta) {}

    @GetMapping("/api/metrics/{id}")
    ResponseEntity<Metric> metric(
            @PathVariable String id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var definition = Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
        var given = Asking.parameters(request.getParameterMap(), "by");
        var by = given.word("by", By.class).orElse(By.WHOLE);
        var asked = asking.about(given, DASHBOARD_DAYS);
        if (definition.derived()) {
            throw Parameters.invalid(
                    "metric",
                    definition.id() + " is made for one subject and told with it; its sums are those of "
                            + definition.countedBy() + ".");
        }
        if (!definition.isOn(asked.basis())) {
            throw Parameters.invalid("basis", definition.id() + " means nothing on this basis.");
        }
        return Tagged.answer(
                has,
                "metric " + id + by + asked,
                () -> new Metric(
                        Objects.requireNonNull(
                                figures.some(asked, List.of(definition)).get(id)),
                        definition.text(),
                        by == By.WHOLE ? null : figures.series(asked, definition, by),
                        metas.of(asked)));
    }

    /// A definition as it is answered.
    ///
    /// @param unit of the sums
    /// @param madeOf the figure whose sums a rule makes it of; absent where it is made of sums alone
    record DefinitionView(
            String id,
            int version,
            String shown,
            String text,
            String unit,
            List<String> bases,
            boolean stock,
            String good,
            List<Term> numerator,
            List<Term> denominator,
            @Nullable String madeOf) {

        static DefinitionView of(Definition it) {
            return new DefinitionView(
                    it.id(),
                    it.version(),
                    it.shown(),
                    it.text(),
                    it.unit().name().toLowerCase(Locale.ROOT),
                    it.bases().stream().map(Basis::word).sorted().toList(),
                    it.stock(),
                    it.good().name().toLowerCase(Locale.ROOT),
                    it.numerator(),
                    it.denominator(),
                    it.derived() ? it.countedBy() : null);
        }
    }

    /// @param definitions what is counted, by the version that counts
    /// @param published every version of figures, rules and folds that stands in the log, in its words
    /// @param settings every value ever set, with the day from which it holds; absent where one figure is asked for
    record DefinitionList(
            List<DefinitionView> definitions,
            List<Published> published,
            @Nullable List<Changed> settings) {}

    @GetMapping("/api/metrics/definitions")
    DefinitionList definitions(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("metric", "asOf"));
        var one = given.text("metric");
        var asOf = asking.asOf(given);
        return new DefinitionList(
                Definitions.everything().stream()
                        .filter(definition -> one.isEmpty() || one.get().equals(definition.id()))
                        .map(DefinitionView::of)
                        .toList(),
                published.of(one.orElse(null), asOf),
                one.isPresent() ? null : history.all(asOf));
    }
}
