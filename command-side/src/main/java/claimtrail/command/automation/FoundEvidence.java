package claimtrail.command.automation;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.detection.Evidence;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.pair.PairEvidence;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A denied line that a detector takes as evidence for a subject.
record FoundEvidence(String detector, String subject, String decisionKey, int line, Evidence evidence) {

    /// What a denial gives to the detectors.
    ///
    /// @param claim the version that was answered; absent where nobody has told us of it
    /// @param nearby lines of the patient's other claims
    static List<FoundEvidence> of(
            UUID id, PayerDecision decision, @Nullable BilledClaim claim, List<NearbyLine> nearby, PairBook pairs) {
        Map<Integer, PairEvidence> visits = new HashMap<>();
        if (claim != null) {
            Modifier25.evidence(claim, nearby, decision, pairs)
                    .forEach(it -> visits.put(it.pair().visit(), it));
        }
        var found = new ArrayList<FoundEvidence>();
        for (var line : decision.lines()) {
            if (line.finding().result() == Finding.Result.CLEAR) {
                continue;
            }
            var subjects = LinkingRule.subjects(line, visits.keySet());
            var code = code(line, claim);
            var pair = visits.get(line.no());
            if (pair != null) {
                found.add(one(
                        id,
                        decision,
                        line,
                        code,
                        Modifier25.NAME,
                        Modifier25.SUBJECT,
                        pair.grade().counts()));
            }
            if (subjects.reasonClass() != null) {
                found.add(one(id, decision, line, code, LinkingRule.REASON_CLASS, subjects.reasonClass(), true));
            }
        }
        return found;
    }

    private static FoundEvidence one(
            UUID claim,
            PayerDecision decision,
            DecisionLine line,
            String code,
            String detector,
            String subject,
            boolean counts) {
        return new FoundEvidence(
                detector,
                subject,
                decision.key(),
                line.no(),
                new Evidence(claim, decision.decidedOn(), code, line.finding().deniedCents(), counts));
    }

    /// The code that was billed; empty where the claim was answered as a whole.
    private static String code(DecisionLine line, @Nullable BilledClaim claim) {
        if (line.recodedFrom() != null) {
            return line.recodedFrom();
        }
        if (line.paidCode() != null) {
            return line.paidCode();
        }
        return claim == null
                ? ""
                : claim.lines().stream()
                        .filter(it -> it.no() == line.no())
                        .map(Line::code)
                        .findFirst()
                        .orElse("");
    }
}
