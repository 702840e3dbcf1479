package claimtrail.query.page;

import claimtrail.metric.Basis;
import claimtrail.query.claim.WorkList;
import claimtrail.query.estimate.AvoidedDenials;
import claimtrail.query.estimate.AvoidedView;
import claimtrail.query.number.Aging;
import claimtrail.query.number.By;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figure;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Part;
import claimtrail.query.page.Shares.Bar;
import claimtrail.query.page.Shares.Reason;
import claimtrail.query.provider.ProviderView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything the dashboard shows about one practice.
@Component
final class Dashboard {

    private static final int DAYS_AS_DAYS = 31;
    private static final int DAYS_AS_WEEKS = 200;
    private static final int NEAREST = 6;

    private static final Map<String, List<String>> GROUPS = groups();

    private final Figures figures;
    private final Registry registry;
    private final WorkList workList;
    private final Aging aging;
    private final AvoidedDenials avoided;

    Dashboard(Figures figures, Registry registry, WorkList workList, Aging aging, AvoidedDenials avoided) {
        this.figures = figures;
        this.avoided = avoided;
        this.aging = aging;
        this.registry = registry;
        this.workList = workList;
    }

    /// What is shown.
    ///
    /// @param rate the denial rate of the basis
    /// @param avoided an estimate beside what was booked; absent by the day of submission
    /// @param groups figures under headings
    /// @param per what one bar stands for
    public record View(
            Figure rate,
            Figure denied,
            Figure open,
            Figure recovered,
            @Nullable AvoidedView avoided,
            List<Group> groups,
            List<Reason> reasons,
            List<Shares.Provider> providers,
            List<Bar> bars,
            String per,
            WorkList.Totals work,
            List<WorkList.Item> nearest,
            Aging.Table aging) {

        /// The four figures on top.
        public List<Figure> heroes() {
            return List.of(rate, denied, open, recovered);
        }

        /// Whether nothing at all happened in the window, and nothing is open.
        public boolean isEmpty() {
            return groups.stream()
                    .flatMap(group -> group.figures().stream())
                    .allMatch(figure ->
                            figure.numerator() == 0 && Objects.requireNonNullElse(figure.denominator(), 0L) == 0);
        }
    }

    /// Figures that belong together.
    public record Group(String title, List<Figure> figures) {}

    View of(Asked asked) {
        var all = figures.all(asked);
        var wanted = new WorkList.Wanted(asked.practice().id(), null, null, null, null, asked.asOf());
        var open = workList.find(wanted, asked.window().to(), new Page(1, NEAREST));
        var by = asked.window().days() <= DAYS_AS_DAYS
                ? By.DAY
                : asked.window().days() <= DAYS_AS_WEEKS ? By.WEEK : By.MONTH;
        return new View(
                figure(all, asked.basis() == Basis.EVENT ? "idr.claims" : "denial.rate.submitted"),
                figure(all, "denied.amount"),
                figure(all, "denied.open"),
                figure(all, "recovered.amount"),
                asked.basis() == Basis.EVENT ? avoided.of(asked) : null,
                GROUPS.entrySet().stream()
                        .map(group -> new Group(
                                group.getKey(),
                                group.getValue().stream()
                                        .filter(all::containsKey)
                                        .map(id -> figure(all, id))
                                        .toList()))
                        .toList(),
                reasons(asked),
                providers(asked),
                bars(asked, by),
                by.name().toLowerCase(java.util.Locale.ROOT),
                open.totals(),
                open.items(),
                aging.of(asked));
    }

    private List<Reason> reasons(Asked asked) {
        var cents = series(asked, "denied.opened.amount", By.REASON).stream()
                .collect(Collectors.toMap(Part::key, Function.identity()));
        var denials = series(asked, "denied.opened", By.REASON);
        var all = denials.stream().mapToLong(Part::numerator).sum();
        return denials.stream()
                .map(part -> new Reason(
                        part.key(),
                        part.numerator(),
                        cents.containsKey(part.key()) ? money(cents, part.key()).numerator() : 0,
                        Shares.percent(part.numerator(), all),
                        Links.why(part.explain()),
                        cents.containsKey(part.key())
                                ? Links.why(money(cents, part.key()).explain())
                                : "",
                        "/claims?practice=" + asked.practice().id() + "&reason=" + part.key() + "&status=denied"))
                .sorted(Comparator.comparingLong(Reason::denials)
                        .thenComparingLong(Reason::cents)
                        .reversed())
                .toList();
    }

