package claimtrail.command.automation;

import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.detection.DetectionRule;
import claimtrail.denial.detection.Evidence;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds patterns again from the claims themselves, without what was remembered. It must find nothing that is not
/// known: whatever it finds is an alarm, and changes nothing.
@Component
public final class PatternCheck {

    private static final Logger log = LoggerFactory.getLogger(PatternCheck.class);

    /// Evidence for a pattern that was not found as the facts arrived.
    public record Missed(UUID practice, String detector, String subject, LocalDate on) {}

    /// What one claim says: the days on which it was denied, and what that gives to the detectors.
    private record Said(UUID claim, List<LocalDate> deniedOn, List<FoundEvidence> evidence) {}

    private record Subject(String detector, String name) {}

    private final PatternFinder finder;
    private final Memory memory;
    private final RulebookShelf shelf;
    private final Claims claims;
    private final Backfill backfill;
    private final Detecting detecting;

    PatternCheck(
            PatternFinder finder,
            Memory memory,
            RulebookShelf shelf,
            Claims claims,
            Backfill backfill,
            Detecting detecting) {
        this.finder = finder;
        this.memory = memory;
        this.shelf = shelf;
        this.claims = claims;
        this.backfill = backfill;
        this.detecting = detecting;
    }

    /// Reads to the end of the log, then looks at every claim. Meant for every few hours.
    ///
    /// @return what was missed; nothing where all is well
    public List<Missed> run() {
        finder.catchUp();
        var missed = new ArrayList<Missed>();
        memory.practices().forEach(practice -> missed.addAll(of(practice)));
        if (!missed.isEmpty()) {
            log.error("{} patterns were not found as their facts arrived: {}", missed.size(), missed);
        }
        return missed;
    }

    private List<Missed> of(UUID practice) {
        Map<LocalDate, Set<UUID>> denied = new TreeMap<>();
        Map<String, List<Evidence>> bySubject = new TreeMap<>();
        Map<String, Subject> subjects = new TreeMap<>();
        for (var said : claims.each(memory.claimsFrom(practice, LocalDate.EPOCH), it -> said(practice, it))) {
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
        var nearby = claim.isVoided() ? List.<NearbyLine>of() : backfill.nearby(claim, practice);
        for (var decision : claim.denials()) {
            evidence.addAll(FoundEvidence.of(
                    claim.claim(),
                    decision,
                    BilledClaim.of(claim.facts(), decision.claimVersion()),
                    nearby,
                    shelf.inForce().rules(practice).pairs()));
        }
        return new Said(
                claim.claim(),
                claim.denials().stream().map(PayerDecision::decidedOn).toList(),
                evidence);
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
