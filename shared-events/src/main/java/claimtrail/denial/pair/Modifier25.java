package claimtrail.denial.pair;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.pair.PairEvidence.Grade;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rule `modifier-25/1`: a visit beside a procedure of the same patient, day and clinician was denied, and it
/// had no modifier 25. A code alone never says so: 99213 beside a blood draw is no pair.
public final class Modifier25 {

    /// The detector, as patterns name it.
    public static final String NAME = "modifier-25/1";

    /// The reason class of its denials, and its only subject.
    public static final String SUBJECT = "MOD25";

    /// Codes by which payers deny such a visit.
    private static final Set<String> CARCS = Set.of("4", "97", "231", "236");

    /// Remarks that tell of a pair or a modifier.
    private static final Set<String> REMARKS = Set.of("N20", "M15", "M80", "N519", "N822");

    private static final Set<String> SEPARATING = Set.of("25", "24", "57");

    private Modifier25() {}

    /// Whether a reason may stand for a missing modifier 25.
    public static boolean isPairReason(@Nullable Reason reason) {
        return reason != null && reason.system().equals("CARC") && CARCS.contains(plain(reason.code()));
    }

    /// Visits of a claim with a procedure beside them, with or without modifier 25: the best pair of each.
    ///
    /// @param nearby lines of other claims of the patient
    public static List<Pair> pairs(BilledClaim claim, List<NearbyLine> nearby, PairBook book) {
        var pairs = new ArrayList<Pair>();
        for (var visit : claim.lines()) {
            if (PairBook.isVisit(visit.code())) {
                all(claim, visit, nearby, book).stream().min(BEST).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    /// Bare visits that a payer denied or reduced for the pair, while the procedure was not itself denied for
    /// it; the best pair of each.
    public static List<PairEvidence> evidence(
            BilledClaim claim, List<NearbyLine> nearby, PayerDecision decision, PairBook book) {
        var answered = decision.lines();
        var evidence = new ArrayList<PairEvidence>();
        for (var line : answered) {
            if (line.no() == 0 || !isDeniedForPair(line)) {
                continue;
            }
            claim.lines().stream()
                    .filter(it -> it.no() == line.no() && PairBook.isVisit(it.code()) && isBare(it))
                    .flatMap(it -> all(claim, it, nearby, book).stream())
                    .filter(pair ->
                            pair.other() != null || answered.stream().noneMatch(it -> isDeniedPartner(it, pair)))
                    .min(BEST)
                    .ifPresent(pair -> evidence.add(new PairEvidence(pair, grade(pair, line, decision.remarks()))));
        }
        return evidence;
    }

    /// Visits that were paid beside a procedure.
    public static List<CounterEvidence> counterEvidence(
            BilledClaim claim, List<NearbyLine> nearby, List<DecisionLine> answered, PairBook book) {
        var counter = new ArrayList<CounterEvidence>();
        for (var pair : pairs(claim, nearby, book)) {
            var paid = answered.stream()
                    .anyMatch(it -> it.no() == pair.visit()
                            && it.paidCents() > 0
                            && it.finding().result() == Finding.Result.CLEAR);
            if (paid && pair.bare()) {
                counter.add(new CounterEvidence(pair, CounterEvidence.Kind.NOT_ASKED));
            } else if (paid && has25(claim, pair.visit())) {
                counter.add(new CounterEvidence(pair, CounterEvidence.Kind.FIX_WORKS));
            }
        }
        return counter;
    }

    private static final Comparator<Pair> BEST = Comparator.comparing(Pair::by)
            .thenComparing(pair -> pair.other() != null)
            .thenComparing(pair -> pair.other() == null ? new UUID(0, 0) : pair.other())
            .thenComparingInt(Pair::procedure);

    private static List<Pair> all(BilledClaim claim, Line visit, List<NearbyLine> nearby, PairBook book) {
        var day = visit.serviceFrom();
        var bare = isBare(visit);
        var clinician = claim.provider(visit);
        var pairs = new ArrayList<Pair>();
        for (var line : claim.lines()) {
            if (line.no() != visit.no()
                    && line.serviceFrom().equals(day)
                    && areTogether(clinician, claim.group(), claim.provider(line), claim.group(), book)) {
                add(pairs, visit, bare, null, line.no(), line.code(), claim.payer(), day, book);
            }
        }
        for (var line : nearby) {
            if (line.on().equals(day) && areTogether(clinician, claim.group(), line.provider(), line.group(), book)) {
                add(pairs, visit, bare, line.claim(), line.no(), line.code(), claim.payer(), day, book);
            }
        }
        return pairs;
    }

    private static void add(
            List<Pair> pairs,
            Line visit,
            boolean bare,
            @Nullable UUID other,
            int no,
            String code,
            UUID payer,
            LocalDate day,
            PairBook book) {
        var by = book.companion(visit.code(), code, payer, day);
        if (by != null) {
            pairs.add(new Pair(visit.no(), bare, other, no, by));
        }
    }

    /// The same clinician, or one of the same group and specialty.
    private static boolean areTogether(
            @Nullable UUID one,
            @Nullable UUID groupOfOne,
            @Nullable UUID other,
            @Nullable UUID groupOfOther,
            PairBook book) {
        if (one == null || other == null) {
            return false;
        }
        return one.equals(other)
                || (groupOfOne != null && groupOfOne.equals(groupOfOther) && book.isSameSpecialty(one, other));
    }

    /// Whether a visit has no modifier that sets it apart: neither 25 nor 24 nor 57.
    public static boolean isBare(Line visit) {
        return visit.modifiers().stream().noneMatch(it -> SEPARATING.contains(CodeSet.folded(it)));
    }

    private static boolean has25(BilledClaim claim, int visit) {
        return claim.lines().stream().anyMatch(it -> it.no() == visit && has25(it));
    }

    /// Whether a line has modifier 25.
    public static boolean has25(Line line) {
        return line.modifiers().stream()
                .anyMatch(modifier -> CodeSet.folded(modifier).equals("25"));
    }

    private static boolean isDeniedPartner(DecisionLine line, Pair pair) {
        return line.no() == pair.procedure() && isDeniedForPair(line);
    }

    private static boolean isDeniedForPair(DecisionLine line) {
        return line.finding().result() != Finding.Result.CLEAR
                && line.adjustments().stream().anyMatch(Modifier25::deniesPair);
    }

    private static boolean deniesPair(Adjustment adjustment) {
        return adjustment.cents() > 0 && isPairReason(adjustment.reason());
    }

    private static Grade grade(Pair pair, DecisionLine line, List<Reason> remarks) {
        var said = line.adjustments().stream()
                        .anyMatch(it -> it.cents() > 0
                                && isPairReason(it.reason())
                                && plain(it.reason().code()).equals("4"))
                || line.remarks().stream().anyMatch(Modifier25::tellsOfPair)
                || remarks.stream().anyMatch(Modifier25::tellsOfPair);
        if (said) {
            return Grade.A;
        }
        return pair.by() == Companion.RANGE ? Grade.C : Grade.B;
    }

    private static boolean tellsOfPair(Reason remark) {
        return REMARKS.contains(CodeSet.folded(remark.code()));
    }

    private static String plain(String carc) {
        return carc.strip().replaceFirst("^0+(?=.)", "");
    }
}
