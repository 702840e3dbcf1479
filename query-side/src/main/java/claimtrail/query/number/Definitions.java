package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Definition.Window;
import claimtrail.metric.MetricCatalogue;
import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All figures that can be asked for: the shared catalogue, and beside each which way is better.
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
            "dq.split",
            "dq.day",
            "dq.stand-in",
            "dq.unmapped",
            "dq.imbalance",
            "dq.refused",
            "dq.held",
            "dq.warnings",
            "writeoff.rate");

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
            "overturned.amount");

    private static final List<Definition> ALL = Stream.concat(
                    MetricCatalogue.all().stream().map(Definitions::of), own())
            .toList();

    private Definitions() {}

    /// Every definition, in the order in which they are shown.
    public static List<Definition> all() {
        return ALL;
    }

    /// One definition.
    public static Optional<Definition> find(String id) {
        return ALL.stream().filter(definition -> definition.id().equals(id)).findFirst();
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
                null);
    }

    /// What is more than one sum, or one sum divided by another.
    private static Stream<Definition> own() {
        return Stream.of(
                time("t.remit", "Days to first decision", "wait.decision", """
                        Days from the submission of a claim to its first decision, by the day of the decision."""),
                time("t.denial.appeal", "Days to appeal", "wait.appeal", """
                        Days from a denial to its first appeal, by the day of the appeal."""),
                time("t.appeal.decision", "Days to the appeal's outcome", "wait.outcome", """
                        Days from the filing of an appeal to the payer's word, by the day of that word."""),
                time("t.denial.resolution", "Days to the end of a denial", "wait.resolution", """
                        Days from a denial to its end, by the day of the end."""),
                mix("denial.mix", "Denials by part", "episode.opened", "denied.opened", """
                        Denials opened in each part, among all denials opened."""),
                mix(
                        "denial.mix.amount",
                        "Denied dollars by part",
                        "episode.opened.cents",
                        "denied.opened.amount",
                        """
                        What the first denials of lines deny in each part, among all they deny."""));
    }

    private static Definition time(String id, String shown, String measure, String text) {
        return new Definition(
                id,
                1,
                shown,
                text.strip() + " Where a day is assumed, the case is left out.",
                Unit.DAYS,
                Set.of(Basis.values()),
                Window.FLOW,
                Good.DOWN,
                List.of(Term.plus(measure)),
                List.of(),
                null);
    }

    private static Definition mix(String id, String shown, String measure, String shareOf, String text) {
        return new Definition(
                id,
                1,
                shown,
                text.strip(),
                Unit.PERCENT,
                Set.of(Basis.values()),
                Window.FLOW,
                Good.NEITHER,
                List.of(Term.plus(measure)),
                List.of(Term.plus(measure)),
                shareOf);
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
