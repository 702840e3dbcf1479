package claimtrail.metric;

import static claimtrail.metric.Basis.EVENT;
import static claimtrail.metric.Basis.SUBMISSION;

import claimtrail.metric.Definition.Part;
import claimtrail.metric.Definition.Shape;
import claimtrail.metric.Definition.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The figures about one pattern, policy or code, or about all of them together, as they are defined today. They are
/// asked for with the subject as a facet; without one they are sums over all subjects, in which a claim may count more
/// than once.
public final class SubjectCatalogue {

    private static final List<Basis> BOTH = List.of(EVENT, SUBMISSION);
    private static final List<Basis> COHORT = List.of(SUBMISSION);
    private static final List<Part> NOT_DENIED =
            List.of(of(Measure.CODE_DECIDED), new Part(Measure.CODE_DENIED_LINES, -1, Set.of()));

    private static final List<Definition> ALL = new ArrayList<>();

    static {
        sum("pattern.exposed", "Exposed", Measure.PATTERN_EXPOSED, """
                Claims that the pattern could have denied.""");
        sum("pattern.frequency", "Frequency", Measure.PATTERN_DENIED, """
                Claims whose first decision denies a line that belongs to the pattern, each once.""");
        sum("pattern.denied.lines", "Lines denied", Measure.PATTERN_DENIED_LINES, """
                Lines of the pattern that first decisions deny.""");
        sum("pattern.impact", "Impact", Measure.PATTERN_DENIED_CENTS, """
                What first decisions deny on lines of the pattern.""");
        average("pattern.average", "Average denial", Measure.PATTERN_DENIED_CENTS, of(Measure.PATTERN_DENIED), """
                What first decisions deny on lines of the pattern, for each claim denied.""");
        rate("pattern.rate", "Denial rate of the pattern", Measure.PATTERN_DENIED, Measure.PATTERN_DECIDED, BOTH, """
                Claims denied by the pattern, among the exposed claims that were first decided.""");
        stock("pattern.at.risk", "At risk", Measure.PATTERN_AT_RISK_CENTS, """
                Denied money of the pattern that was neither overturned nor closed by the end of the day.""");
        rate(
                "pattern.appeal.rate",
                "Appealed of denied",
                Measure.PATTERN_APPEALED,
                Measure.PATTERN_DENIED,
                COHORT,
                """
                Of the claims submitted in the window and denied by the pattern, those appealed so far.""");
        rate(
                "pattern.overturn.rate",
                "Overturn rate",
                Measure.PATTERN_OVERTURNED,
                Measure.PATTERN_APPEAL_DECIDED,
                BOTH,
                """
                Claims whose denial by the pattern was taken back, among the appeals decided about it.""");
        sum("pattern.recovered", "Recovered (booked)", Measure.PATTERN_RECOVERED_CENTS, """
                Money that came on denied lines of the pattern, less what was taken back.""");
        stock("patterns.detected", "Patterns detected", Measure.PATTERNS_DETECTED, """
                Patterns known by the end of the day.""");
    }

    static {
        sum("practice.started", "Sittings started", Measure.PRACTICE_STARTED, """
                Sittings on patterns that somebody began.""");
        sum("practice.sessions", "Sittings completed", Measure.PRACTICE_COMPLETED, """
                Sittings on patterns that somebody completed.""");
        rate("practice.accuracy", "Accuracy", Measure.PRACTICE_CORRECT, Measure.PRACTICE_TOTAL, BOTH, """
                Right answers among all answers of completed sittings; pooled, never a mean of rates.""");
        sum("practice.seconds", "Time invested", Measure.PRACTICE_SECONDS, """
                Seconds spent in completed sittings, as their clients measured them.""");
        stock("learning.points", "Learning points", Measure.PROGRESS_POINTS, """
                5 for each completed sitting and 2 for each correction reported in it, at most 15 a sitting. They say
                nothing about outcomes.""");
        sum("corrections.applied", "Corrections applied", Measure.CORRECTIONS_APPLIED, """
                Ways of working that were put right, on the day from which they hold.""");
        sum("corrections.reported", "Corrections reported", Measure.CORRECTIONS_REPORTED, """
                Corrections that clients reported with completed sittings; never mixed with those applied.""");
    }

