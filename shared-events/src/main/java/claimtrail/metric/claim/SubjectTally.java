package claimtrail.metric.claim;

import static claimtrail.metric.Measure.PATTERN_APPEALED;
import static claimtrail.metric.Measure.PATTERN_APPEAL_DECIDED;
import static claimtrail.metric.Measure.PATTERN_AT_RISK_CENTS;
import static claimtrail.metric.Measure.PATTERN_DECIDED;
import static claimtrail.metric.Measure.PATTERN_DENIED;
import static claimtrail.metric.Measure.PATTERN_DENIED_CENTS;
import static claimtrail.metric.Measure.PATTERN_DENIED_LINES;
import static claimtrail.metric.Measure.PATTERN_EXPOSED;
import static claimtrail.metric.Measure.PATTERN_OVERTURNED;
import static claimtrail.metric.Measure.PATTERN_RECOVERED_CENTS;
import static claimtrail.metric.Measure.POLICY_APPEALED;
import static claimtrail.metric.Measure.POLICY_APPEAL_DECIDED;
import static claimtrail.metric.Measure.POLICY_DECIDED;
import static claimtrail.metric.Measure.POLICY_DENIED;
import static claimtrail.metric.Measure.POLICY_DENIED_CENTS;
import static claimtrail.metric.Measure.POLICY_HIT;
import static claimtrail.metric.Measure.POLICY_HIT_LINES;
import static claimtrail.metric.Measure.POLICY_OVERTURNED;
import static claimtrail.metric.Measure.POLICY_VIOLATED;

import claimtrail.denial.AppealReading;
import claimtrail.denial.AppealReading.Outcome;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.Episode;
import claimtrail.denial.FirstDecision;
import claimtrail.denial.Submission;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.Finding.Result;
import claimtrail.metric.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one claim adds to the patterns it is exposed to and the policies that apply to it. A claim that is linked is
/// exposed, and one that is denied by a policy is one to which it applies, whoever screened it. The facet is the id
/// of the pattern or policy; where a source said so untested, a policy's stands after `asserted:`.
final class SubjectTally {

    private final ClaimReading reading;
    private final Submission submission;
    private final ClaimPen pen;

    /// Lines denied at the first decision, by the pattern or policy they belong to.
    private final Map<String, Set<Integer>> deniedBy = new TreeMap<>();
    /// Lines of any denial, by the pattern or policy they belong to.
    private final Map<String, Set<Integer>> linkedBy = new TreeMap<>();
    private final Set<String> patterns = new TreeSet<>();
    private final Map<String, Set<Integer>> policies = new TreeMap<>();
    private final Set<String> violated = new TreeSet<>();
    private final Set<String> blamed = new TreeSet<>();

    private SubjectTally(ClaimReading reading, Submission submission, ClaimPen pen) {
        this.reading = reading;
        this.submission = submission;
        this.pen = pen;
    }

    static void add(ClaimReading reading, Submission submission, ClaimPen pen) {
        if (reading.screenings().isEmpty() && reading.links().isEmpty()) {
            return;
        }
        var subjects = new SubjectTally(reading, submission, pen);
        subjects.collect();
        subjects.patterns.forEach(subjects::pattern);
        subjects.policies.forEach(subjects::policyHit);
        subjects.blamed.forEach(subjects::policyDenied);
    }

    private void collect() {
        for (var screening : reading.screenings()) {
            for (var exposure : screening.patterns()) {
                patterns.add(exposure.pattern().toString());
            }
            for (var match : screening.policies()) {
                var policy = policy(match.policy(), screening.asserted());
                policies.computeIfAbsent(policy, _ -> new TreeSet<>());
                for (var line : match.lines()) {
                    applies(policy, line.no());
                    if (line.result() == Screening.VIOLATED) {
                        violated.add(policy);
                    }
                }
            }
        }
        for (var linked : reading.links()) {
            var first = isFirst(linked.decisionKey());
            for (var link : linked.links()) {
                for (var pattern : link.patterns()) {
                    patterns.add(pattern.toString());
                    note(pattern.toString(), link.line(), first);
                }
                for (var id : link.policies()) {
                    var policy = policy(id, linked.asserted());
                    blamed.add(policy);
                    applies(policy, link.line());
                    note(policy, link.line(), first);
                }
            }
        }
    }

    /// @param line 0 is the claim as a whole, of which no line is known
    private void applies(String policy, int line) {
        var lines = policies.computeIfAbsent(policy, _ -> new TreeSet<>());
        if (line != 0) {
            lines.add(line);
        }
    }

    private void note(String subject, int line, boolean first) {
        linkedBy.computeIfAbsent(subject, _ -> new TreeSet<>()).add(line);
        if (first) {
            deniedBy.computeIfAbsent(subject, _ -> new TreeSet<>()).add(line);
        }
    }

    private static String policy(UUID policy, boolean asserted) {
        return asserted ? "asserted:" + policy : policy.toString();
    }

    private boolean isFirst(String decisionKey) {
        var first = reading.firstDecision();
        return first != null
                && first.parts().stream().anyMatch(part -> part.key().equals(decisionKey));
    }

