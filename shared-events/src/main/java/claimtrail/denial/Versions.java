package claimtrail.denial;

import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The versions of a bill: what each charged, and which line of it is which line of the first.
final class Versions {

    private final Map<Integer, Long> chargeCents = new HashMap<>(2);
    private final Map<Integer, Map<Integer, Integer>> firstNo = new HashMap<>(0);

    Versions(SortedFacts facts) {
        var submitted = facts.submitted;
        var inferred = facts.inferred;
        if (submitted != null) {
            chargeCents.put(submitted.version(), submitted.chargeCents());
        } else if (inferred != null) {
            chargeCents.put(1, inferred.chargeCents());
        }
        for (var version : facts.replaced) {
            chargeCents.put(version.version(), version.chargeCents());
            renumber(version.version(), version.lines());
        }
    }

    private void renumber(int version, List<Line> lines) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (var line : lines) {
            var before = line.previousNo() == null ? line.no() : line.previousNo();
            var first = firstNo(version - 1, before);
            if (first != line.no()) {
                numbers.put(line.no(), first);
            }
        }
        if (!numbers.isEmpty()) {
            firstNo.put(version, numbers);
        }
    }

    /// The number a line had when it first appeared: its identity over all versions.
    int firstNo(int version, int no) {
        for (var asked = version; asked > 1; asked--) {
            var numbers = firstNo.get(asked);
            if (numbers != null) {
                return numbers.getOrDefault(no, no);
            }
        }
        return no;
    }

    /// Whether an answer speaks of a part of its bill only. An answer to an unknown version speaks of the
    /// whole.
    boolean isPart(PayerDecision decision) {
        var whole = chargeCents.get(decision.claimVersion());
        return whole != null && decision.amountsKnown() && decision.chargeCents() > 0 && decision.chargeCents() < whole;
    }

    /// What the version charged that an answer speaks of.
    long chargeCents(PayerDecision decision) {
        return chargeCents.getOrDefault(decision.claimVersion(), decision.chargeCents());
    }
}
