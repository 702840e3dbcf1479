package claimtrail.denial;

import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The versions of a bill in the order in which they were sent, whatever the order in which we learnt of them: what
/// each charged, which one came back unread, and which line of it is which line of the first.
///
/// A further bill of frequency 1 is a version only if a rejection of the version before it explains it; else it is a
/// second submission of the same bill and no version.
public final class Versions {

    private static final String NEW = "1";

    /// By day, then by content, which does not depend on when we learnt of it.
    private static final Comparator<Sent> ORDER = Comparator.comparing(Sent::day)
            .thenComparing(Sent::frequency)
            .thenComparingLong(Sent::chargeCents)
            .thenComparing(sent -> sent.lines().toString());

    /// Of nothing.
    static final Versions NONE = new Versions();

    private final List<BillVersion> all;
    private final List<ClaimReplaced> later = new ArrayList<>(0);
    private final List<ClaimRejected> rejections;
    private final Map<Integer, Map<Integer, Integer>> firstNo = new HashMap<>(0);

    /// A bill as it came.
    private record Sent(
            int recordedNo,
            @Nullable LocalDate submittedOn,
            String frequency,
            long chargeCents,
            List<Line> lines,
            boolean authorisationStated,
            @Nullable ClaimReplaced replaced) {

        static Sent of(ClaimSubmitted it) {
            return new Sent(
                    it.version(),
                    it.submittedOn(),
                    it.frequency(),
                    it.chargeCents(),
                    it.lines(),
                    it.authorisationStated(),
                    null);
        }

        static Sent of(ClaimReplaced it) {
            return new Sent(
                    it.version(),
                    it.submittedOn(),
                    it.frequency(),
                    it.chargeCents(),
                    it.lines(),
                    it.authorisationStated(),
                    it);
        }

        LocalDate day() {
            return submittedOn == null ? LocalDate.MIN : submittedOn;
        }

        /// The same bill, sent anew: only a rejection explains it.
        boolean isNew() {
            return frequency.equals(NEW);
        }
    }

    private Versions() {
        this.all = List.of();
        this.rejections = List.of();
    }

    Versions(SortedFacts facts) {
        var sent = sent(facts);
        var back = new SentBack(facts.rejected);
        var counted = new ArrayList<Sent>(sent.size());
        for (var next : sent) {
            if (counted.isEmpty() || !next.isNew() || back.explains(counted.getLast(), counted.size() == 1, next)) {
                counted.add(next);
            }
        }
        this.all = new ArrayList<>(counted.size());
        for (var each : counted) {
            add(each);
        }
        this.rejections = back.rejections(this);
    }

    /// The first bill, then the others by day.
    private static List<Sent> sent(SortedFacts facts) {
        var sent = new ArrayList<Sent>(1);
        var inferred = facts.inferred;
        for (var it : facts.submitted) {
            sent.add(Sent.of(it));
        }
        if (sent.isEmpty() && inferred != null) {
            sent.add(new Sent(1, null, "", inferred.chargeCents(), inferred.lines(), false, null));
        }
        if (sent.size() > 1) {
            sent.sort(ORDER);
        }
        for (var it : facts.replaced) {
            sent.add(Sent.of(it));
        }
        if (sent.size() > 2) {
            sent.subList(1, sent.size()).sort(ORDER);
        }
        return sent;
    }

