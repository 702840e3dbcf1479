package claimtrail.metric;

import static claimtrail.event.reference.ReferenceEvent.Preventable.MOSTLY;
import static claimtrail.event.reference.ReferenceEvent.Preventable.PARTLY;
import static claimtrail.event.reference.ReferenceEvent.Preventable.YES;
import static claimtrail.metric.Basis.EVENT;
import static claimtrail.metric.Basis.SUBMISSION;
import static claimtrail.metric.Measure.APPEALED_CLAIMS;
import static claimtrail.metric.Measure.APPEAL_CLOSED;
import static claimtrail.metric.Measure.APPEAL_FILED;
import static claimtrail.metric.Measure.DECIDED_CENTS;
import static claimtrail.metric.Measure.DECIDED_CLAIMS;
import static claimtrail.metric.Measure.DECIDED_LINES;
import static claimtrail.metric.Measure.DENIED_CENTS;
import static claimtrail.metric.Measure.DENIED_CLAIMS;
import static claimtrail.metric.Measure.DENIED_GROSS_CENTS;
import static claimtrail.metric.Measure.DENIED_LINES;
import static claimtrail.metric.Measure.EPISODE_APPEALED;
import static claimtrail.metric.Measure.EPISODE_AWAITED;
import static claimtrail.metric.Measure.EPISODE_AWAITED_CENTS;
import static claimtrail.metric.Measure.EPISODE_CLOSED;
import static claimtrail.metric.Measure.EPISODE_CLOSED_CENTS;
import static claimtrail.metric.Measure.EPISODE_DUE;
import static claimtrail.metric.Measure.EPISODE_DUE_CENTS;
import static claimtrail.metric.Measure.EPISODE_OPENED;
import static claimtrail.metric.Measure.EPISODE_OPENED_CENTS;
import static claimtrail.metric.Measure.EPISODE_PAID;
import static claimtrail.metric.Measure.EPISODE_STANDING;
import static claimtrail.metric.Measure.EPISODE_STANDING_CENTS;
import static claimtrail.metric.Measure.FLAG_ASSERTED;
import static claimtrail.metric.Measure.FLAG_DAY;
import static claimtrail.metric.Measure.FLAG_IMBALANCE;
import static claimtrail.metric.Measure.FLAG_SPLIT;
import static claimtrail.metric.Measure.FLAG_STAND_IN;
import static claimtrail.metric.Measure.FLAG_UNMAPPED;
import static claimtrail.metric.Measure.FLAG_UNMAPPED_CENTS;
import static claimtrail.metric.Measure.FLAG_UNMAPPED_LINES;
import static claimtrail.metric.Measure.IMPORT_NOTED;
import static claimtrail.metric.Measure.IMPORT_RECORDS;
import static claimtrail.metric.Measure.OVERTURNED_CENTS;
import static claimtrail.metric.Measure.PAID_CENTS;
import static claimtrail.metric.Measure.RECOVERED_CENTS;
import static claimtrail.metric.Measure.REJECTED_CLAIMS;
import static claimtrail.metric.Measure.SUBMITTED_CENTS;
import static claimtrail.metric.Measure.SUBMITTED_CLAIMS;
import static claimtrail.metric.Measure.WAIT_APPEAL;
import static claimtrail.metric.Measure.WAIT_DECISION;
import static claimtrail.metric.Measure.WAIT_OUTCOME;
import static claimtrail.metric.Measure.WAIT_RESOLUTION;
import static claimtrail.metric.Measure.WITHDRAWN_CLAIMS;
import static claimtrail.metric.Measure.WRITTEN_OFF_CENTS;

import claimtrail.denial.DayOne;
import claimtrail.denial.ReasonClass;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import claimtrail.metric.Definition.Part;
import claimtrail.metric.Definition.Shape;
import claimtrail.metric.Definition.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The figures about claims, money, denials, appeals and the facts themselves, as they are defined today.
public final class MetricCatalogue {

    private static final List<Basis> BOTH = List.of(EVENT, SUBMISSION);
    private static final List<Basis> EVENTS = List.of(EVENT);
    private static final List<Basis> COHORT = List.of(SUBMISSION);