    static {
        sum("policy.hits", "Hits", Measure.POLICY_HIT, """
                Claims with a line to which the policy applies, denied or not; a denial by the policy is one.""");
        sum("policy.hit.lines", "Lines hit", Measure.POLICY_HIT_LINES, """
                Lines to which the policy applies.""");
        sum("policy.violated", "Violated", Measure.POLICY_VIOLATED, """
                Claims with a line that does not do what the policy demands.""");
        sum("policy.decided", "Decided", Measure.POLICY_DECIDED, """
                Claims to which the policy applies that were first decided.""");
        sum("policy.denied", "Denied by it", Measure.POLICY_DENIED, """
                Claims with a line that a first decision denies by the policy.""");
        sum("policy.impact", "Impact", Measure.POLICY_DENIED_CENTS, """
                What first decisions deny by the policy.""");
        rate("policy.hit.rate", "Hit rate", Measure.POLICY_HIT, Measure.SUBMITTED_CLAIMS, COHORT, """
                Of all claims submitted in the window, those with a line to which the policy applies.""");
        rate("policy.violation.rate", "Violation rate", Measure.POLICY_VIOLATED, Measure.POLICY_HIT, COHORT, """
                Of the claims submitted in the window to which the policy applies, those with a line that does not do
                what it demands.""");
        rate("policy.denial.rate", "Denial rate", Measure.POLICY_DENIED, Measure.POLICY_DECIDED, BOTH, """
                Claims denied by the policy, among the first decided claims to which it applies.""");
        rate("policy.denial.rate.hit", "Denied of hits", Measure.POLICY_DENIED, Measure.POLICY_HIT, COHORT, """
                Of the claims submitted in the window to which the policy applies, those denied by it.""");
        rate("policy.appeal.rate", "Appealed of denied", Measure.POLICY_APPEALED, Measure.POLICY_DENIED, COHORT, """
                Of the claims submitted in the window and denied by the policy, those appealed so far.""");
        rate(
                "policy.overturn.rate",
                "Overturn rate",
                Measure.POLICY_OVERTURNED,
                Measure.POLICY_APPEAL_DECIDED,
                BOTH,
                """
                Claims whose denial by the policy was taken back, among the appeals decided about it.""");
    }

    static {
        sum("code.claims", "Claims", Measure.CODE_CLAIMS, """
                Claims that have a line with the code.""");
        sum("code.lines", "Lines", Measure.CODE_LINES, """
                Lines with the code that charge something.""");
        sum("code.decided", "Lines decided", Measure.CODE_DECIDED, """
                Lines with the code in first decisions.""");
        sum("code.denied", "Lines denied", Measure.CODE_DENIED_LINES, """
                Lines with the code that first decisions deny.""");
        sum("code.denied.amount", "Denied", Measure.CODE_DENIED_CENTS, """
                What first decisions deny on lines with the code.""");
        sum("code.paid", "Paid", Measure.CODE_PAID_CENTS, """
                What payers paid on lines with the code, less what they took back.""");
        add(
                "code.own.rate",
                "Own approval rate",
                Shape.PERCENT,
                NOT_DENIED,
                List.of(of(Measure.CODE_DECIDED)),
                BOTH,
                """
                Lines with the code that first decisions do not deny, among those decided.""");
        add(
                "code.average.payment",
                "Average payment",
                Shape.AVERAGE_CENTS,
                List.of(of(Measure.CODE_PAID_CENTS)),
                NOT_DENIED,
                BOTH,
                """
                What payers paid on lines with the code, for each decided line that was not denied.""");
    }

    private SubjectCatalogue() {}

    /// All definitions, in the order in which they are shown.
    public static List<Definition> all() {
        return List.copyOf(ALL);
    }

    /// The standard version of a definition; empty where there is none about a subject.
    public static Optional<Definition> find(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static Part of(Measure measure) {
        return new Part(measure, 1, Set.of());
    }

    private static void sum(String id, String shown, Measure measure, String text) {
        add(id, shown, Shape.SUM, List.of(of(measure)), List.of(), BOTH, text);
    }

    private static void rate(String id, String shown, Measure above, Measure below, List<Basis> bases, String text) {
        add(id, shown, Shape.PERCENT, List.of(of(above)), List.of(of(below)), bases, text);
    }

    private static void average(String id, String shown, Measure cents, Part each, String text) {
        add(id, shown, Shape.AVERAGE_CENTS, List.of(of(cents)), List.of(each), BOTH, text);
    }

    private static void stock(String id, String shown, Measure measure, String text) {
        put(id, shown, Shape.SUM, List.of(of(measure)), List.of(), List.of(EVENT), Window.STOCK, text);
    }

    private static void add(
            String id, String shown, Shape shape, List<Part> above, List<Part> below, List<Basis> bases, String text) {
        put(id, shown, shape, above, below, bases, Window.FLOW, text);
    }

    private static void put(
            String id,
            String shown,
            Shape shape,
            List<Part> above,
            List<Part> below,
            List<Basis> bases,
            Window window,
            String text) {
        var line = text.replace('\n', ' ').strip();
        ALL.add(new Definition(id, 1, shown, shape, above, below, bases, window, line));
    }
}