    private void add(Sent sent) {
        var no = all.size() + 1;
        var lines = all.isEmpty()
                ? sent.lines()
                : LineMatching.continuing(all.getLast().lines(), sent.lines());
        all.add(new BillVersion(
                no, sent.recordedNo(), sent.submittedOn(), sent.frequency(), sent.chargeCents(), lines, false));
        if (no > 1) {
            renumber(no, lines);
            var replaced = sent.replaced();
            later.add(new ClaimReplaced(
                    no,
                    sent.frequency(),
                    sent.day(),
                    replaced == null ? null : replaced.payerControlNumber(),
                    sent.chargeCents(),
                    sent.authorisationStated(),
                    lines,
                    replaced == null ? null : replaced.correctedFor()));
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
        if (!numbers.isEmpty() || !firstNo.isEmpty()) {
            firstNo.put(version, numbers);
        }
    }

    /// Which rejection sent back which version.
    private static final class SentBack {

        private final List<ClaimRejected> left;
        private final Map<ClaimRejected, Integer> recordedNos = new HashMap<>(0);

        SentBack(List<ClaimRejected> rejected) {
            this.left = new ArrayList<>(rejected);
        }

        /// Takes the first rejection of a version that explains why it was sent again.
        boolean explains(Sent before, boolean first, Sent next) {
            for (var it : left) {
                var stated = Boolean.TRUE.equals(it.versionStated());
                var fits = stated
                        ? it.version() == before.recordedNo()
                        : first || !it.rejectedOn().isBefore(before.day());
                if (fits && !it.rejectedOn().isAfter(next.day())) {
                    left.remove(it);
                    recordedNos.put(it, before.recordedNo());
                    return true;
                }
            }
            return false;
        }

        /// All rejections with the versions they sent back, which are marked.
        List<ClaimRejected> rejections(Versions versions) {
            for (var it : left) {
                recordedNos.put(
                        it,
                        Boolean.TRUE.equals(it.versionStated())
                                ? it.version()
                                : versions.sentBy(it.rejectedOn())
                                        .map(BillVersion::recordedNo)
                                        .orElse(it.version()));
            }
            return recordedNos.entrySet().stream()
                    .map(each -> versions.sentBack(each.getKey(), each.getValue()))
                    .sorted(SortedFacts.REJECTIONS)
                    .toList();
        }
    }

    private ClaimRejected sentBack(ClaimRejected rejected, int recordedNo) {
        var version = recorded(recordedNo);
        if (version.isEmpty()) {
            return rejected;
        }
        var no = version.get().no();
        all.set(no - 1, version.get().sentBack());
        return new ClaimRejected(
                no,
                rejected.rejectedOn(),
                rejected.by(),
                rejected.codes(),
                rejected.payerControlNumber(),
                rejected.match(),
                rejected.versionStated());
    }

    /// All of them, the first one first; empty while neither a bill nor an answer is known.
    public List<BillVersion> all() {
        return List.copyOf(all);
    }

    /// The newest that had been sent by a day; the first where none had.
    public Optional<BillVersion> sentBy(LocalDate day) {
        return all.reversed().stream()
                .filter(it -> it.isSentBy(day))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The version that got a number when we learnt of it; empty for a second submission, which is no version.
    public Optional<BillVersion> recorded(int recordedNo) {
        for (var version : all) {
            if (version.recordedNo() == recordedNo) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /// All versions but the first, numbered by day.
    List<ClaimReplaced> later() {
        return later;
    }

    /// The rejections by day, each with the version it sent back.
    List<ClaimRejected> rejections() {
        return rejections;
    }

    /// An acknowledgement with the version that had been sent by its day.
    ClaimAcknowledged acknowledged(ClaimAcknowledged it) {
        var version = sentBy(it.acknowledgedOn()).map(BillVersion::no).orElse(it.version());
        return version == it.version()
                ? it
                : new ClaimAcknowledged(
                        version, it.acknowledgedOn(), it.by(), it.codes(), it.payerControlNumber(), it.match());
    }

    /// A screening with the version it was made of.
    ClaimScreened screened(ClaimScreened it) {
        var no = recorded(it.version()).map(BillVersion::no).orElse(it.version());
        return no == it.version()
                ? it
                : new ClaimScreened(no, it.rule(), it.asserted(), it.cause(), it.policies(), it.patterns());
    }

    /// The number a line had when it first appeared: its identity over all versions.
    public int firstNo(int version, int no) {
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
        return decision.amountsKnown() && decision.chargeCents() > 0 && decision.chargeCents() < chargeCents(decision);
    }

    /// What the version charged that an answer speaks of.
    long chargeCents(PayerDecision decision) {
        var no = decision.claimVersion();
        return no < 1 || no > all.size()
                ? decision.chargeCents()
                : all.get(no - 1).chargeCents();
    }
}
