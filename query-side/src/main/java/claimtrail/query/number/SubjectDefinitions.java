package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Definition.Window;
import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Figures about one pattern, policy or code, or about all of them together. They are asked for with the subject as
/// a facet; without one they are sums over all subjects, in which a claim may count more than once.
public final class SubjectDefinitions {

    private static final Set<Basis> BOTH = Set.of(Basis.EVENT, Basis.SUBMISSION);
    private static final Set<Basis> COHORT = Set.of(Basis.SUBMISSION);
    private static final Map<String, Definition> BY_ID = new LinkedHashMap<>();

    static {
        sum("pattern.exposed", "Exposed", Unit.CLAIMS, Good.NEITHER, "pattern.exposed", """
                Claims that the pattern could have denied.""");
        sum("pattern.frequency", "Frequency", Unit.CLAIMS, Good.DOWN, "pattern.denied", """
                Claims whose first decision denies a line that belongs to the pattern, each once.""");
        sum("pattern.impact", "Impact", Unit.CENTS, Good.DOWN, "pattern.denied.cents", """
                What first decisions deny on lines of the pattern.""");
        rate(
                "pattern.average",
                "Average denial",
                Unit.CENTS,
                Good.DOWN,
                "pattern.denied.cents",
                "pattern.denied",
                BOTH,
                """
                What first decisions deny on lines of the pattern, for each claim denied.""");
        rate(
                "pattern.rate",
                "Denial rate of the pattern",
                Unit.PERCENT,
                Good.DOWN,
                "pattern.denied",
                "pattern.decided",
                BOTH,
                """
                Claims denied by the pattern, among the exposed claims that were first decided.""");
        stock("pattern.at.risk", "At risk", Unit.CENTS, Good.DOWN, "pattern.at.risk.cents", """
                Denied money of the pattern that was neither overturned nor closed by the end of the day.""");
        rate(
                "pattern.appeal.rate",
                "Appealed of denied",
                Unit.PERCENT,
                Good.NEITHER,
                "pattern.appealed",
                "pattern.denied",
                COHORT,
                """
                Of the claims submitted in the window and denied by the pattern, those appealed so far.""");
        rate(
                "pattern.overturn.rate",
                "Overturn rate",
                Unit.PERCENT,
                Good.UP,
                "pattern.overturned",
                "pattern.appeal.decided",
                BOTH,
                """
                Claims whose denial by the pattern was taken back, among the appeals decided about it.""");
        sum("pattern.recovered", "Recovered (booked)", Unit.CENTS, Good.UP, "pattern.recovered.cents", """
                Money that came on denied lines of the pattern, less what was taken back.""");
        stock("patterns.detected", "Patterns detected", Unit.PATTERNS, Good.NEITHER, "patterns.detected", """
                Patterns known by the end of the day.""");

        sum("practice.started", "Sittings started", Unit.SITTINGS, Good.NEITHER, "practice.started", """
                Sittings on patterns that somebody began.""");
        sum("practice.sessions", "Sittings completed", Unit.SITTINGS, Good.UP, "practice.completed", """
                Sittings on patterns that somebody completed.""");
        rate("practice.accuracy", "Accuracy", Unit.PERCENT, Good.UP, "practice.correct", "practice.total", BOTH, """
                Right answers among all answers of completed sittings; pooled, never a mean of rates.""");
        sum("practice.seconds", "Time invested", Unit.SECONDS, Good.NEITHER, "practice.seconds", """
                Seconds spent in completed sittings, as their clients measured them.""");
        stock("learning.points", "Learning points", Unit.POINTS, Good.NEITHER, "progress.points", """
                5 for each completed sitting and 2 for each correction reported in it, at most 15 a sitting. They say
                nothing about outcomes.""");
        sum("corrections.applied", "Corrections applied", Unit.CORRECTIONS, Good.NEITHER, "corrections.applied", """
                Ways of working that were put right, on the day from which they hold.""");
        sum(
                "corrections.reported",
                "Corrections reported",
                Unit.CORRECTIONS,
                Good.NEITHER,
                "corrections.reported",
                """
                Corrections that clients reported with completed sittings; never mixed with those applied.""");

        sum("policy.hits", "Hits", Unit.CLAIMS, Good.NEITHER, "policy.hit", """
                Claims with a line to which the policy applies, denied or not.""");
        sum("policy.hit.lines", "Lines hit", Unit.LINES, Good.NEITHER, "policy.hit.lines", """
                Lines to which the policy applies.""");
        sum("policy.decided", "Decided", Unit.CLAIMS, Good.NEITHER, "policy.decided", """
                Claims to which the policy applies that were first decided.""");
        sum("policy.denied", "Denied by it", Unit.CLAIMS, Good.DOWN, "policy.denied", """
                Claims with a line that a first decision denies by the policy.""");
        sum("policy.impact", "Impact", Unit.CENTS, Good.DOWN, "policy.denied.cents", """
                What first decisions deny by the policy.""");
        rate("policy.hit.rate", "Hit rate", Unit.PERCENT, Good.NEITHER, "policy.hit", "submitted.claims", COHORT, """
                Of all claims submitted in the window, those with a line to which the policy applies.""");
        rate(
                "policy.violation.rate",
                "Violation rate",
                Unit.PERCENT,
                Good.DOWN,
                "policy.violated",
                "policy.hit",
                COHORT,
                """
                Of the claims submitted in the window to which the policy applies, those with a line that does not do
                what it demands.""");
        rate(
                "policy.denial.rate",
                "Denial rate",
                Unit.PERCENT,
                Good.DOWN,
                "policy.denied",
                "policy.decided",
                BOTH,
                """
                Claims denied by the policy, among the first decided claims to which it applies.""");
        rate(
                "policy.denial.rate.hit",
                "Denied of hits",
                Unit.PERCENT,
                Good.DOWN,
                "policy.denied",
                "policy.hit",
                COHORT,
                """
                Of the claims submitted in the window to which the policy applies, those denied by it.""");
        rate(
                "policy.appeal.rate",
                "Appealed of denied",
                Unit.PERCENT,
                Good.NEITHER,
                "policy.appealed",
                "policy.denied",
                COHORT,
                """
                Of the claims submitted in the window and denied by the policy, those appealed so far.""");
        rate(
                "policy.overturn.rate",
                "Overturn rate",
                Unit.PERCENT,
                Good.UP,
                "policy.overturned",
                "policy.appeal.decided",
                BOTH,
                """
                Claims whose denial by the policy was taken back, among the appeals decided about it.""");

        sum("code.claims", "Claims", Unit.CLAIMS, Good.NEITHER, "code.claims", """
                Claims that have a line with the code.""");
        sum("code.lines", "Lines", Unit.LINES, Good.NEITHER, "code.lines", """
                Lines with the code that charge something.""");
        sum("code.decided", "Lines decided", Unit.LINES, Good.NEITHER, "code.decided", """
                Lines with the code in first decisions.""");
        sum("code.denied", "Lines denied", Unit.LINES, Good.DOWN, "code.denied.lines", """
                Lines with the code that first decisions deny.""");
        sum("code.denied.amount", "Denied", Unit.CENTS, Good.DOWN, "code.denied.cents", """
                What first decisions deny on lines with the code.""");
        sum("code.paid", "Paid", Unit.CENTS, Good.UP, "code.paid.cents", """
                What payers paid on lines with the code, less what they took back.""");
        put(new Definition(
                "code.own.rate",
                1,
                "Own approval rate",
                """
                Lines with the code that first decisions do not deny, among those decided.""",
                Unit.PERCENT,
                BOTH,
                Window.FLOW,
                Good.UP,
                List.of(Term.plus("code.decided"), new Term(-1, "code.denied.lines", Set.of())),
                List.of(Term.plus("code.decided")),
                false,
                null));
        put(new Definition(
                "code.average.payment",
                1,
                "Average payment",
                """
                What payers paid on lines with the code, for each decided line that was not denied.""",
                Unit.CENTS,
                BOTH,
                Window.FLOW,
                Good.UP,
                List.of(Term.plus("code.paid.cents")),
                List.of(Term.plus("code.decided"), new Term(-1, "code.denied.lines", Set.of())),
                false,
                null));
    }

