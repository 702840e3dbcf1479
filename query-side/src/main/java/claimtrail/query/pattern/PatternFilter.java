package claimtrail.query.pattern;

import claimtrail.metric.pattern.PatternScore;
import claimtrail.metric.pattern.PatternScore.Tier;
import claimtrail.query.web.Parameters;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which patterns are sought, and in which order.
///
/// @param category as told, whatever its case
/// @param search part of the number or title, or a code of the scope
public record PatternFilter(
        @Nullable Status status,
        @Nullable Tier tier,
        @Nullable String category,
        @Nullable String search,
        Order order,
        boolean descending) {

    /// Own parameters of the list.
    public static final Set<String> PARAMETERS =
            Set.of("status", "tier", "category", "search", "sort", "page", "limit");

    /// Days that a score looks back where nobody says otherwise.
    public static final int DAYS = PatternScore.DAYS;

    /// Where a pattern stands.
    public enum Status {
        ACTIVE,
        IMPROVING,
        RESOLVED,
        ARCHIVED
    }

    /// In which order.
    public enum Order {
        IMPACT(Comparator.comparingLong(it -> it.score().impactCents())),
        FREQUENCY(Comparator.comparingLong(it -> it.score().frequency())),
        RATE(Comparator.comparing(it -> Objects.requireNonNullElse(it.rate().value(), BigDecimal.ONE.negate()))),
        CURRENT(Comparator.comparing(
                it -> Objects.requireNonNullElse(it.current().value(), BigDecimal.ONE.negate()))),
        IMPROVEMENT(Comparator.comparing(it ->
                it.improvement() == null ? Order.least() : it.improvement().percent())),
        RISK(Comparator.comparingLong(PatternView::atRiskCents)),
        CONFIDENCE(Comparator.comparingInt(it -> it.score().confidence())),
        DETECTED(Comparator.comparing(PatternView::detectedOn)),
        TITLE(Comparator.comparing(PatternView::title));

        @SuppressWarnings("ImmutableEnumChecker") // a comparator of an order holds no state
        private final Comparator<PatternView> comparator;

        /// Below every improvement: a pattern that has none comes last.
        private static BigDecimal least() {
            return BigDecimal.valueOf(Long.MIN_VALUE);
        }

        Order(Comparator<PatternView> comparator) {
            this.comparator = comparator;
        }
    }

    /// As asked; largest impact first where nothing else is.
    public static PatternFilter of(Parameters given) {
        return new PatternFilter(
                given.word("status", Status.class).orElse(null),
                given.word("tier", Tier.class).orElse(null),
                given.text("category").orElse(null),
                given.text("search").orElse(null),
                given.order("sort", Order.class).orElse(Order.IMPACT),
                given.descending("sort", true));
    }

    /// Those that are sought; ties by id.
    public List<PatternView> of(List<PatternView> patterns) {
        var sorted = descending ? order.comparator.reversed() : order.comparator;
        return patterns.stream()
                .filter(this::takes)
                .sorted(sorted.thenComparing(PatternView::id))
                .toList();
    }

    private boolean takes(PatternView it) {
        return (status == null || status.name().equalsIgnoreCase(it.status()))
                && (tier == null || tier.name().equalsIgnoreCase(it.tier()))
                && (category == null || category.equalsIgnoreCase(it.category()))
                && (search == null || matches(it, search.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(PatternView it, String text) {
        return it.title().toLowerCase(Locale.ROOT).contains(text)
                || it.shown().toLowerCase(Locale.ROOT).startsWith(text)
                || it.codes().stream().anyMatch(code -> code.equalsIgnoreCase(text));
    }
}