    private static final List<Part> SUBMITTED = List.of(of(SUBMITTED_CLAIMS));
    private static final List<Part> DECIDED = List.of(of(DECIDED_CLAIMS));
    private static final List<Part> DENIED = List.of(of(DENIED_CLAIMS));
    private static final List<Part> APPROVED = List.of(of(DECIDED_CLAIMS), less(DENIED_CLAIMS));
    private static final List<Part> PENDING =
            List.of(of(SUBMITTED_CLAIMS), less(DECIDED_CLAIMS), less(WITHDRAWN_CLAIMS));
    private static final List<Part> OVERTURNED = List.of(of(APPEAL_CLOSED, "OVERTURNED", "PARTLY"));
    private static final List<Part> APPEALS_DECIDED =
            List.of(of(APPEAL_CLOSED, "OVERTURNED", "PARTLY", "UPHELD", "DISMISSED"));

    private static final List<Part> OPENED = List.of(of(EPISODE_OPENED));

    private static final Map<String, Definition> BY_ID = new LinkedHashMap<>();

    static {
        sum("claims.submitted", "Claims submitted", SUBMITTED, BOTH, """
                Claims that became known, on the day they were sent. Replacements and resubmissions are versions of a
                claim, not claims; duplicates of a known original are left out.""");
        sum("claims.decided", "Decided", DECIDED, BOTH, """
                Claims that the primary payer decided for the first time. Reversals, predeterminations, forwarded
                answers and denials of duplicates of a known original decide nothing.""");
        sum("claims.denied", "Denied", DENIED, BOTH, """
                Claims whose first decision by the primary payer denies them, wholly or in part. What comes later does
                not make a denial undone.""");
        sum("claims.approved", "Approved", APPROVED, BOTH, """
                Claims whose first decision by the primary payer denies nothing; also those paid nothing because the
                patient owes all of it.""");
        sum("claims.pending", "Pending", PENDING, COHORT, """
                Of the claims submitted in the window, those neither decided nor withdrawn. A rejected claim is pending
                until it is sent again.""");
        rate("idr.claims", "Denial rate", DENIED, DECIDED, BOTH, """
                Claims whose first decision by the primary payer lies in the window and denies them, wholly or in part,
                among all claims first decided in the window.""");
        rate("fpr", "First-pass payment rate", APPROVED, DECIDED, BOTH, """
                Claims whose first decision denies nothing, among all claims first decided: 100 less the denial rate.""");
        rate("idr.lines", "Denial rate (lines)", List.of(of(DENIED_LINES)), List.of(of(DECIDED_LINES)), BOTH, """
                Lines paid nothing and denied at the first decision, among its lines that charge something. Lines paid
                in part are not denied lines.""");
        rate("idr.dollars", "Denial rate (charges)", List.of(of(DENIED_CENTS)), List.of(of(DECIDED_CENTS)), BOTH, """
                Money denied at first decisions, at most the charge of each line, among the charges decided.""");
        rate(
                "idr.dollars.gross",
                "Denial rate (gross charges)",
                List.of(of(DENIED_GROSS_CENTS)),
                List.of(of(DECIDED_CENTS)),
                BOTH,
                """
                Whole charges of the claims denied or partly denied at first decisions, among the charges decided.""");
        rate("denial.rate.submitted", "Denied of submitted", DENIED, SUBMITTED, COHORT, """
                Of the claims submitted in the window, those denied at their first decision, whenever that came. Grows
                until every claim is decided.""");
        rate("approval.rate.submitted", "Approved of submitted", APPROVED, SUBMITTED, COHORT, """
                Of the claims submitted in the window, those whose first decision denies nothing.""");
        rate("pending.rate", "Pending of submitted", PENDING, SUBMITTED, COHORT, """
                Of the claims submitted in the window, those neither decided nor withdrawn.""");
        sum("billed.amount", "Billed", List.of(of(SUBMITTED_CENTS)), BOTH, """
                Charges of the first versions of the claims submitted.""");
        sum("paid.amount", "Paid", List.of(of(PAID_CENTS)), BOTH, """
                What all payers paid, less what they took back; on the day of payment. May be negative.""");
        rate("collection.rate", "Collection rate", List.of(of(PAID_CENTS)), List.of(of(SUBMITTED_CENTS)), COHORT, """
                Of the charges of the claims submitted in the window, what has been paid so far.""");
        sum("denied.amount", "Denied amount", List.of(of(DENIED_CENTS)), BOTH, """
                Money denied at first decisions. A denial that is repeated counts once.""");
        add("average.denied", "Average denial", Shape.AVERAGE_CENTS, List.of(of(DENIED_CENTS)), DENIED, BOTH, """
                Money denied at first decisions, for each claim denied or partly denied.""");
        rate("rejection.rate", "Front-end rejection rate", List.of(of(REJECTED_CLAIMS)), SUBMITTED, COHORT, """
                Of the claims submitted in the window, those sent back unread before any decision. Never part of a
                denial rate.""");
        sum("denied.opened", "Denials opened", List.of(of(EPISODE_OPENED)), BOTH, """
                Lines denied or reduced for the first time by the primary payer, each once.""");
        sum("denied.opened.amount", "Denied dollars opened", List.of(of(EPISODE_OPENED_CENTS)), BOTH, """
                What the first denial of each line denies.""");
        stock("denied.open.count", "Open denials", List.of(of(EPISODE_OPENED), less(EPISODE_CLOSED)), """
                Denials opened and not over by the end of the day.""");
        stock("denied.open", "Open denied dollars", List.of(of(EPISODE_OPENED_CENTS), less(EPISODE_CLOSED_CENTS)), """
                Denied money of denials opened and not over by the end of the day. What is overturned and not yet paid
                is still open.""");
        stock("denied.awaited.count", "Won, payment awaited", List.of(of(EPISODE_AWAITED)), """
                Open denials that a letter has taken back and whose money has not all come by the end of the day.""");
        stock("denied.awaited", "Won dollars, payment awaited", List.of(of(EPISODE_AWAITED_CENTS)), """
                What letters have promised on open denials and has not come by the end of the day. Part of the open
                denied dollars.""");
        stock("aging.denials", "Open denials by age", List.of(of(EPISODE_STANDING)), """
                Denials open at the end of the day; by the days since each began.""");
        stock("aging.denials.amount", "Open denied dollars by age", List.of(of(EPISODE_STANDING_CENTS)), """
                Denied money of denials open at the end of the day; by the days since each began.""");
        stock("aging.deadlines", "Open denials by last day", List.of(of(EPISODE_DUE)), """
                Denials open at the end of the day; by the days that are left to appeal each.""");
        stock("aging.deadlines.amount", "Open denied dollars by last day", List.of(of(EPISODE_DUE_CENTS)), """
                Denied money of denials open at the end of the day; by the days that are left to appeal each.""");
        sum("recovered.amount", "Recovered (booked)", List.of(of(RECOVERED_CENTS)), BOTH, """
                Money that came on lines after they were denied, less what was taken back later.""");
        rate(
                "writeoff.rate",
                "Denial write-offs",
                List.of(of(WRITTEN_OFF_CENTS)),
                List.of(of(DECIDED_CENTS)),
                EVENTS,
                """
                Denied money written off in the window, among the charges first decided in it.""");
        sum("appeals.filed", "Appeals filed", List.of(of(APPEAL_FILED)), BOTH, """
                Appeals filed; every level counts.""");
        sum("appeals.decided", "Appeals decided", APPEALS_DECIDED, BOTH, """
                Appeals that the payer decided; those withdrawn are left out.""");
        put(new Definition(
                "appeal.rate",
                1,
                "Appeal rate",
                Shape.PERCENT,
                List.of(of(EPISODE_APPEALED, "WITHIN_90")),
                OPENED,
                EVENTS,
                Window.MATURED,
                oneLine("""
                Of the denials opened in the window and at least 90 days old, those appealed within 90 days of the
                denial.""")));
        rate("overturn.denials", "Denials finally paid", List.of(of(EPISODE_PAID)), OPENED, EVENTS, """
                Of the denials opened in the window, those that ended by an appeal, a correction or the payer's own will,
                and with money; so far.""");
        rate("overturn.appeals", "Overturn rate (appeals)", OVERTURNED, APPEALS_DECIDED, BOTH, """
                Appeals by which a denial was taken back, wholly or in part, among the appeals decided.""");
        rate("overturn.filed", "Overturned of filed", OVERTURNED, List.of(of(APPEAL_FILED)), BOTH, """
                Appeals by which a denial was taken back among the appeals filed; low while appeals are open.""");
        sum("overturned.amount", "Overturned amount", List.of(of(OVERTURNED_CENTS)), BOTH, """
                What was promised by letter or said by money: the amount named, else that of the denial.""");
        rate("appeal.rate.submitted", "Appealed of denied", List.of(of(APPEALED_CLAIMS)), DENIED, COHORT, """
                Of the claims submitted in the window and denied at their first decision, those appealed so far.""");
    }