    private void pattern(String pattern) {
        pen.one(PATTERN_EXPOSED, submission.payer(), pattern, submission.on());
        var first = reading.firstDecision();
        if (first != null) {
            pen.one(PATTERN_DECIDED, first.payer(), pattern, first.on());
            denied(pattern, first, PATTERN_DENIED, PATTERN_DENIED_LINES, PATTERN_DENIED_CENTS);
        }
        var episodes = episodes(pattern);
        for (var episode : episodes) {
            atRisk(pattern, episode);
            for (var it : episode.recoveries()) {
                pen.add(PATTERN_RECOVERED_CENTS, episode.payer(), pattern, it.on(), it.cents());
            }
        }
        appeals(pattern, episodes, PATTERN_APPEALED, PATTERN_APPEAL_DECIDED, PATTERN_OVERTURNED);
    }

    private void policyHit(String policy, Set<Integer> lines) {
        pen.one(POLICY_HIT, submission.payer(), policy, submission.on());
        pen.add(POLICY_HIT_LINES, submission.payer(), policy, submission.on(), lines.size());
        if (violated.contains(policy)) {
            pen.one(POLICY_VIOLATED, submission.payer(), policy, submission.on());
        }
        var first = reading.firstDecision();
        if (first != null) {
            pen.one(POLICY_DECIDED, first.payer(), policy, first.on());
        }
    }

    private void policyDenied(String policy) {
        var first = reading.firstDecision();
        if (first != null) {
            denied(policy, first, POLICY_DENIED, null, POLICY_DENIED_CENTS);
        }
        appeals(policy, episodes(policy), POLICY_APPEALED, POLICY_APPEAL_DECIDED, POLICY_OVERTURNED);
    }

    private void denied(String subject, FirstDecision first, Measure claims, @Nullable Measure lines, Measure cents) {
        var numbers = deniedBy.getOrDefault(subject, Set.of());
        var any = false;
        for (var part : first.parts()) {
            for (var line : part.lines()) {
                if (numbers.contains(line.no()) && line.finding().result() != Result.CLEAR) {
                    any = true;
                    if (lines != null && line.finding().result() == Result.DENIED) {
                        pen.one(lines, first.payer(), subject, first.on());
                    }
                    if (part.amountsKnown()) {
                        pen.add(
                                cents,
                                first.payer(),
                                subject,
                                first.on(),
                                line.finding().deniedCents());
                    }
                }
            }
        }
        if (any) {
            pen.one(claims, first.payer(), subject, first.on());
        }
    }

    private List<Episode> episodes(String subject) {
        var lines = linkedBy.getOrDefault(subject, Set.of());
        return reading.episodes().stream()
                .filter(episode -> episode.payerSequence() == 1 && lines.contains(episode.line()))
                .toList();
    }

    /// Money at risk: what is denied, until it is overturned or the episode is over.
    private void atRisk(String pattern, Episode episode) {
        record Change(LocalDate on, boolean overturn, boolean closing, long cents) {}

        var changes = new ArrayList<Change>();
        episode.overturned().forEach(it -> changes.add(new Change(it.on(), true, false, it.cents())));
        episode.movements().forEach(it -> changes.add(new Change(it.on(), false, it.closing(), 0)));
        changes.sort(Comparator.comparing(Change::on).thenComparing(change -> !change.overturn()));
        var left = episode.opened().cents();
        var open = true;
        pen.add(
                PATTERN_AT_RISK_CENTS,
                episode.payer(),
                pattern,
                episode.opened().on(),
                left);
        for (var change : changes) {
            long amount;
            if (change.overturn()) {
                amount = open ? -change.cents() : 0;
                left -= change.cents();
            } else {
                amount = change.closing() ? -left : left;
                open = !change.closing();
            }
            pen.add(PATTERN_AT_RISK_CENTS, episode.payer(), pattern, change.on(), amount);
        }
    }

    private void appeals(
            String subject, List<Episode> episodes, Measure appealed, Measure decided, Measure overturned) {
        var numbers = new TreeSet<Integer>();
        episodes.forEach(episode -> numbers.addAll(episode.appeals()));
        var appeals = reading.appeals().stream()
                .filter(appeal -> numbers.contains(appeal.appealNo()))
                .toList();
        if (appeals.isEmpty()) {
            return;
        }
        var payer = episodes.getFirst().payer();
        if (deniedBy.containsKey(subject)) {
            appeals.stream()
                    .map(AppealReading::filedOn)
                    .min(Comparator.naturalOrder())
                    .ifPresent(on -> pen.one(appealed, payer, subject, on));
        }
        for (var appeal : appeals) {
            var ended = appeal.ended();
            if (ended != null && ended.outcome() != Outcome.WITHDRAWN) {
                pen.one(decided, payer, subject, ended.on());
            }
        }
        appeals.stream()
                .filter(AppealReading::isOverturned)
                .map(ClaimTally::endedOn)
                .min(Comparator.naturalOrder())
                .ifPresent(on -> pen.one(overturned, payer, subject, on));
    }
}
