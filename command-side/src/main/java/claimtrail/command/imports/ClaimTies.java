package claimtrail.command.imports;

import claimtrail.command.claim.ClaimCommand.Linked;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.command.imports.reading.Statement.AnswerStated;
import claimtrail.command.imports.reading.Statement.BillStated;
import claimtrail.denial.Answered;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What ties claims of a file to the patterns known when it is read: exposure by code, links by reason class.
final class ClaimTies {

    private static final String SCREENING = "screening/1";
    private static final String LINKING = "linking/1";

    private final List<PatternScope> patterns;

    ClaimTies(List<PatternScope> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /// @param policies policies that the source says matched; then the whole screening is asserted
    @Nullable
    Screened screened(BillStated stated, List<PolicyMatch> policies) {
        var exposures = new ArrayList<PatternExposure>();
        for (var scope : patterns) {
            var lines = scope.exposed(stated.lines());
            if (!lines.isEmpty()) {
                exposures.add(new PatternExposure(scope.pattern(), lines));
            }
        }
        return policies.isEmpty() && exposures.isEmpty()
                ? null
                : new Screened(SCREENING, !policies.isEmpty(), policies, exposures);
    }

    /// Links of denied lines, by the reason class that the rule gives each of them today. Where the source does not
    /// number its lines, they are linked only if all denied ones have one class.
    @Nullable
    Linked linked(AnswerStated stated, UUID payer) {
        if (patterns.isEmpty()) {
            return null;
        }
        var reading = DenialRule.read(answered(stated, payer), ReasonTable.dayOne(), stated.decidedOn());
        var links = new ArrayList<DenialLink>();
        var classes = new ArrayList<String>();
        for (var line : reading.lines()) {
            var reasonClass = line.finding().reasonClass();
            if (reasonClass != null) {
                classes.add(reasonClass);
                link(line.no(), reasonClass, links);
            }
        }
        boolean numbered = stated.lines().stream().allMatch(line -> line.no() > 0);
        if (!numbered && classes.stream().distinct().count() == 1) {
            links.clear();
            link(0, classes.getFirst(), links);
        } else if (!numbered) {
            return null;
        }
        return links.isEmpty() ? null : new Linked(LINKING, false, links);
    }

    private void link(int line, String reasonClass, List<DenialLink> links) {
        var linked = patterns.stream()
                .filter(scope -> scope.reasonClass().equals(reasonClass))
                .map(PatternScope::pattern)
                .toList();
        if (!linked.isEmpty()) {
            links.add(new DenialLink(line, linked, List.of(), 0));
        }
    }

    private static Answered answered(AnswerStated stated, UUID payer) {
        var lines = new ArrayList<Answered.AnsweredLine>();
        for (int i = 0; i < stated.lines().size(); i++) {
            var line = stated.lines().get(i);
            lines.add(new Answered.AnsweredLine(
                    line.no() > 0 ? line.no() : i + 1,
                    line.chargeCents(),
                    line.paidCents(),
                    line.allowedCents(),
                    line.code(),
                    line.recodedFrom(),
                    line.adjustments(),
                    line.remarks()));
        }
        return new Answered(
                payer,
                stated.status(),
                stated.chargeCents(),
                stated.paidCents(),
                stated.adjustments(),
                stated.remarks(),
                lines);
    }
}