    private static Part money(Map<String, Part> cents, String reason) {
        return Objects.requireNonNull(cents.get(reason), reason);
    }

    private List<Shares.Provider> providers(Asked asked) {
        var names = registry.providers(asked.practice().id()).stream()
                .collect(Collectors.toMap(provider -> provider.id().toString(), Function.identity()));
        return series(asked, asked.basis() == Basis.EVENT ? "idr.claims" : "denial.rate.submitted", By.PROVIDER)
                .stream()
                .map(part -> {
                    var provider = names.get(part.key());
                    return new Shares.Provider(
                            provider == null ? "not known" : shown(provider),
                            Objects.requireNonNullElse(part.denominator(), 0L),
                            part.numerator(),
                            part.value(),
                            Links.why(part.explain()),
                            "/claims?practice=" + asked.practice().id() + "&provider=" + part.key());
                })
                .sorted(Comparator.comparingLong(Shares.Provider::decided).reversed())
                .toList();
    }

    private static String shown(ProviderView provider) {
        return provider.shown();
    }

    /// One bar for each period of the window, also for those in which nothing happened.
    private List<Bar> bars(Asked asked, By by) {
        var parts = series(asked, asked.basis() == Basis.EVENT ? "idr.claims" : "denial.rate.submitted", by).stream()
                .collect(Collectors.toMap(Part::key, Function.identity()));
        if (parts.isEmpty()) {
            return List.of();
        }
        var tallest = parts.values().stream()
                .mapToLong(part -> Objects.requireNonNullElse(part.denominator(), 0L))
                .max()
                .orElse(1);
        return by.keys(asked.window()).stream()
                .map(key -> bar(key, parts.get(key), Math.max(1, tallest)))
                .toList();
    }

    private static Bar bar(String key, @Nullable Part part, long tallest) {
        if (part == null) {
            return new Bar(key, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, "");
        }
        var all = Objects.requireNonNullElse(part.denominator(), 0L);
        return new Bar(
                key,
                all,
                part.numerator(),
                Objects.requireNonNull(Shares.percent(Math.max(0, all - part.numerator()), tallest)),
                Objects.requireNonNull(Shares.percent(part.numerator(), tallest)),
                Links.why(part.explain()));
    }

    private List<Part> series(Asked asked, String id, By by) {
        return figures.series(asked, definition(id), by);
    }

    private static Definition definition(String id) {
        return Definitions.find(id).orElseThrow();
    }

    private static Figure figure(Map<String, Figure> all, String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    private static Map<String, List<String>> groups() {
        var groups = new java.util.LinkedHashMap<String, List<String>>();
        groups.put(
                "Claims",
                List.of("claims.submitted", "claims.decided", "claims.denied", "claims.approved", "claims.pending"));
        groups.put(
                "Rates",
                List.of(
                        "idr.claims",
                        "fpr",
                        "denial.rate.submitted",
                        "approval.rate.submitted",
                        "pending.rate",
                        "idr.lines",
                        "idr.dollars",
                        "idr.dollars.gross",
                        "rejection.rate"));
        groups.put(
                "Money",
                List.of(
                        "billed.amount",
                        "paid.amount",
                        "collection.rate",
                        "denied.amount",
                        "average.denied",
                        "denied.open",
                        "denied.awaited",
                        "recovered.amount",
                        "writeoff.rate"));
        groups.put(
                "Denials and appeals",
                List.of(
                        "denied.opened",
                        "denied.opened.amount",
                        "denied.open.count",
                        "appeals.filed",
                        "appeals.decided",
                        "overturn.appeals",
                        "overturn.filed",
                        "overturned.amount",
                        "appeal.rate",
                        "appeal.rate.submitted",
                        "overturn.denials",
                        "preventable.rate",
                        "preventable.partly.rate"));
        groups.put("Times (median)", List.of("t.remit", "t.denial.appeal", "t.appeal.decision", "t.denial.resolution"));
        groups.put("Estimates, never added to money booked", List.of("appeals.avoided", "admin.savings"));
        groups.put(
                "Doubtful facts",
                List.of(
                        "dq.assumed",
                        "dq.split",
                        "dq.day",
                        "dq.stand-in",
                        "dq.unmapped",
                        "dq.unmapped.amount",
                        "dq.imbalance",
                        "dq.unmatched",
                        "dq.undecided",
                        "dq.asserted",
                        "dq.held",
                        "dq.refused",
                        "dq.warnings"));
        return groups;
    }
}
