package claimtrail.query.number;

import static claimtrail.query.number.Definition.Good.DOWN;
import static claimtrail.query.number.Definition.Good.NEITHER;
import static claimtrail.query.number.Definition.Good.UP;
import static claimtrail.query.number.Definition.Unit.APPEALS;
import static claimtrail.query.number.Definition.Unit.CENTS;
import static claimtrail.query.number.Definition.Unit.CLAIMS;
import static claimtrail.query.number.Definition.Unit.EPISODES;
import static claimtrail.query.number.Definition.Unit.PERCENT;
import static claimtrail.query.number.Term.minus;
import static claimtrail.query.number.Term.plus;

import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import claimtrail.query.web.Basis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All figures that can be asked for, in the order of the dashboard.
public final class Definitions {

    private static final Set<Basis> BOTH = Set.of(Basis.EVENT, Basis.SUBMISSION);
    private static final Set<Basis> COHORT = Set.of(Basis.SUBMISSION);
    private static final Set<Basis> HAPPENED = Set.of(Basis.EVENT);
    private static final List<Term> NOTHING = List.of();

    private static final List<Term> SUBMITTED = List.of(plus("submitted.claims"));
    private static final List<Term> DECIDED = List.of(plus("decided.claims"));
    private static final List<Term> DENIED = List.of(plus("denied.claims"));
    private static final List<Term> APPROVED = List.of(plus("decided.claims"), minus("denied.claims"));
    private static final List<Term> PENDING =
            List.of(plus("submitted.claims"), minus("decided.claims"), minus("withdrawn.claims"));

    private static final Map<String, Definition> BY_ID = new LinkedHashMap<>();

