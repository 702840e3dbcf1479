package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What reason codes mean, by effective day. Immutable; each entry is a fact (`reason.classified`).
///
/// Order of reading: payer override, code with remark, code with group, code alone, else unclassified and
/// denying. Inside a step the latest effective day wins, and of two publications for the same day the later
/// one.
public final class ReasonTable {

    private final Map<Reason, List<ReasonClassified>> byReason;

    private ReasonTable(Map<Reason, List<ReasonClassified>> byReason) {
        this.byReason = byReason;
    }

    /// The table of the facts, in the order in which they were published.
    public static ReasonTable of(Collection<ReasonClassified> facts) {
        var byReason = new HashMap<Reason, List<ReasonClassified>>();
        for (var fact : facts) {
            byReason.computeIfAbsent(folded(fact.reason()), _ -> new ArrayList<>())
                    .add(fact);
        }
        return new ReasonTable(byReason);
    }

    /// The table we ship: [DayOne].
    public static ReasonTable dayOne() {
        return DayOne.TABLE;
    }

    /// This table after further publications.
    public ReasonTable with(Collection<ReasonClassified> later) {
        var facts = new ArrayList<ReasonClassified>();
        byReason.values().forEach(facts::addAll);
        facts.addAll(later);
        return of(facts);
    }

    /// What a reason means to a payer on a day.
    ///
    /// @param group adjustment group as sent: CO, PR, OA, PI, CR
    /// @param remarks in file order; the first that has an entry decides
    public Meaning meaning(Reason reason, @Nullable String group, List<Reason> remarks, UUID payer, LocalDate day) {
        var best = best(reason, group, remarks, payer, day);
        return best == null
                ? Meaning.UNKNOWN
                : new Meaning(best.effect(), best.reasonClass(), best.category(), best.preventable());
    }

    private @Nullable ReasonClassified best(
            Reason reason, @Nullable String group, List<Reason> remarks, UUID payer, LocalDate day) {
        var entries = byReason.get(folded(reason));
        if (entries == null) {
            return null;
        }
        ReasonClassified best = null;
        var bestRank = -1;
        for (var entry : entries) {
            var rank = rank(entry, group, remarks, payer, day);
            if (rank > bestRank || (rank >= 0 && rank == bestRank && isNotOlder(entry, best))) {
                best = entry;
                bestRank = rank;
            }
        }
        return best;
    }

    private static boolean isNotOlder(ReasonClassified entry, @Nullable ReasonClassified than) {
        return than == null || !entry.effectiveFrom().isBefore(than.effectiveFrom());
    }

    /// How near an entry is to the question; negative where it does not answer it.
    private static int rank(
            ReasonClassified entry, @Nullable String group, List<Reason> remarks, UUID payer, LocalDate day) {
        var effectiveTo = entry.effectiveTo();
        if (day.isBefore(entry.effectiveFrom()) || (effectiveTo != null && !day.isBefore(effectiveTo))) {
            return -1;
        }
        var rank = 0;
        if (entry.payer() != null) {
            if (!payer.equals(entry.payer())) {
                return -1;
            }
            rank += PAYER;
        }
        if (entry.remark() != null) {
            var place = placeOf(entry.remark(), remarks);
            if (place < 0) {
                return -1;
            }
            rank += REMARK - Math.min(place, REMARK / 2);
        }
        if (entry.group() != null) {
            if (!entry.group().equalsIgnoreCase(group)) {
                return -1;
            }
            rank += GROUP;
        }
        return rank;
    }

    private static final int PAYER = 1_000_000;
    private static final int REMARK = 1_000;
    private static final int GROUP = 1;

    private static int placeOf(String remark, List<Reason> remarks) {
        for (var place = 0; place < remarks.size(); place++) {
            if (remarks.get(place).code().strip().equalsIgnoreCase(remark)) {
                return place;
            }
        }
        return -1;
    }

    /// Codes of X12 are compared upper-case and without leading zeros; texts of other systems as they are.
    private static Reason folded(Reason reason) {
        if (!reason.system().equals("CARC")) {
            return reason;
        }
        var code = reason.code().strip().toUpperCase(Locale.ROOT);
        var from = 0;
        while (from < code.length() - 1 && code.charAt(from) == '0') {
            from++;
        }
        var plain = from == 0 ? code : code.substring(from);
        return plain.equals(reason.code()) ? reason : Reason.carc(plain);
    }
}
