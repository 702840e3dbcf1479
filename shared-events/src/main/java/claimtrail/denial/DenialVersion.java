package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A version of the denial rule, as what it changes in answers that were read under `denial/1`. The log
/// keeps the findings of that first reading; another version names some of their classes otherwise, for
/// figures of its own, and changes no fact, no amount and no outcome.
///
/// @param name such as `denial/2`
/// @param classes the class of denials with this primary reason; empty for the version that reads as the
///     log does
public record DenialVersion(String name, Map<Reason, String> classes) {

    /// Reads answers as they stand in the log.
    public static final DenialVersion FIRST = new DenialVersion(DenialRule.NAME, Map.of());

    /// A worked example of a rule that changed: a diagnosis that does not go with the procedure (CARC 11)
    /// is read as a question of medical need, which is argued with notes, and no longer as a code that does
    /// not fit, which is coded anew.
    public static final DenialVersion SECOND = new DenialVersion("denial/2", Map.of(Reason.carc("11"), "NECESSITY"));

    public DenialVersion {
        classes = Map.copyOf(classes);
    }

    /// A fact as this version reads it: an answer with its classes, any other fact as it is.
    public ClaimEvent read(ClaimEvent fact) {
        if (classes.isEmpty()) {
            return fact;
        }
        if (fact instanceof ClaimDenied it) {
            var read = read(it.decision());
            return read.equals(it.decision()) ? fact : new ClaimDenied(read);
        }
        if (fact instanceof ClaimApproved it) {
            var read = read(it.decision());
            return read.equals(it.decision()) ? fact : new ClaimApproved(read);
        }
        return fact;
    }

    /// What it changes, for the fact that publishes it: the class that each reason now has.
    public Map<String, String> parameters() {
        var named = new TreeMap<String, String>();
        classes.forEach((reason, newClass) -> named.put(reason.system() + " " + reason.code(), newClass));
        return named;
    }

    private PayerDecision read(PayerDecision decision) {
        return decision.lines().stream().noneMatch(line -> renamed(line, decision) != null)
                ? decision
                : decision.answering(
                        decision.claimVersion(),
                        decision.lines().stream()
                                .map(line -> named(line, renamed(line, decision)))
                                .collect(Collectors.toUnmodifiableList()));
    }

    /// The new class of a line; null where it keeps its own. A class that is not the one of its code was
    /// published, most likely for the payer, and stands.
    private @Nullable String renamed(DecisionLine line, PayerDecision decision) {
        var finding = line.finding();
        var primary = finding.primary();
        if (primary == null || finding.reasonClass() == null) {
            return null;
        }
        var ofItsCode = ReasonTable.dayOne()
                .meaning(primary, null, List.of(), decision.payer(), decision.decidedOn())
                .reasonClass();
        return Objects.equals(finding.reasonClass(), ofItsCode) ? classes.get(primary) : null;
    }

    private static DecisionLine named(DecisionLine line, @Nullable String newClass) {
        var finding = line.finding();
        return newClass == null
                ? line
                : line.found(new Finding(
                        finding.result(), finding.deniedCents(), finding.primary(), newClass, finding.liability()));
    }
}
