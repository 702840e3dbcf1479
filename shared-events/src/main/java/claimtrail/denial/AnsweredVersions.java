package claimtrail.denial;

import claimtrail.denial.LineMatching.SaidLine;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which version each answer speaks of, and which of its lines: found from all facts together, because an answer may
/// have come before the version it answers.
///
/// The version answered is the newest the payer had on its day of receipt; else the one that was acknowledged, or first
/// answered, under the same payer's number; else the newest of the same charge sent by the day of the answer; else the
/// newest sent by then; else the first. What was sent back unread was never answered, unless nothing else was sent.
final class AnsweredVersions {

    private final Versions versions;
    private final List<BillVersion> read;
    private final boolean joined;
    private final Map<String, BillVersion> acknowledged = new HashMap<>(0);
    private final Map<String, BillVersion> underNumber = new HashMap<>(0);
    private final Map<Integer, List<Line>> known = new HashMap<>(0);
    private final Map<String, Map<Integer, Integer>> moved = new HashMap<>(0);
    private int highestNo;

    /// @param joined an answer was known before the bill: its lines are found again in the bill
    AnsweredVersions(Versions versions, List<ClaimAcknowledged> acknowledgements, boolean joined) {
        this.versions = versions;
        this.joined = joined;
        var all = versions.all().reversed();
        var notRejected = all.stream().filter(it -> !it.rejected()).toList();
        this.read = notRejected.isEmpty() ? all : notRejected;
        for (var it : acknowledgements) {
            var number = it.payerControlNumber();
            if (number != null && it.by() == RejectedBy.PAYER) {
                versions.sentBy(it.acknowledgedOn()).ifPresent(version -> acknowledged.putIfAbsent(number, version));
            }
        }
    }

    /// Decisions in reading order, each as an answer to the version it speaks of.
    List<PayerDecision> restated(List<PayerDecision> sorted) {
        if (read.isEmpty()) {
            return sorted;
        }
        for (var version : versions.all()) {
            version.lines().forEach(line -> highestNo = Math.max(highestNo, line.no()));
        }
        sorted.forEach(it -> it.lines().forEach(line -> highestNo = Math.max(highestNo, line.no())));
        var restated = new ArrayList<PayerDecision>(sorted.size());
        for (var decision : sorted) {
            restated.add(restated(decision, versionOf(decision)));
        }
        return restated;
    }

    private BillVersion versionOf(PayerDecision it) {
        return versionOf(it.payer(), it.payerControlNumber(), it.payerReceivedOn(), it.decidedOn(), it.chargeCents());
    }

    /// @throws IllegalStateException while no version is known
    BillVersion versionOf(
            UUID payer,
            @Nullable String payerControlNumber,
            @Nullable LocalDate payerReceivedOn,
            LocalDate decidedOn,
            long chargeCents) {
        var version = versionByDay(payerReceivedOn);
        var key = payerControlNumber == null ? null : payer + "|" + payerControlNumber;
        if (version == null && payerControlNumber != null) {
            version = acknowledged.get(payerControlNumber);
        }
        if (version == null && key != null) {
            version = underNumber.get(key);
        }
        if (version == null) {
            version = sentBy(decidedOn, chargeCents);
        }
        if (key != null) {
            underNumber.putIfAbsent(key, version);
        }
        return version;
    }

    private @Nullable BillVersion versionByDay(@Nullable LocalDate receivedOn) {
        if (receivedOn != null) {
            for (var version : read) {
                if (version.isSentBy(receivedOn)) {
                    return version;
                }
            }
        }
        return null;
    }

    private BillVersion sentBy(LocalDate day, long chargeCents) {
        BillVersion newest = null;
        for (var version : read) {
            if (version.isSentBy(day)) {
                if (version.chargeCents() == chargeCents) {
                    return version;
                }
                newest = newest == null ? version : newest;
            }
        }
        return newest == null ? read.getLast() : newest;
    }

    private PayerDecision restated(PayerDecision decision, BillVersion version) {
        var lines = version.recordedNo() == decision.claimVersion() && !joined
                ? decision.lines()
                : found(decision, version);
        remember(decision, lines, version);
        return version.no() == decision.claimVersion() && lines.equals(decision.lines())
                ? decision
                : decision.answering(version.no(), lines);
    }

    /// The lines of an answer that was recorded against another version.
    private List<DecisionLine> found(PayerDecision decision, BillVersion version) {
        var said = decision.lines().stream().filter(line -> line.no() > 0).toList();
        var numbers = LineMatching.numbers(
                known.computeIfAbsent(version.no(), _ -> new ArrayList<>(version.lines())),
                said.stream().map(SaidLine::of).toList(),
                highestNo + 1);
        var found = new ArrayList<DecisionLine>(decision.lines().size());
        var numbering = new HashMap<Integer, Integer>();
        var next = 0;
        for (var line : decision.lines()) {
            if (line.no() > 0) {
                var no = numbers.get(next++);
                numbering.put(line.no(), no);
                found.add(line.as(no));
            } else {
                found.add(line);
            }
        }
        moved.put(decision.key(), numbering);
        return found;
    }

    /// What this answer adds to its version, a later one may speak of.
    private void remember(PayerDecision decision, List<DecisionLine> lines, BillVersion version) {
        if (versions.all().size() == 1 && !joined) {
            return;
        }
        var all = known.computeIfAbsent(version.no(), _ -> new ArrayList<>(version.lines()));
        for (var line : lines) {
            if (line.no() > 0 && all.stream().noneMatch(it -> it.no() == line.no())) {
                all.add(LineMatching.onlyAnswered(line, decision));
            }
        }
    }

    /// A link with the numbers that the lines of its answer have now.
    DenialLinked restated(DenialLinked linked) {
        var numbering = moved.get(linked.decisionKey());
        return numbering == null
                ? linked
                : new DenialLinked(
                        linked.decisionKey(),
                        linked.rule(),
                        linked.asserted(),
                        linked.cause(),
                        linked.links().stream()
                                .map(it -> new DenialLink(
                                        numbering.getOrDefault(it.line(), it.line()),
                                        it.patterns(),
                                        it.policies(),
                                        it.deniedCents()))
                                .toList());
    }
}
