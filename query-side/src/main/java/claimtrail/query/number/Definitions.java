package claimtrail.query.number;

import claimtrail.metric.Definition.Shape;
import claimtrail.metric.MetricCatalogue;
import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All figures that can be asked for, and beside each which way is better.
public final class Definitions {

    private static final Set<String> BETTER_DOWN = Set.of(
            "idr.claims",
            "idr.lines",
            "idr.dollars",
            "idr.dollars.gross",
            "denial.rate.submitted",
            "claims.denied",
            "denied.amount",
            "average.denied",
            "denied.opened",
            "denied.opened.amount",
            "denied.open",
            "denied.open.count",
            "aging.denials",
            "aging.denials.amount",
            "aging.deadlines",
            "aging.deadlines.amount",
            "rejection.rate",
            "preventable.rate",
            "dq.assumed",
            "dq.split",
            "dq.day",
            "dq.stand-in",
            "dq.unmapped",
            "dq.unmapped.lines",
            "dq.unmapped.amount",
            "dq.imbalance",
            "dq.unmatched",
            "dq.undecided",
            "denied.awaited",
            "denied.awaited.count",
            "dq.refused",
            "dq.held",
            "dq.warnings",
            "writeoff.rate",
            "t.remit",
            "t.denial.appeal",
            "t.appeal.decision",
            "t.denial.resolution");

    private static final Set<String> BETTER_UP = Set.of(
            "fpr",
            "approval.rate.submitted",
            "claims.approved",
            "paid.amount",
            "collection.rate",
            "recovered.amount",
            "overturn.appeals",
            "overturn.denials",
            "overturn.filed",
            "overturned.amount",
            "appeals.avoided",
            "admin.savings");

    private static final List<Definition> ALL =
            MetricCatalogue.all().stream().map(Definitions::of).toList();

    private Definitions() {}

    /// Every definition, in the order in which they are shown.
    public static List<Definition> all() {
        return ALL;
    }

    /// One definition.
    public static Optional<Definition> find(String id) {
        return ALL.stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .or(() -> SubjectDefinitions.find(id));
    }

    private static Definition of(claimtrail.metric.Definition it) {
        return new Definition(
                it.id(),
                it.version(),
                it.shown(),
                it.text(),
                Unit.valueOf(it.unit().toUpperCase(Locale.ROOT)),
                Set.copyOf(it.bases()),
                it.window(),
                good(it.id()),
                terms(it.numerator()),
                terms(it.denominator()),
                it.shape().isEstimate(),
                it.shape() == Shape.SHARE || it.shape().isEstimate() ? counting(it) : null);
    }

    private static String counting(claimtrail.metric.Definition other) {
        return MetricCatalogue.all().stream()
                .filter(it -> it.shape() == Shape.SUM && it.numerator().equals(other.numerator()))
                .map(claimtrail.metric.Definition::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<Term> terms(List<claimtrail.metric.Definition.Part> parts) {
        return parts.stream()
                .map(part -> new Term(part.sign(), part.measure().id(), part.facets()))
                .toList();
    }

    private static Good good(String id) {
        if (BETTER_DOWN.contains(id)) {
            return Good.DOWN;
        }
        return BETTER_UP.contains(id) ? Good.UP : Good.NEITHER;
    }
}