    static {
        rate("preventable.rate", "Avoidable denials", opened(YES, MOSTLY), OPENED, EVENTS, """
                Denials opened for a reason that a practice can always or mostly avoid, among all denials opened. By the
                classes of reasons that are shipped.""");
        rate("preventable.partly.rate", "Partly avoidable denials", opened(PARTLY), OPENED, EVENTS, """
                Denials opened for a reason that a practice can partly avoid, among all denials opened.""");
        rate(
                "dq.assumed",
                "Assumed facts",
                List.of(of(FLAG_SPLIT), of(FLAG_DAY), of(FLAG_STAND_IN)),
                List.of(of(SUBMITTED_CLAIMS), of(DECIDED_CLAIMS), of(APPEAL_FILED), of(APPEAL_CLOSED)),
                BOTH,
                """
                Divided charges, assumed days and stand-in submissions, for every 100 submissions, first decisions,
                appeals and outcomes. Later decisions with an assumed day count above and not below.""");
        sum("dq.split", "Divided charges", List.of(of(FLAG_SPLIT)), BOTH, """
                Claims whose charge was divided evenly over their codes, because nobody told it line by line.""");
        sum("dq.day", "Assumed days", List.of(of(FLAG_DAY)), BOTH, """
                Decisions, appeals and outcomes whose day nobody has told.""");
        sum("dq.stand-in", "Stand-in submissions", List.of(of(FLAG_STAND_IN)), BOTH, """
                Claims whose submission day nobody has told; another day stands in for it.""");
        sum("dq.unmapped", "Unmapped codes", List.of(of(FLAG_UNMAPPED)), BOTH, """
                Codes that deny and belong to no class of reasons, each once a decision.""");
        sum("dq.unmapped.lines", "Lines with unmapped codes", List.of(of(FLAG_UNMAPPED_LINES)), BOTH, """
                Lines that decisions deny by a code that belongs to no class of reasons.""");
        sum("dq.unmapped.amount", "Denied by unmapped codes", List.of(of(FLAG_UNMAPPED_CENTS)), BOTH, """
                What decisions deny by codes that belong to no class of reasons; with every decision that repeats it.""");
        sum("dq.imbalance", "Unbalanced decisions", List.of(of(FLAG_IMBALANCE)), BOTH, """
                Decisions whose charge, adjustments and payment do not balance.""");
        sum("dq.asserted", "Asserted facts", List.of(of(FLAG_ASSERTED)), BOTH, """
                Screenings and links that a source told and nobody tested.""");
        stock("dq.unmatched", "Remittance-only claims", List.of(of(FLAG_STAND_IN)), """
                Claims of which only a payer's answer is known by the end of the day: nobody has told us the bill.""");
        put(new Definition(
                "dq.undecided",
                1,
                "Undecided after 45 days",
                Shape.SUM,
                PENDING,
                List.of(),
                COHORT,
                Window.OVERDUE,
                oneLine("""
                Claims submitted at least 45 days before the last day that are neither decided nor withdrawn.""")));
        sum("dq.refused", "Refused records", List.of(of(IMPORT_RECORDS, "refused")), EVENTS, """
                Records of files that could not be taken in, on the day the file was received.""");
        sum("dq.held", "Held records", List.of(of(IMPORT_RECORDS, "held")), EVENTS, """
                Records of files that wait for somebody to judge them, on the day the file was received.""");
        sum("dq.warnings", "Import findings", List.of(of(IMPORT_NOTED)), EVENTS, """
                Findings in files, on the day the file was received; by code.""");
    }