    static {
        flow("idr.claims", "Denial rate", PERCENT, DOWN, BOTH, DENIED, DECIDED, """
                Claims whose first decision by the primary payer lies in the window and denies something, in full or \
                partly, of all claims with a first decision in the window. Duplicates of a known original, reversals, \
                predeterminations and forwarded claims are no decisions.""");
        flow("fpr", "First-pass payment rate", PERCENT, UP, BOTH, APPROVED, DECIDED, """
                Claims whose first decision denies nothing, of all claims with a first decision in the window. \
                Together with the denial rate it makes 100 %.""");
        flow("denial.rate.submitted", "Denied of submitted", PERCENT, DOWN, COHORT, DENIED, SUBMITTED, """
                Claims of the cohort denied at their first decision, of all claims submitted in the window. A young \
                cohort still waits for decisions.""");
        flow("approval.rate.submitted", "Approved of submitted", PERCENT, UP, COHORT, APPROVED, SUBMITTED, """
                Claims of the cohort approved at their first decision, of all claims submitted in the window.""");
        flow("pending.rate", "Pending of submitted", PERCENT, NEITHER, COHORT, PENDING, SUBMITTED, """
                Claims of the cohort without a first decision that were not taken back, of all claims submitted in \
                the window.""");
        flow("claims.submitted", "Claims submitted", CLAIMS, NEITHER, BOTH, SUBMITTED, NOTHING, """
                Claims whose first version was submitted in the window. Replacements are versions, not claims.""");
        flow("claims.decided", "Claims decided", CLAIMS, NEITHER, BOTH, DECIDED, NOTHING, """
                Claims with a first decision by the primary payer.""");
        flow("claims.denied", "Claims denied", CLAIMS, DOWN, BOTH, DENIED, NOTHING, """
                Claims whose first decision denies something, in full or partly. What comes later does not undo it.""");
        flow("claims.approved", "Claims approved", CLAIMS, UP, BOTH, APPROVED, NOTHING, """
                Claims whose first decision denies nothing; paid zero without a denial is approved.""");
        stock("claims.pending", "Claims pending", CLAIMS, NEITHER, PENDING, """
                Claims submitted up to the day that had no first decision by then and were not taken back.""");
        flow("denied.amount", "Denied amount", CENTS, DOWN, BOTH, List.of(plus("denied.cents")), NOTHING, """
                What first decisions denied, line by line, at most the charge of each. Denied again later does not \
                count again.""");
        flow("average.denied", "Average denial", CENTS, DOWN, BOTH, List.of(plus("denied.cents")), DENIED, """
                Denied amount per denied claim.""");
        stock(
                "denied.open",
                "Open denied dollars",
                CENTS,
                DOWN,
                List.of(plus("episode.opened.cents"), minus("episode.closed.cents")),
                """
                Amounts of denials that were not over at the end of the day: neither paid nor written off, moved to \
                the patient, given up or taken back. Won but unpaid is open.""");
        stock(
                "denials.open",
                "Open denials",
                EPISODES,
                DOWN,
                List.of(plus("episode.opened"), minus("episode.closed")),
                """
                Denials of lines that were not over at the end of the day. A line denied three times is one.""");
        flow("recovered.amount", "Recovered (booked)", CENTS, UP, BOTH, List.of(plus("recovered.cents")), NOTHING, """
                Money paid on lines after they were denied, less what the payer took back later. Booked payments \
                only, no estimate.""");
        flow("billed.amount", "Billed", CENTS, NEITHER, BOTH, List.of(plus("submitted.cents")), NOTHING, """
                Charges of the claims submitted in the window.""");
        flow("paid.amount", "Paid", CENTS, UP, BOTH, List.of(plus("paid.cents")), NOTHING, """
                Payments less reversals; may be negative.""");
        flow(
                "collection.rate",
                "Collection rate",
                PERCENT,
                UP,
                COHORT,
                List.of(plus("paid.cents")),
                List.of(plus("submitted.cents")),
                """
                Paid so far on the claims submitted in the window, of what they charged. Not the net collection rate, \
                which needs allowed amounts.""");
        flow(
                "idr.lines",
                "Denial rate (lines)",
                PERCENT,
                DOWN,
                BOTH,
                List.of(plus("denied.lines")),
                List.of(plus("decided.lines")),
                """
                Lines denied at the first decision of their claim, of all lines decided. Reduced lines are not denied; \
                lines without a charge do not count.""");
        flow(
                "idr.dollars",
                "Denial rate (charges)",
                PERCENT,
                DOWN,
                BOTH,
                List.of(plus("denied.cents")),
                List.of(plus("decided.cents")),
                """
                Amount denied at first decisions, of the charges decided.""");
        flow(
                "idr.dollars.gross",
                "Denial rate (whole charges)",
                PERCENT,
                DOWN,
                BOTH,
                List.of(plus("denied.gross.cents")),
                List.of(plus("decided.cents")),
                """
                Whole charges of claims denied at their first decision, of the charges decided.""");
        flow(
                "rejection.rate",
                "Front-end rejection rate",
                PERCENT,
                DOWN,
                COHORT,
                List.of(plus("rejected.claims")),
                SUBMITTED,
                """
                Claims sent back unread before any decision, of the claims submitted. Never part of a denial rate.""");
        flow("denials.opened", "Denials opened", EPISODES, DOWN, BOTH, List.of(plus("episode.opened")), NOTHING, """
                Denials of lines that began: once for a line and payer.""");
        flow(
                "denied.opened",
                "Denials opened, amount",
                CENTS,
                DOWN,
                BOTH,
                List.of(plus("episode.opened.cents")),
                NOTHING,
                """
                Amounts of the denials that began.""");
        flow(
                "writeoff.rate",
                "Denial write-offs",
                PERCENT,
                DOWN,
                HAPPENED,
                List.of(plus("written.off.cents")),
                List.of(plus("decided.cents")),
                """
                Denied amounts written off in the window, of the charges decided in it.""");
        flow("appeals.filed", "Appeals filed", APPEALS, NEITHER, BOTH, List.of(plus("appeal.filed")), NOTHING, """
                Appeals of every level.""");
        flow(
                "appeals.decided",
                "Appeals decided",
                APPEALS,
                NEITHER,
                BOTH,
                List.of(plus("appeal.closed", "OVERTURNED", "PARTLY", "UPHELD", "DISMISSED")),
                NOTHING,
                """
                Appeals that the payer decided; withdrawn ones are not.""");
        flow(
                "overturn.appeals",
                "Overturn rate (appeals)",
                PERCENT,
                UP,
                BOTH,
                List.of(plus("appeal.closed", "OVERTURNED", "PARTLY")),
                List.of(plus("appeal.closed", "OVERTURNED", "PARTLY", "UPHELD", "DISMISSED")),
                """
                Appeals won, fully or partly, of appeals decided. Open and withdrawn ones are left out.""");
        flow(
                "overturned.amount",
                "Overturned amount",
                CENTS,
                UP,
                BOTH,
                List.of(plus("overturned.cents")),
                NOTHING,
                """
                What payers took back of denials, as they named it, else the amount of the denial. Not yet money.""");
        flow(
                "appeal.rate.submitted",
                "Appealed of denied",
                PERCENT,
                NEITHER,
                COHORT,
                List.of(plus("appealed.claims")),
                DENIED,
                """
                Claims of the cohort denied at their first decision and appealed since, of those denied.""");
    }

    private Definitions() {}

    /// Every definition, in the order of the dashboard.
    public static List<Definition> all() {
        return List.copyOf(BY_ID.values());
    }

    /// One definition.
    public static Optional<Definition> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static void flow(
            String id,
            String shown,
            Unit unit,
            Good good,
            Set<Basis> bases,
            List<Term> numerator,
            List<Term> denominator,
            String text) {
        BY_ID.put(id, new Definition(id, 1, shown, text, unit, bases, false, good, numerator, denominator));
    }

    private static void stock(String id, String shown, Unit unit, Good good, List<Term> terms, String text) {
        BY_ID.put(id, new Definition(id, 1, shown, text, unit, HAPPENED, true, good, terms, NOTHING));
    }
}
