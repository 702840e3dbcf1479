package claimtrail.query.pattern;

import claimtrail.denial.pair.Modifier25;
import claimtrail.event.claim.Finding.Result;
import claimtrail.query.claim.ClaimLife;
import claimtrail.query.pattern.EvidenceView.Counter;
import claimtrail.query.pattern.EvidenceView.OfPayer;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Counts what first decisions made of visits beside a procedure, with modifier 25 and without. Which lines are such
/// visits was said when the claim was screened.
final class CounterCount {

    private static final int PAID_BARE = 10; // claims
    private static final int DENIED_PERCENT = 5;

    private final UUID pattern;
    private final TreeMap<String, Tally> payers = new TreeMap<>();

    CounterCount(UUID pattern) {
        this.pattern = pattern;
    }

    private static final class Tally {
        private long fixWorks;
        private long notAsked;
        private long bare;
        private long bareDenied;
    }

    void add(ClaimLife life) {
        var first = life.reading().firstDecision();
        if (first == null) {
            return;
        }
        var visits = life.reading().screenings().stream()
                .flatMap(screening -> screening.patterns().stream())
                .filter(exposure -> exposure.pattern().equals(pattern))
                .flatMap(exposure -> exposure.lines().stream())
                .collect(Collectors.toSet());
        var denied = PatternEvidence.lines(life, pattern).stream()
                .map(EvidenceView.Line::line)
                .collect(Collectors.toSet());
        var fixed = false;
        var notAsked = false;
        var bare = false;
        for (var part : first.parts()) {
            for (var line : part.lines()) {
                var visit = visits.contains(line.no())
                        ? PatternEvidence.billed(life, part.claimVersion(), line.no())
                        : null;
                if (visit != null) {
                    var paid = line.paidCents() > 0 && line.finding().result() == Result.CLEAR;
                    bare |= Modifier25.isBare(visit);
                    notAsked |= paid && Modifier25.isBare(visit);
                    fixed |= paid && Modifier25.has25(visit);
                }
            }
        }
        count(first.payer(), fixed, notAsked, bare, bare && !denied.isEmpty());
    }

    private void count(UUID payer, boolean fixed, boolean notAsked, boolean bare, boolean denied) {
        var tally = payers.computeIfAbsent(payer.toString(), _ -> new Tally());
        tally.fixWorks += fixed ? 1 : 0;
        tally.notAsked += notAsked ? 1 : 0;
        tally.bare += bare ? 1 : 0;
        tally.bareDenied += denied ? 1 : 0;
    }

    Counter result() {
        var each = payers.entrySet().stream()
                .map(it -> of(UUID.fromString(it.getKey()), it.getValue()))
                .sorted(Comparator.comparingLong(OfPayer::bare)
                        .reversed()
                        .thenComparing(it -> it.payer().toString()))
                .toList();
        return new Counter(
                each.stream().mapToLong(OfPayer::fixWorks).sum(),
                each.stream().mapToLong(OfPayer::notAsked).sum(),
                each.stream().mapToLong(OfPayer::bare).sum(),
                each.stream().mapToLong(OfPayer::bareDenied).sum(),
                each);
    }

    private static OfPayer of(UUID payer, Tally it) {
        return new OfPayer(
                payer,
                it.fixWorks,
                it.notAsked,
                it.bare,
                it.bareDenied,
                it.notAsked >= PAID_BARE && 100 * it.bareDenied < DENIED_PERCENT * it.bare);
    }
}