    static {
        time("t.remit", "Days to first decision", WAIT_DECISION, """
                Days from the submission of a claim to its first decision, by the day of the decision.""");
        time("t.denial.appeal", "Days to appeal", WAIT_APPEAL, """
                Days from a denial to its first appeal, by the day of the appeal.""");
        time("t.appeal.decision", "Days to the appeal's outcome", WAIT_OUTCOME, """
                Days from the filing of an appeal to the payer's word, by the day of that word.""");
        time("t.denial.resolution", "Days to the end of a denial", WAIT_RESOLUTION, """
                Days from a denial to its end, by the day of the end.""");
        add("denial.mix", "Denials by part", Shape.SHARE, OPENED, OPENED, BOTH, """
                Denials opened in each part, among all denials opened.""");
        add(
                "denial.mix.amount",
                "Denied dollars by part",
                Shape.SHARE,
                List.of(of(EPISODE_OPENED_CENTS)),
                List.of(of(EPISODE_OPENED_CENTS)),
                BOTH,
                """
                What the first denials of lines deny in each part, among all they deny.""");
        add(
                "appeals.avoided",
                "Appeals avoided (estimate)",
                Shape.ESTIMATED,
                List.of(of(APPEAL_FILED)),
                List.of(),
                EVENTS,
                """
                An estimate: appeals that would have been filed in the window at the mean pace of all days before it,
                less those that were. Below zero when there were more. Not known with fewer than 90 days before.""");
        add(
                "admin.savings",
                "Appeal work saved (estimate)",
                Shape.ESTIMATED_CENTS,
                List.of(of(APPEAL_FILED)),
                List.of(),
                EVENTS,
                """
                An estimate: appeals avoided, by the cost of one appeal that is set for the last day of the window. Never
                added to money booked.""");
    }

