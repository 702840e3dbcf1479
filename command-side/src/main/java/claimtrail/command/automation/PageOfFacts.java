package claimtrail.command.automation;

import claimtrail.command.automation.Detecting.Touched;
import claimtrail.command.automation.Memory.ClaimEvidence;
import claimtrail.command.automation.Memory.ClaimOn;
import claimtrail.command.automation.Memory.Denied;
import claimtrail.command.automation.Memory.Exposed;
import claimtrail.command.automation.Memory.KeptLines;
import claimtrail.command.reference.Setting;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.StoredEvent;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.screening.Rules;
import claimtrail.event.DomainEvent;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.json.EventJson;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the log, and what follows from it: what is remembered, which subjects have new evidence, which claims have
/// to be looked at with the patient's other claims.
final class PageOfFacts {

    /// A pattern that became known.
    record NewPattern(UUID practice, UUID pattern, PatternDetected detected) {}

    /// A threshold of detection that is another one from a day on.
    ///
    /// @param practice absent for the platform
    private record ChangedThreshold(@Nullable UUID practice, LocalDate from) {}

    private static final Set<String> NAMES = Set.of(
            "claim.submitted",
            "claim.inferred",
            "claim.replaced",
            "claim.voided",
            "claim.denied",
            "claim.screened",
            "claim.denial-linked",
            "pattern.detected",
            "pattern.baseline-fixed",
            "policy.published",
            "setting.changed");

    private final Memory memory;
    private final RulebookShelf shelf;
    private final Claims claims;
    private final Backfill backfill;
    private final LatePolicies.OfPage policies;

    private final Map<UUID, ClaimOn> submitted = new LinkedHashMap<>();
    private final Map<UUID, LocalDate> days = new LinkedHashMap<>();
    private final List<NewPattern> patterns = new ArrayList<>();
    private final Map<String, Touched> touched = new LinkedHashMap<>();
    private final Map<UUID, KeptLines> lines = new LinkedHashMap<>();
    private final List<UUID> voided = new ArrayList<>();
    private final List<Denied> denials = new ArrayList<>();
    private final List<ClaimEvidence> evidence = new ArrayList<>();
    private final Set<Exposed> exposures = new LinkedHashSet<>();

    /// The earliest day of each practice for which a baseline was fixed on this page.
    private final Map<UUID, LocalDate> baselines = new HashMap<>();

    /// Thresholds of detection that are set anew on this page.
    private final List<ChangedThreshold> changed = new ArrayList<>();

    /// Claims of this page that have to be looked at as a whole, with their practice.
    private final Map<UUID, UUID> whole = new LinkedHashMap<>();

    /// Bills of this page, for the answers on it.
    private final Map<UUID, BilledClaim> bills = new HashMap<>();

    PageOfFacts(Memory memory, RulebookShelf shelf, Claims claims, Backfill backfill, LatePolicies policies) {
        this.memory = memory;
        this.shelf = shelf;
        this.claims = claims;
        this.backfill = backfill;
        this.policies = policies.ofPage();
    }

    void take(StoredEvent stored) {
        var envelope = stored.envelope();
        if (!NAMES.contains(envelope.name())) {
            return;
        }
        DomainEvent event = EventJson.read(envelope.name(), envelope.version(), stored.payload());
        var practice = envelope.practice();
        if (event instanceof PolicyPublished it) {
            policies.published(practice, envelope.streamId(), it);
        } else if (event instanceof SettingChanged it && Setting.isOfDetection(it.setting())) {
            changed.add(new ChangedThreshold(practice, it.effectiveFrom()));
        } else if (practice == null) {
            return;
        } else if (event instanceof ClaimEvent it) {
            take(practice, envelope.streamId(), envelope.position(), it);
        } else if (event instanceof PatternDetected it) {
            patterns.add(new NewPattern(practice, envelope.streamId(), it));
        } else if (event instanceof BaselineFixed it) {
            baselines.merge(practice, it.to(), (before, now) -> now.isBefore(before) ? now : before);
        }
    }

    private void take(UUID practice, UUID claim, long position, ClaimEvent event) {
        switch (event) {
            case ClaimSubmitted it -> {
                submitted.put(claim, new ClaimOn(claim, practice, it.submittedOn()));
                if (it.version() == 1) {
                    billed(practice, claim, position, BilledClaim.of(it), it.submittedOn());
                } else {
                    newest(practice, claim, position, it.submittedOn());
                }
            }
            case ClaimInferred it -> {
                var on = it.payerReceivedOn() == null ? it.serviceFrom() : it.payerReceivedOn();
                if (on != null) {
                    submitted.put(claim, new ClaimOn(claim, practice, on));
                    billed(practice, claim, position, BilledClaim.of(it), on);
                }
            }
            case ClaimReplaced it -> newest(practice, claim, position, it.submittedOn());
            case ClaimVoided _ -> {
                lines.remove(claim);
                voided.add(claim);
            }
            case ClaimDenied it -> denied(practice, claim, it.decision());
            case ClaimScreened it ->
                it.patterns().forEach(exposure -> exposures.add(new Exposed(exposure.pattern(), claim)));
            case DenialLinked it ->
                it.links()
                        .forEach(
                                link -> link.patterns().forEach(pattern -> exposures.add(new Exposed(pattern, claim))));
            case ClaimEvent _ -> {}
        }
    }

