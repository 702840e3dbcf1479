package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.Finding.Liability;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision.Outcome;
import claimtrail.event.reference.ReferenceEvent.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rule `denial/1`: what an answer denies follows from its adjustments, not from its status.
///
/// An adjustment denies when its amount is positive and its reason is not neutral. A line is denied when it is
/// paid nothing and has such an adjustment, reduced when it is paid something. The claim is denied when the
/// payer does not know the patient (status 4), or when nothing is paid, something denies and the patient bears
/// no cost share; partly denied when something denies otherwise.
public final class DenialRule {

    /// Written into every answer that this rule has read.
    public static final String NAME = "denial/1";

    /// Remarks by which a payer says that there is no appeal: unprocessable, and not appealable.
    private static final Set<String> NO_APPEAL = Set.of("MA130", "N211");

    private DenialRule() {}

    /// Reads an answer on a day.
    ///
    /// @param day the day of the decision: the meanings in force then are used
    public static DenialReading read(Answered answer, ReasonTable table, LocalDate day) {
        var sums = new Sums(answer, table, day);
        var whole = sums.take(answer.adjustments(), answer.remarks());
        var lines = new ArrayList<DecisionLine>(answer.lines().size() + 1);
        for (var line : answer.lines()) {
            var denying = sums.take(line.adjustments(), line.remarks());
            lines.add(line.found(finding(denying, line.paidCents(), line.chargeCents())));
        }
        var ofLines =
                lines.stream().mapToLong(line -> line.finding().deniedCents()).sum();
        var denies = !sums.byReason.isEmpty();
        if (!denies && AnswerKind.isPatientUnknown(answer.status())) {
            lines.addFirst(line0(
                    answer,
                    new Finding(Result.DENIED, answer.chargeCents(), null, Meaning.UNCLASSIFIED, Liability.OTHER)));
        } else if (answer.lines().isEmpty() || !whole.isEmpty()) {
            lines.addFirst(line0(answer, finding(whole, answer.paidCents(), answer.chargeCents() - ofLines)));
        }
        var outcome = outcome(answer, denies, sums.costShare);
        var primary = sums.primary();
        return new DenialReading(
                NAME,
                outcome,
                lines,
                answer.chargeCents() - sums.adjustedCents - answer.paidCents(),
                isAppealable(answer),
                primary == null ? null : primary.reason,
                primary != null ? primary.reasonClass : outcome == Outcome.DENIED ? Meaning.UNCLASSIFIED : null);
    }

    private static Outcome outcome(Answered answer, boolean denies, boolean costShare) {
        if (AnswerKind.isPatientUnknown(answer.status()) || (answer.paidCents() <= 0 && denies && !costShare)) {
            return Outcome.DENIED;
        }
        if (denies) {
            return Outcome.PARTLY_DENIED;
        }
        return answer.paidCents() <= 0 ? Outcome.ZERO_PAID : Outcome.PAID;
    }

    private static Finding finding(List<Denying> denying, long paidCents, long atMostCents) {
        if (denying.isEmpty()) {
            return new Finding(Result.CLEAR, 0, null, null, null);
        }
        var primary = denying.getFirst();
        var denied = 0L;
        for (var each : denying) {
            denied += each.cents;
            if (each.isBefore(primary)) {
                primary = each;
            }
        }
        return new Finding(
                paidCents <= 0 ? Result.DENIED : Result.REDUCED,
                Math.max(0, Math.min(denied, atMostCents)),
                primary.reason,
                primary.reasonClass,
                liability(primary.group));
    }

    private static DecisionLine line0(Answered answer, Finding finding) {
        var charge = answer.chargeCents();
        var paid = answer.paidCents();
        for (var line : answer.lines()) {
            charge -= line.chargeCents();
            paid -= line.paidCents();
        }
        return new DecisionLine(0, charge, paid, null, null, null, List.of(), List.of(), finding, null);
    }

    private static Liability liability(@Nullable String group) {
        return switch (group == null ? "" : group.strip()) {
            case "CO", "PI" -> Liability.PROVIDER;
            case "PR" -> Liability.PATIENT;
            default -> Liability.OTHER;
        };
    }

    private static boolean isAppealable(Answered answer) {
        return answer.remarks().stream().noneMatch(DenialRule::endsAppeals)
                && answer.lines().stream()
                        .flatMap(line -> line.remarks().stream())
                        .noneMatch(DenialRule::endsAppeals);
    }

    private static boolean endsAppeals(Reason remark) {
        return NO_APPEAL.contains(remark.code().strip());
    }

    /// A denying adjustment and what it means.
    private record Denying(@Nullable String group, Reason reason, String reasonClass, long cents) {

        /// Whether this one is the primary reason rather than an earlier one: larger, or as large and not the
        /// patient's.
        boolean isBefore(Denying earlier) {
            return cents > earlier.cents || (cents == earlier.cents && earlier.isPatients() && !isPatients());
        }

        boolean isPatients() {
            return "PR".equals(group);
        }

        Denying plus(Denying more) {
            return new Denying(isPatients() ? more.group : group, reason, reasonClass, cents + more.cents);
        }
    }

    /// What adds up over the adjustments of an answer while they are read.
    private static final class Sums {

        private final Answered answer;
        private final ReasonTable table;
        private final LocalDate day;
        private final LinkedHashMap<Reason, Denying> byReason = new LinkedHashMap<>();
        private boolean costShare;
        private long adjustedCents;

        private Sums(Answered answer, ReasonTable table, LocalDate day) {
            this.answer = answer;
            this.table = table;
            this.day = day;
        }

        /// The denying ones, in file order.
        List<Denying> take(List<Adjustment> adjustments, List<Reason> remarks) {
            var denying = new ArrayList<Denying>(adjustments.size());
            for (var adjustment : adjustments) {
                adjustedCents += adjustment.cents();
                if (adjustment.cents() > 0) {
                    take(adjustment, remarks, denying);
                }
            }
            return denying;
        }

        private void take(Adjustment adjustment, List<Reason> remarks, List<Denying> denying) {
            var group = adjustment.group();
            var meaning = table.meaning(adjustment.reason(), group, remarks, answer.payer(), day);
            if (meaning.effect() == Effect.DENYING) {
                var one = new Denying(group, adjustment.reason(), meaning.named(), adjustment.cents());
                denying.add(one);
                byReason.merge(one.reason, one, Denying::plus);
            } else if (meaning.effect() == Effect.COST_SHARE && "PR".equals(group)) {
                costShare = true;
            }
        }

        /// The primary reason over all lines, by amounts summed over each code.
        @Nullable
        Denying primary() {
            Denying primary = null;
            for (var each : byReason.values()) {
                if (primary == null || each.isBefore(primary)) {
                    primary = each;
                }
            }
            return primary;
        }
    }
}
