package claimtrail.denial.cause;

import claimtrail.denial.Answered;
import claimtrail.denial.DenialReading;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names the cause of each denied line. Order of reading: what was published for the payer; the pair of lines;
/// code with remark; code alone; unclassified. The last three are the table's, and are read by the denial rule
/// before; this corrects what the lines of the bill tell better. No amount changes.
public final class Causes {

    private static final String DX_SPECIFICITY = "DX_SPECIFICITY";

    /// Codes and remarks by which payers say that a diagnosis does not do, whatever is wrong with it.
    private static final Set<String> DIAGNOSIS_CARCS = Set.of("11", "16", "146", "167");

    private static final Set<String> DIAGNOSIS_REMARKS = Set.of("M64", "M76");

    private final ReasonTable table;
    private final PairBook pairs;
    private final DiagnosisBook diagnoses;

    public Causes(ReasonTable table, PairBook pairs, DiagnosisBook diagnoses) {
        this.table = table;
        this.pairs = pairs;
        this.diagnoses = diagnoses;
    }

    /// The reading of an answer with the causes that the bill itself shows.
    ///
    /// @param claim the version that was answered
    /// @param nearby lines of other claims of the patient
    /// @param day of the decision
    public DenialReading named(
            DenialReading reading, Answered answered, BilledClaim claim, List<NearbyLine> nearby, LocalDate day) {
        if (reading.lines().stream().noneMatch(it -> mayBeNamed(it.finding()))) {
            return reading;
        }
        var visits = Modifier25.evidence(claim, nearby, reading.lines(), answered.remarks(), pairs).stream()
                .map(it -> it.pair().visit())
                .collect(Collectors.toSet());
        var lines = new ArrayList<DecisionLine>(reading.lines().size());
        for (var line : reading.lines()) {
            var cause = cause(line, answered, claim, visits, day);
            lines.add(cause == null ? line : renamed(line, cause));
        }
        return new DenialReading(
                reading.rule(),
                reading.outcome(),
                lines,
                reading.imbalanceCents(),
                reading.appealable(),
                reading.primary(),
                reading.reasonClass());
    }

    private static boolean mayBeNamed(Finding finding) {
        var primary = finding.primary();
        return Modifier25.isPairReason(primary) || isDiagnosisReason(primary);
    }

    private @Nullable String cause(
            DecisionLine line, Answered answered, BilledClaim claim, Set<Integer> visits, LocalDate day) {
        var primary = line.finding().primary();
        if (primary == null || !mayBeNamed(line.finding()) || isOfPayer(line, primary, answered, day)) {
            return null;
        }
        if (visits.contains(line.no()) && Modifier25.isPairReason(primary)) {
            return Modifier25.SUBJECT;
        }
        return isDiagnosisReason(primary) && isShort(line, answered, claim) ? DX_SPECIFICITY : null;
    }

    private boolean isOfPayer(DecisionLine line, Reason primary, Answered answered, LocalDate day) {
        var whole = line.no() == 0;
        return (whole ? answered.adjustments() : line.adjustments())
                .stream()
                        .filter(it -> it.cents() > 0 && it.reason().equals(primary))
                        .map(Adjustment::group)
                        .anyMatch(group -> table.isOfPayer(
                                primary, group, whole ? answered.remarks() : line.remarks(), answered.payer(), day));
    }

    private static boolean isDiagnosisReason(@Nullable Reason reason) {
        return reason != null
                && reason.system().equals("CARC")
                && DIAGNOSIS_CARCS.contains(reason.code().strip());
    }

    /// A remark speaks of the diagnosis, and one that the line points to (any of the claim, where it points to
    /// none) has longer codes.
    private boolean isShort(DecisionLine line, Answered answered, BilledClaim claim) {
        var remarks = line.no() == 0 ? answered.remarks() : line.remarks();
        if (remarks.stream()
                .noneMatch(it -> DIAGNOSIS_REMARKS.contains(it.code().strip()))) {
            return false;
        }
        var pointed = claim.lines().stream()
                .filter(it -> it.no() == line.no())
                .flatMap(it -> it.diagnoses().stream())
                .toList();
        return (pointed.isEmpty() ? claim.diagnoses() : pointed).stream().anyMatch(diagnoses::hasLonger);
    }

    private static DecisionLine renamed(DecisionLine line, String cause) {
        var finding = line.finding();
        return new DecisionLine(
                line.no(),
                line.chargeCents(),
                line.paidCents(),
                line.allowedCents(),
                line.paidCode(),
                line.recodedFrom(),
                line.adjustments(),
                line.remarks(),
                new Finding(finding.result(), finding.deniedCents(), finding.primary(), cause, finding.liability()),
                line.sent());
    }
}
