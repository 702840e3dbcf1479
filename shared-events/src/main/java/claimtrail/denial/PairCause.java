package claimtrail.denial;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.pair.PairEvidence;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cause that the pair of lines tells and the code of a denial does not: a visit without modifier 25 beside
/// a procedure. It is read from the bill that was answered, which may come after its answer; so the finding that
/// is stored names the cause by its codes, and the reading renames it. Only shipped data are looked up: a figure
/// must not depend on what was published when an answer came. No amount changes.
final class PairCause {

    private PairCause() {}

    /// An answer with the causes that its bill shows.
    ///
    /// @param bill asked where a line may be renamed; gives nothing while neither a bill nor an answer is known
    static PayerDecision named(PayerDecision decision, Supplier<@Nullable BilledClaim> bill) {
        if (decision.lines().stream().noneMatch(line -> mayBeNamed(line, decision))) {
            return decision;
        }
        var claim = bill.get();
        if (claim == null) {
            return decision;
        }
        var evidence = Modifier25.evidence(claim, List.of(), decision, PairBook.dayOne());
        return evidence.isEmpty()
                ? decision
                : decision.answering(
                        decision.claimVersion(),
                        decision.lines().stream()
                                .map(line -> isVisit(line, evidence) && mayBeNamed(line, decision) ? named(line) : line)
                                .toList());
    }

    /// A class that is not the one of the code was published, most likely for the payer, and stands.
    private static boolean mayBeNamed(DecisionLine line, PayerDecision decision) {
        var primary = line.finding().primary();
        return primary != null
                && Modifier25.isPairReason(primary)
                && Objects.equals(
                        line.finding().reasonClass(),
                        ReasonTable.dayOne()
                                .meaning(primary, null, List.of(), decision.payer(), decision.decidedOn())
                                .reasonClass());
    }

    private static boolean isVisit(DecisionLine line, List<PairEvidence> evidence) {
        return evidence.stream().anyMatch(it -> it.pair().visit() == line.no());
    }

    private static DecisionLine named(DecisionLine line) {
        var finding = line.finding();
        return line.found(new Finding(
                finding.result(), finding.deniedCents(), finding.primary(), Modifier25.SUBJECT, finding.liability()));
    }
}