    /// One more version was told, which need not be the one that was sent last.
    private void newest(UUID practice, UUID claim, long position, LocalDate on) {
        var newest = claims.read(claim).newest();
        if (newest != null) {
            billed(practice, claim, position, newest, on);
        }
    }

    private void billed(UUID practice, UUID claim, long position, BilledClaim bill, LocalDate on) {
        day(practice, on);
        bills.put(claim, bill);
        var rules = shelf.inForce().rules(practice);
        var kept = bill.lines().stream().filter(it -> isKept(it.code(), rules)).toList();
        if (!kept.isEmpty()) {
            lines.put(claim, new KeptLines(practice, claim, position, bill, kept));
        }
        if (bill.lines().stream().anyMatch(it -> rules.policies().needsOtherLines(it.code()))) {
            whole.put(claim, practice);
        }
    }

    private static boolean isKept(String code, Rules rules) {
        return PairBook.isVisit(code)
                || rules.pairs().mayBeCompanion(code)
                || rules.policies().needsOtherLines(code);
    }

    private void denied(UUID practice, UUID claim, PayerDecision decision) {
        day(practice, decision.decidedOn());
        if (!KnownClaim.isEvidence(decision)) {
            return;
        }
        denials.add(new Denied(practice, decision.decidedOn(), claim));
        var bill = bills.get(claim);
        if (whole.containsKey(claim) || mayBePair(decision)) {
            whole.put(claim, practice); // with the bill and the patient's other claims, at the end of the page
        } else {
            var answered = bill != null && bill.version() == decision.claimVersion() ? bill : null;
            var pairs = shelf.inForce().rules(practice).pairs();
            keep(practice, FoundEvidence.of(claim, decision, answered, List.of(), pairs));
        }
    }

    private static boolean mayBePair(PayerDecision decision) {
        return decision.lines().stream()
                .anyMatch(line -> (line.paidCode() == null && line.recodedFrom() == null)
                        || line.adjustments().stream().map(Adjustment::reason).anyMatch(Modifier25::isPairReason));
    }

    private void keep(UUID practice, List<FoundEvidence> found) {
        for (var it : found) {
            evidence.add(new ClaimEvidence(practice, it));
            var on = it.evidence().decidedOn();
            touch(new Touched(practice, it.detector(), it.subject(), on, on));
        }
    }

    private void touch(Touched subject) {
        touched.merge(subject.practice() + subject.detector() + subject.subject(), subject, Touched::and);
    }

    /// Writes what was gathered, and looks at the claims that need a look as a whole: a visit and a procedure, or
    /// whatever a policy counts, may stand on two claims of one day.
    void finish() {
        memory.claims(submitted.values());
        days.forEach(memory::day);
        baselines.forEach(memory::judgeAfter);
        memory.denied(denials);
        memory.exposed(exposures);
        memory.forgetLines(voided);
        memory.lines(lines.values());
        policies.judge(); // before the claims of this page are looked at under all rules
        whole.putAll(memory.ofOneDay(List.copyOf(lines.keySet())));
        claims.each(List.copyOf(whole.keySet()), it -> it)
                .forEach(it -> look(Objects.requireNonNull(whole.get(it.claim())), it));
        memory.evidence(evidence, List.copyOf(whole.keySet()));
        changed.forEach(it -> memory.subjects(it.practice(), it.from()).forEach(this::touch));
    }

    private void look(UUID practice, KnownClaim known) {
        var nearby = known.isVoided() ? List.<NearbyLine>of() : backfill.nearby(known, practice);
        var pairs = shelf.inForce().rules(practice).pairs();
        for (var decision : known.denials()) {
            var answered = BilledClaim.of(known.facts(), decision.claimVersion());
            keep(practice, FoundEvidence.of(known.claim(), decision, answered, nearby, pairs));
        }
        backfill.tie(known, practice, nearby);
    }

    Collection<Touched> touched() {
        return touched.values();
    }

    List<NewPattern> patterns() {
        return patterns;
    }

    private void day(UUID practice, LocalDate on) {
        days.merge(practice, on, (before, now) -> now.isAfter(before) ? now : before);
    }
}
