package claimtrail.metric;

import static claimtrail.metric.Home.DAILY;
import static claimtrail.metric.Home.FACET;
import static claimtrail.metric.Home.PATTERN;
import static claimtrail.metric.Home.POLICY;
import static claimtrail.metric.Unit.ANSWERS;
import static claimtrail.metric.Unit.APPEALS;
import static claimtrail.metric.Unit.CENTS;
import static claimtrail.metric.Unit.CLAIMS;
import static claimtrail.metric.Unit.CORRECTIONS;
import static claimtrail.metric.Unit.EPISODES;
import static claimtrail.metric.Unit.FACTS;
import static claimtrail.metric.Unit.LINES;
import static claimtrail.metric.Unit.PATTERNS;
import static claimtrail.metric.Unit.POINTS;
import static claimtrail.metric.Unit.RECORDS;
import static claimtrail.metric.Unit.SECONDS;
import static claimtrail.metric.Unit.SITTINGS;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is counted. Every figure is a sum of postings of measures. A word in capitals in a sentence is a facet.
public enum Measure {
    SUBMITTED_CLAIMS("submitted.claims", CLAIMS, DAILY, "A claim is known for the first time; on the day it was sent."),
    SUBMITTED_CENTS("submitted.cents", CENTS, DAILY, "The charge of the first version of a claim."),
    SUBMITTED_LINES("submitted.lines", LINES, DAILY, "Lines of the first version that charge something."),
    REJECTED_CLAIMS("rejected.claims", CLAIMS, DAILY, "A claim is sent back unread before any decision."),
    WITHDRAWN_CLAIMS("withdrawn.claims", CLAIMS, DAILY, "A claim is taken back and was never decided."),
    DECIDED_CLAIMS("decided.claims", CLAIMS, DAILY, "The primary payer decides a claim for the first time."),
    DECIDED_CENTS("decided.cents", CENTS, DAILY, "The charge decided by a first decision."),
    DECIDED_LINES("decided.lines", LINES, DAILY, "Lines of a first decision that charge something."),
    DENIED_CLAIMS("denied.claims", CLAIMS, DAILY, "A first decision denies the claim: FULL, or in part: PARTIAL."),
    DENIED_LINES("denied.lines", LINES, DAILY, "Lines of a first decision that are paid nothing and denied."),
    DENIED_CENTS("denied.cents", CENTS, DAILY, "What a first decision denies, at most the charge of each line."),
    DENIED_GROSS_CENTS("denied.gross.cents", CENTS, DAILY, "The whole charge of a claim denied or partly denied."),
    DUPLICATE_CLAIMS("duplicate.claims", CLAIMS, DAILY, "A claim turns out to be a duplicate of a known original."),
    EPISODE_OPENED("episode.opened", EPISODES, FACET, "A line is denied for the first time; by reason class."),
    EPISODE_OPENED_CENTS("episode.opened.cents", CENTS, FACET, "What that first denial of a line denies."),
    EPISODE_CLOSED("episode.closed", EPISODES, FACET, "A denial is over; by road. Negative when it opens again."),
    EPISODE_CLOSED_CENTS(
            "episode.closed.cents", CENTS, FACET, "The amount of a denial at its opening, when it is over."),
    EPISODE_STANDING("episode.standing", EPISODES, FACET, "A denial is open; by the day it opened. Less 1 when over."),
    EPISODE_STANDING_CENTS(
            "episode.standing.cents", CENTS, FACET, "The amount of an open denial; by the day it opened."),
    EPISODE_DUE(
            "episode.due", EPISODES, FACET, "A denial is open; by the last day to appeal, - where it is not known."),
    EPISODE_DUE_CENTS("episode.due.cents", CENTS, FACET, "The amount of an open denial; by the last day to appeal."),
    EPISODE_AWAITED("episode.awaited", EPISODES, FACET, "A denial is won by letter and its money has not all come."),
    EPISODE_AWAITED_CENTS("episode.awaited.cents", CENTS, FACET, "What is won by letter and has not come."),
    EPISODE_APPEALED(
            "episode.appealed",
            EPISODES,
            FACET,
            "A denial is appealed, WITHIN_90 days or LATER; on the day it opened, whenever it was appealed."),
    EPISODE_PAID(
            "episode.paid",
            EPISODES,
            FACET,
            "A denial ended with money of the payer; by road, on the day it opened, whenever it ended."),
    APPEALED_CLAIMS("appealed.claims", CLAIMS, DAILY, "A claim denied at its first decision is first appealed."),
    APPEAL_FILED("appeal.filed", APPEALS, DAILY, "An appeal is filed; by level."),
    APPEAL_CLOSED("appeal.closed", APPEALS, DAILY, "An appeal ends; by outcome. Once, on the letter's day if any."),
    OVERTURNED_CLAIMS("overturned.claims", CLAIMS, DAILY, "A denial of a claim is taken back for the first time."),
    OVERTURNED_CENTS(
            "overturned.cents",
            CENTS,
            DAILY,
            "What appeals take back: the amount named or paid, STATED, else that of the denial, NOT."),
    PAID_CENTS("paid.cents", CENTS, DAILY, "What payers pay, less what they take back; on the day of payment."),
    RECOVERED_CENTS("recovered.cents", CENTS, DAILY, "Money on a line since it was denied, less reversals; by road."),
    WRITTEN_OFF_CENTS("written.off.cents", CENTS, DAILY, "Denied money that is written off; by cause."),
    WAIT_DECISION(
            "wait.decision", CLAIMS, FACET, "Days from submission to the first decision; the days are the facet."),
    WAIT_APPEAL("wait.appeal", EPISODES, FACET, "Days from a denial to its first appeal."),
    WAIT_OUTCOME("wait.outcome", APPEALS, FACET, "Days from the filing of an appeal to the payer's word."),
    WAIT_RESOLUTION("wait.resolution", EPISODES, FACET, "Days from a denial to its end."),
    PATTERN_EXPOSED("pattern.exposed", CLAIMS, PATTERN, "A claim could have been denied by the pattern."),
    PATTERN_DECIDED("pattern.decided", CLAIMS, PATTERN, "A claim exposed to the pattern is first decided."),
    PATTERN_DENIED("pattern.denied", CLAIMS, PATTERN, "A first decision denies a line that belongs to the pattern."),
    PATTERN_DENIED_LINES("pattern.denied.lines", LINES, PATTERN, "Lines of the pattern denied at a first decision."),
    PATTERN_DENIED_CENTS("pattern.denied.cents", CENTS, PATTERN, "What first decisions deny on lines of the pattern."),
    PATTERN_AT_RISK_CENTS(
            "pattern.at.risk.cents", CENTS, PATTERN, "Denied money of the pattern neither overturned nor closed."),
    PATTERN_APPEALED("pattern.appealed", CLAIMS, PATTERN, "A claim denied by the pattern is first appealed."),
    PATTERN_APPEAL_DECIDED("pattern.appeal.decided", APPEALS, PATTERN, "An appeal about the pattern is decided."),
    PATTERN_OVERTURNED("pattern.overturned", CLAIMS, PATTERN, "A denial of the pattern is first taken back."),
    PATTERN_RECOVERED_CENTS("pattern.recovered.cents", CENTS, PATTERN, "Money on denied lines of the pattern."),
    POLICY_HIT("policy.hit", CLAIMS, POLICY, "The policy applies to a line of a claim, or denies one."),
    POLICY_HIT_LINES("policy.hit.lines", LINES, POLICY, "Lines to which the policy applies, or that it denies."),
    POLICY_VIOLATED("policy.violated", CLAIMS, POLICY, "A line of the claim does not do what the policy demands."),
    POLICY_DECIDED("policy.decided", CLAIMS, POLICY, "A claim that the policy has hit is first decided."),
    POLICY_DENIED("policy.denied", CLAIMS, POLICY, "A first decision denies a line by the policy."),
    POLICY_DENIED_CENTS("policy.denied.cents", CENTS, POLICY, "What first decisions deny by the policy."),
    POLICY_APPEALED("policy.appealed", CLAIMS, POLICY, "A claim denied by the policy is first appealed."),
    POLICY_APPEAL_DECIDED("policy.appeal.decided", APPEALS, POLICY, "An appeal about the policy is decided."),
    POLICY_OVERTURNED("policy.overturned", CLAIMS, POLICY, "A denial by the policy is first taken back."),
    CODE_CLAIMS("code.claims", CLAIMS, FACET, "A claim has a line with the code."),
    CODE_LINES("code.lines", LINES, FACET, "Lines with the code that charge something."),
    CODE_DECIDED("code.decided", LINES, FACET, "Lines with the code in a first decision."),
    CODE_DENIED_LINES("code.denied.lines", LINES, FACET, "Lines with the code denied at a first decision."),
    CODE_DENIED_CENTS("code.denied.cents", CENTS, FACET, "What first decisions deny on lines with the code."),
    CODE_PAID_CENTS("code.paid.cents", CENTS, FACET, "What payers pay on lines with the code."),
    FLAG_SPLIT("flag.split", FACTS, FACET, "The charge was divided evenly over codes; INCOMPLETE: parts are missing."),
    FLAG_DAY("flag.day", FACTS, FACET, "Nobody has told us the day of the fact."),
    FLAG_STAND_IN("flag.stand-in", FACTS, FACET, "Another day stands in for the submission day."),
    FLAG_UNMAPPED("flag.unmapped", FACTS, FACET, "A decision denies by a code in no class; the code is the facet."),
    FLAG_UNMAPPED_LINES(
            "flag.unmapped.lines", LINES, FACET, "Lines that a decision denies by a code in no class; by code."),
    FLAG_UNMAPPED_CENTS("flag.unmapped.cents", CENTS, FACET, "What decisions deny by a code in no class; by code."),
    FLAG_IMBALANCE("flag.imbalance", FACTS, FACET, "Charge, adjustments and payment of a decision do not balance."),
    FLAG_ASSERTED("flag.asserted", FACTS, FACET, "A source said so and we did not test it."),
    IMPORT_RECORDS("import.records", RECORDS, FACET, "Records of files: stored, seen before, held or refused."),
    IMPORT_NOTED("import.noted", FACTS, FACET, "Findings in files; by code."),
    PRACTICE_STARTED("practice.started", SITTINGS, PATTERN, "Somebody begins to practise on a pattern."),
    PRACTICE_COMPLETED("practice.completed", SITTINGS, PATTERN, "A sitting on a pattern is completed."),
    PRACTICE_SECONDS("practice.seconds", SECONDS, PATTERN, "Time spent in a completed sitting, as the client says."),
    PRACTICE_CORRECT("practice.correct", ANSWERS, PATTERN, "Right answers of completed sittings."),
    PRACTICE_TOTAL("practice.total", ANSWERS, PATTERN, "All answers of completed sittings."),
    PROGRESS_POINTS(
            "progress.points",
            POINTS,
            PATTERN,
            "5 for each completed sitting and 2 for each correction reported in it, at most 15 in all."),
    CORRECTIONS_APPLIED(
            "corrections.applied", CORRECTIONS, PATTERN, "A way of working is put right; on its first day."),
    CORRECTIONS_REPORTED(
            "corrections.reported", CORRECTIONS, PATTERN, "Corrections that the client of a sitting reports."),
    PATTERNS_DETECTED("patterns.detected", PATTERNS, FACET, "A pattern becomes known."),
    PATTERNS_IN_STATUS(
            "patterns.in.status", PATTERNS, FACET, "Patterns that enter a status, less those that leave it.");

    private static final Map<String, Measure> BY_ID = new HashMap<>();

    static {
        for (var measure : values()) {
            BY_ID.put(measure.id, measure);
        }
    }

    private final String id;
    private final Unit unit;
    private final Home home;
    private final String sentence;

    Measure(String id, Unit unit, Home home, String sentence) {
        this.id = id;
        this.unit = unit;
        this.home = home;
        this.sentence = sentence;
    }

    /// The stable name in the ledger: `denied.claims`.
    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /// The daily tables that sum it.
    public Home home() {
        return home;
    }

    /// What one is, in words an auditor reads.
    public String sentence() {
        return sentence;
    }

    /// The measure of a name; empty when this program does not know it.
    public static Optional<Measure> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