    private MetricCatalogue() {}

    private static List<Part> opened(Preventable... preventable) {
        var wanted = Set.of(preventable);
        return List.of(of(
                EPISODE_OPENED,
                DayOne.classes().values().stream()
                        .filter(it -> it.preventable() != null && wanted.contains(it.preventable()))
                        .map(ReasonClass::name)
                        .toArray(String[]::new)));
    }

    /// All definitions, in the order in which they are shown.
    public static List<Definition> all() {
        return List.copyOf(BY_ID.values());
    }

    /// The standard version of a definition; empty when there is none of this id.
    public static Optional<Definition> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Part of(Measure measure, String... facets) {
        return new Part(measure, 1, Set.of(facets));
    }

    private static Part less(Measure measure) {
        return new Part(measure, -1, Set.of());
    }

    private static void sum(String id, String shown, List<Part> parts, List<Basis> bases, String text) {
        add(id, shown, Shape.SUM, parts, List.of(), bases, text);
    }

    private static void time(String id, String shown, Measure measure, String text) {
        add(
                id,
                shown,
                Shape.MEDIAN_DAYS,
                List.of(of(measure)),
                List.of(),
                BOTH,
                text + " Where a day is assumed, the case is left out.");
    }

    private static void stock(String id, String shown, List<Part> parts, String text) {
        put(new Definition(id, 1, shown, Shape.SUM, parts, List.of(), EVENTS, Window.STOCK, oneLine(text)));
    }

    private static void rate(
            String id, String shown, List<Part> above, List<Part> below, List<Basis> bases, String text) {
        add(id, shown, Shape.PERCENT, above, below, bases, text);
    }

    private static void add(
            String id, String shown, Shape shape, List<Part> above, List<Part> below, List<Basis> bases, String text) {
        put(new Definition(id, 1, shown, shape, above, below, bases, Window.FLOW, oneLine(text)));
    }

    private static void put(Definition definition) {
        BY_ID.put(definition.id(), definition);
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').strip();
    }
}
