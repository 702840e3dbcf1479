package claimtrail.command.automation;

import claimtrail.command.job.Found;
import claimtrail.command.job.Found.Thing;
import claimtrail.command.job.Job;
import claimtrail.command.job.JobSettings;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.EventLog;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.detection.DetectionRule;
import claimtrail.denial.detection.Evidence;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Finds patterns again from the claims themselves, without what was remembered of their evidence. It must find nothing
/// that is not known: whatever it finds is an alarm, and changes nothing.
@Component
public final class PatternCheck implements Job {

    /// Evidence for a pattern that was not found as the facts arrived.
    public record Missed(UUID practice, String detector, String subject, LocalDate on) {}

    /// What one claim says: the days on which it was denied, and what that gives to the detectors.
    private record Said(UUID claim, List<LocalDate> deniedOn, List<FoundEvidence> evidence) {}

    private record Subject(String detector, String name) {}

    private final PatternFinder finder;
    private final EventLog log;
    private final RulebookShelf shelf;
    private final Claims claims;
    private final Backfill backfill;
    private final Detecting detecting;
    private final JobSettings settings;

    PatternCheck(
            PatternFinder finder,
            EventLog log,
            RulebookShelf shelf,
            Claims claims,
            Backfill backfill,
            Detecting detecting,
            JobSettings settings) {
        this.finder = finder;
        this.log = log;
        this.shelf = shelf;
        this.claims = claims;
        this.backfill = backfill;
        this.detecting = detecting;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "pattern-check";
    }

    @Override
    public String does() {
        return "Finds patterns anew from all claims, and tells of any that was not found as the facts arrived.";
    }

    @Override
    public List<LocalTime> at() {
        return settings.patternCheckAt();
    }

    @Override
    public Found run() {
        var missed = missed();
        var says = missed.isEmpty()
                ? "All claims looked at again: no pattern was missed."
                : "Patterns that were not found as their facts arrived: " + missed.size() + '.';
        return new Found(
                says,
                log.head(),
                missed.stream()
                        .map(it -> new Thing(
                                it.detector() + ' ' + it.subject(), "practice " + it.practice() + ", " + it.on()))
                        .toList());
    }

    /// Looks at every claim. What is found is looked up again when the finding has followed the log so far: facts that
    /// arrive meanwhile, and another node that is at them, are no reason for an alarm.
    ///
    /// @return what was missed; nothing where all is well
    /// @throws IllegalStateException if the finding of patterns does not follow the log
    public List<Missed> missed() {
        finder.catchUpTo(log.head());
        var found = new ArrayList<Missed>();
        claims.byPractice().forEach((practice, all) -> found.addAll(of(practice, all)));
        if (found.isEmpty()) {
            return found;
        }
        var head = log.head();
        finder.catchUpTo(head);
        shelf.catchUpTo(head);
        return found.stream()
                .filter(it -> !detecting.isKnown(it.practice(), it.detector(), it.subject()))
                .toList();
    }

    private List<Missed> of(UUID practice, List<UUID> all) {
        Map<LocalDate, Set<UUID>> denied = new TreeMap<>();
        Map<String, List<Evidence>> bySubject = new TreeMap<>();
        Map<String, Subject> subjects = new TreeMap<>();
        for (var said : claims.each(all, it -> said(practice, it))) {
            said.deniedOn()
                    .forEach(on ->
                            denied.computeIfAbsent(on, _ -> new HashSet<>()).add(said.claim()));
            for (var it : said.evidence()) {
                var key = it.detector() + ' ' + it.subject();
                subjects.put(key, new Subject(it.detector(), it.subject()));
                bySubject.computeIfAbsent(key, _ -> new ArrayList<>()).add(it.evidence());
            }
        }
        var missed = new ArrayList<Missed>();
        subjects.forEach((key, subject) -> {
            if (!detecting.isKnown(practice, subject.detector(), subject.name())) {
                DetectionRule.detect(
                                bySubject.getOrDefault(key, List.of()),
                                (from, to) -> between(denied, from, to),
                                shelf.inForce().thresholds(practice))
                        .ifPresent(it -> missed.add(new Missed(practice, subject.detector(), subject.name(), it.to())));
            }
        });
        return missed;
    }

    private Said said(UUID practice, KnownClaim claim) {
        var evidence = new ArrayList<FoundEvidence>();
        var denials = claim.denials();
        var nearby = claim.isVoided() || denials.isEmpty() ? List.<NearbyLine>of() : backfill.nearby(claim, practice);
        for (var decision : denials) {
            evidence.addAll(FoundEvidence.of(
                    claim.claim(),
                    decision,
                    BilledClaim.of(claim.facts(), decision.claimVersion()),
                    nearby,
                    shelf.inForce().rules(practice).pairs()));
        }
        return new Said(
                claim.claim(), denials.stream().map(PayerDecision::decidedOn).toList(), evidence);
    }

    private static long between(Map<LocalDate, Set<UUID>> denied, LocalDate from, LocalDate to) {
        var all = new HashSet<UUID>();
        denied.forEach((on, claims) -> {
            if (!on.isBefore(from) && !on.isAfter(to)) {
                all.addAll(claims);
            }
        });
        return all.size();
    }
}