    private SubjectDefinitions() {}

    /// The figure of an id; empty where there is none about a subject.
    public static Optional<Definition> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static void sum(String id, String shown, Unit unit, Good good, String measure, String text) {
        put(new Definition(
                id,
                1,
                shown,
                text,
                unit,
                BOTH,
                Window.FLOW,
                good,
                List.of(Term.plus(measure)),
                List.of(),
                false,
                null));
    }

    private static void stock(String id, String shown, Unit unit, Good good, String measure, String text) {
        put(new Definition(
                id,
                1,
                shown,
                text,
                unit,
                Set.of(Basis.EVENT),
                Window.STOCK,
                good,
                List.of(Term.plus(measure)),
                List.of(),
                false,
                null));
    }

    private static void rate(
            String id, String shown, Unit unit, Good good, String above, String below, Set<Basis> bases, String text) {
        put(new Definition(
                id,
                1,
                shown,
                text,
                unit,
                bases,
                Window.FLOW,
                good,
                List.of(Term.plus(above)),
                List.of(Term.plus(below)),
                false,
                null));
    }

    private static void put(Definition it) {
        BY_ID.put(
                it.id(),
                new Definition(
                        it.id(),
                        it.version(),
                        it.shown(),
                        it.text().replace('\n', ' ').strip(),
                        it.unit(),
                        it.bases(),
                        it.window(),
                        it.good(),
                        it.numerator(),
                        it.denominator(),
                        it.estimate(),
                        it.countedBy()));
    }
}
