package claimtrail.query.number;

import claimtrail.metric.Definition.Shape;
import claimtrail.metric.Derived;
import claimtrail.metric.DerivedCatalogue;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.SubjectCatalogue;
import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
            "pattern.frequency",
            "pattern.denied.lines",
            "pattern.impact",
            "pattern.average",
            "pattern.rate",
            "pattern.at.risk",
            "policy.denied",
            "policy.violated",
            "policy.impact",
            "policy.violation.rate",
            "policy.denial.rate",
            "policy.denial.rate.hit",
            "code.denied",
            "code.denied.amount",
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
            "pattern.overturn.rate",
            "pattern.recovered",
            "practice.sessions",
            "practice.accuracy",
            "policy.overturn.rate",
            "code.paid",
            "code.own.rate",
            "code.average.payment",
            "appeals.avoided",
            "admin.savings");

    private static final List<Definition> ALL =
            MetricCatalogue.all().stream().map(Definitions::of).toList();

    private static final Map<String, Definition> BY_ID = byId();

    private Definitions() {}

    /// Every figure of a practice as a whole, in the order in which they are shown.
    public static List<Definition> all() {
        return ALL;
    }

    /// Those and every figure about one pattern, policy, code or provider.
    static Collection<Definition> everything() {
        return BY_ID.values();
    }

    /// One definition.
    public static Optional<Definition> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /// The same definition as it is computed everywhere, also without this side; of a figure that is derived from
    /// another one, that one's.
    public static claimtrail.metric.Definition arithmetic(Definition definition) {
        return MetricCatalogue.find(definition.id())
                .or(() -> SubjectCatalogue.find(definition.id()))
                .orElseGet(() -> arithmetic(
                        find(Objects.requireNonNull(definition.countedBy())).orElseThrow()));
    }

    private static Map<String, Definition> byId() {
        var all = new LinkedHashMap<String, Definition>();
        ALL.forEach(it -> all.put(it.id(), it));
        SubjectCatalogue.all().forEach(it -> all.put(it.id(), of(it)));
        DerivedCatalogue.all().forEach(it -> {
            if (it.madeOf() != null) {
                all.put(it.id(), derived(it, Objects.requireNonNull(all.get(it.madeOf()), it.id())));
            }
        });
        return Collections.unmodifiableMap(all);
    }

    /// Explained by the postings of what it is made of.
    private static Definition derived(Derived it, Definition madeOf) {
        return new Definition(
                it.id(),
                it.version(),
                it.shown(),
                it.text(),
                madeOf.unit(),
                madeOf.bases(),
                madeOf.window(),
                Good.NEITHER,
                madeOf.numerator(),
                madeOf.denominator(),
                false,
                madeOf.id(),
                true);
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
                it.shape() == Shape.SHARE || it.shape().isEstimate() ? counting(it) : null,
                false);
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
