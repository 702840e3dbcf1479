package claimtrail.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures that rules make of sums, as they are defined today: scores of patterns, practice and its return,
/// policies,
/// places of providers.
public final class DerivedCatalogue {

    private static final String RATE = "pattern.rate";
    private static final String FREQUENCY = "pattern.frequency";

    private static final List<Derived> ALL = new ArrayList<>();

    static {
        add("pattern.trend", "Trend", "word", RATE, """
                Up or down where the rate of the last 30 days differs by more than half a point from that of the 30 days
                before; else stable. Stable as well while both have fewer than 4 denials together. Down is good.""");
        add("pattern.velocity", "Denials a month", "claims", FREQUENCY, """
                Frequency, divided by the months of 30 days since the pattern was detected or the window of 180 days
                began, whichever is later, and by one at least. One decimal.""");
        add("pattern.confidence", "Confidence", "points", FREQUENCY, """
                From 0 to 100, of n denials that span so many days from the first to the last: 40 times n by 10, 30 times
                the span by 90, and 30 times n by the months of the span; each quotient is at most one and a month is 30
                days, at least one. 0 without a denial.""");
        add("pattern.recency", "Days since the last denial", "days", FREQUENCY, """
                Days from the last denial to the last day of the window; not known without one.""");
        add("pattern.tier", "Tier", "word", FREQUENCY, """
                Critical above 20 denials and 5,000.00 denied, high above 10 and 2,000.00, medium above 5 denials, else
                low; by the thresholds that are set for the last day of the window. No other pattern changes it.""");
        add("pattern.share.rank", "Share of lost money", "rank", "pattern.impact", """
                The place of a pattern among all by its denied money, 1 for the most; equals share a place.""");
        add("pattern.recoverable", "Recoverable", "cents", "pattern.at.risk", """
                What is at risk, all, half or nothing of it as the guidance of the pattern says; without guidance as is
                usual for its class of reasons.""");
        add("recoverable.amount", "Recoverable", "cents", "pattern.at.risk", """
                What is recoverable of all patterns together; a line that belongs to two patterns counts once for
                each.""");
        add("pattern.baseline", "Rate when it was found", "percent", RATE, """
                The denial rate of the 60 days that end with the detection, 90 where fewer than 20 exposed claims were
                decided in them, provisional where they still are fewer. Fixed once, by what was known then.""");
        add("pattern.current", "Rate now", "percent", RATE, """
                The denial rate of the last 60 days.""");
        add("pattern.improvement", "Improvement", "percent", RATE, """
                By how much the rate now lies below the rate when the pattern was found: in percent of that rate, and in
                points. Not known without a baseline, while its days overlap those of today, and where it is 0.""");
        add("pattern.verdict", "Churn or sticky", "word", "pattern.overturn.rate", """
                Churn where 60 percent or more of at least 5 decided appeals were won, sticky where as many were lost.""");
        add("pattern.status", "Status", "word", null, """
                Active, improving, resolved or archived: what the last change of status says, which names the counts that
                justify it.""");
        add("patterns.critical", "Critical patterns", "patterns", FREQUENCY, """
                Patterns of the tier critical that are neither resolved nor archived.""");
        add("patterns.improving", "Patterns with a falling rate", "patterns", RATE, """
                Patterns whose trend is down, among those not archived.""");
        add("patterns.stable", "Patterns with a steady rate", "patterns", RATE, """
                Patterns whose trend is stable, among those not archived.""");
        add("patterns.regressing", "Patterns with a rising rate", "patterns", RATE, """
                Patterns whose trend is up, among those not archived.""");
        add("avoided.estimate", "Avoided denials (estimate)", "cents", RATE, """
                An estimate: for each pattern with a fixed baseline, the claims that its baseline rate would have denied
                among those it could have caught in the window, less those that it did, at the average denial of the
                window. With an interval of 95 percent. Never added to money booked.""");
    }

    static {
        add("learning.progress", "Learning progress", "points", "learning.points", """
                The learning points of a pattern, at most 100. It says nothing about outcomes.""");
        add("practice.abandoned", "Sittings abandoned", "sittings", "practice.started", """
                Sittings that were begun more than a day before the end of the window and not completed.""");
        add("practice.minutes", "Minutes invested", "minutes", "practice.seconds", """
                Seconds of completed sittings by 60, one decimal. Sittings whose client told no time are counted
                apart.""");
        add("practice.streak", "Streak", "days", "practice.sessions", """
                Days in a row, up to the last day of the window, with a completed sitting.""");
        add("practice.effect", "Before and after", "percent", RATE, """
                The denial rate of the 30 days before the first correction of a pattern holds, and of the 30 days from
                then on; counts only where either side has fewer than 20 decided claims.""");
        add("roi.cost", "Cost of practice", "cents", "practice.seconds", """
                Hours of completed sittings, by the price of an hour that is set for the last day of the window.""");
        add("roi.estimate", "Return (estimate)", "cents", RATE, """
                An estimate: avoided denials of the patterns that were practised, each from the day on which its first
                correction holds, beside the cost of the time that was spent. With an interval of 95 percent. Never added
                to money booked.""");
        add("policy.providers", "Providers concerned", "providers", "policy.denied", """
                Providers with a claim that the policy denied.""");
        add("policy.patterns", "Patterns concerned", "patterns", null, """
                Patterns, neither resolved nor archived, that share a code with the policy.""");
        add("policy.trend", "Trend", "word", "policy.denial.rate", """
                Up or down where the denial rate differs by more than half a point from that of as many days before; else
                stable.""");
        add("provider.rank", "Place", "rank", "idr.claims", """
                The place of a provider by denial rate, 1 for the lowest; of equal rates more decided claims go first.
                Fewer than 11 decided claims give no place.""");
        add("provider.practice.rate", "Denial rate of the practice", "percent", "idr.claims", """
                Denials of all providers together among their decided claims; pooled, never a mean of rates.""");
        add("provider.trend", "Trend", "points", "idr.claims", """
                The denial rate of a provider in the window, less that of as many days before.""");
        add("provider.improved.patterns", "Patterns improved", "patterns", RATE, """
                Patterns whose rate at the provider fell by 20 percent or more since the days of their baselines, with at
                least 10 decided exposed claims in both.""");
        add("code.reasons", "Reasons of denials", "percent", "code.denied", """
                Denials of lines with the code by class of reasons, the five most frequent, among all of them.""");
        add("dq.unconfirmed", "Won and not paid, paid and not told", "episodes", "denied.awaited.count", """
                Denials won by letter whose money has not come 45 days after it; and denials paid after an appeal whose
                outcome nobody told.""");
    }

    private DerivedCatalogue() {}

    /// All of them, in the order in which they are shown.
    public static List<Derived> all() {
        return List.copyOf(ALL);
    }

    /// One of them; empty where there is none of this id.
    public static Optional<Derived> find(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static void add(String id, String shown, String unit, @Nullable String madeOf, String text) {
        ALL.add(new Derived(id, 1, shown, unit, madeOf, text.replace('\n', ' ').strip()));
    }
}
