package claimtrail.query.policy;

import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.query.web.Parameters;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which policies are sought, and in which order.
///
/// @param topic as told, whatever its case
/// @param search part of the number or name, or a code to which it applies
public record PolicyFilter(
        @Nullable Mode mode,
        @Nullable String topic,
        @Nullable String search,
        Order order,
        boolean descending) {

    /// Own parameters of the list.
    public static final Set<String> PARAMETERS = Set.of("mode", "topic", "search", "sort", "page", "limit");

    /// Days of the window where nobody says otherwise.
    public static final int DAYS = 90;

    /// In which order.
    public enum Order {
        IMPACT(Comparator.comparingLong(it -> it.metrics().impactCents().numerator())),
        HITS(Comparator.comparingLong(it -> it.metrics().hits().numerator())),
        DENIED(Comparator.comparingLong(it -> it.metrics().denied().numerator())),
        RATE(Comparator.comparing(
                it -> Objects.requireNonNullElse(it.metrics().denialRate().value(), BigDecimal.ONE.negate()))),
        NUMBER(Comparator.comparing(PolicyView::number)),
        NAME(Comparator.comparing(PolicyView::name));

        @SuppressWarnings("ImmutableEnumChecker") // a comparator of an order holds no state
        private final Comparator<PolicyView> comparator;

        Order(Comparator<PolicyView> comparator) {
            this.comparator = comparator;
        }
    }

    /// As asked; most denied money first where nothing else is.
    public static PolicyFilter of(Parameters given) {
        return new PolicyFilter(
                given.word("mode", Mode.class).orElse(null),
                given.text("topic").orElse(null),
                given.text("search").orElse(null),
                given.order("sort", Order.class).orElse(Order.IMPACT),
                given.descending("sort", true));
    }

    /// Those that are sought; ties by number, then by id.
    public List<PolicyView> of(List<PolicyView> policies) {
        var sorted = descending ? order.comparator.reversed() : order.comparator;
        return policies.stream()
                .filter(this::takes)
                .sorted(sorted.thenComparing(PolicyView::number).thenComparing(PolicyView::id))
                .toList();
    }

    private boolean takes(PolicyView it) {
        return (mode == null || mode.name().equalsIgnoreCase(it.mode()))
                && (topic == null || topic.equalsIgnoreCase(it.topic()))
                && (search == null || matches(it, search.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(PolicyView it, String text) {
        return it.name().toLowerCase(Locale.ROOT).contains(text)
                || it.number().toLowerCase(Locale.ROOT).startsWith(text)
                || it.codes().stream().anyMatch(code -> code.equalsIgnoreCase(text));
    }
}
