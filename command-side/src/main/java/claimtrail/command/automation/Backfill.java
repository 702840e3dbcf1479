package claimtrail.command.automation;

import claimtrail.command.pattern.PatternCommand.FixBaseline;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.detection.BaselineRule;
import claimtrail.denial.detection.Exposure;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.Rules;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Ties claims that were there before a pattern was, and claims that have to know one another.
@Component
final class Backfill {

    private static final int BEFORE = 180; // days of submission before a pattern was found

    private final Claims claims;
    private final Memory memory;
    private final RulebookShelf shelf;
    private final Patterns patterns;
    private final Hand hand;

    Backfill(Claims claims, Memory memory, RulebookShelf shelf, Patterns patterns, Hand hand) {
        this.claims = claims;
        this.memory = memory;
        this.shelf = shelf;
        this.patterns = patterns;
        this.hand = hand;
    }

    /// Screens the claims submitted in the 180 days before a pattern, and since; links their denials; and keeps what
    /// the rate of a pattern that a detector found was.
    ///
    /// @param position everything up to it was counted
    void pattern(UUID practice, UUID pattern, PatternDetected detected, long position) {
        var rules = only(pattern, shelf.inForce().rules(practice));
        var exposures = new ArrayList<Exposure>();
        claims.some(memory.claimsFrom(practice, detected.detectedOn().minusDays(BEFORE)), known -> {
            // Asked on this thread, in whose transaction the lines of this page were kept.
            var looks =
                    known.stream().map(it -> new Look(it, nearby(it, practice))).toList();
            claims.together(looks, it -> exposure(it, practice, pattern, rules)).stream()
                    .flatMap(Optional::stream)
                    .forEach(exposures::add);
        });
        if (patterns.wantsBaseline(pattern)) {
            var baseline = BaselineRule.of(exposures, detected.detectedOn());
            var share = baseline.share();
            hand.send(
                    new FixBaseline(
                            pattern,
                            practice,
                            new BaselineFixed(
                                    share.from(),
                                    share.to(),
                                    share.exposedDecided(),
                                    share.denied(),
                                    share.deniedCents(),
                                    baseline.provisional(),
                                    BaselineRule.METRIC,
                                    position)),
                    detected.detectedOn());
        }
    }

    /// A claim and what is known beside it.
    private record Look(KnownClaim claim, List<NearbyLine> nearby) {}

    private Optional<Exposure> exposure(Look look, UUID practice, UUID pattern, Rules rules) {
        var claim = look.claim();
        return tie(claim, practice, look.nearby(), rules, ScreeningCause.BACKFILL) == 0
                ? claim.exposure(pattern)
                : claims.read(claim.claim()).exposure(pattern);
    }

    /// Ties a claim under all rules of its practice, with what is known of the patient's other claims.
    void tie(KnownClaim claim, UUID practice, List<NearbyLine> nearby) {
        tie(claim, practice, nearby, shelf.inForce().rules(practice), ScreeningCause.BACKFILL);
    }

    /// Ties a claim under some rules.
    ///
    /// @return how many facts were added
    int tie(KnownClaim claim, UUID practice, List<NearbyLine> nearby, Rules rules, ScreeningCause cause) {
        var facts = 0;
        for (var command : Tying.missing(claim, practice, nearby, rules, cause)) {
            facts += hand.send(command, LocalDate.MIN);
        }
        return facts;
    }

    /// Lines of the patient's other claims, up to the last service of this one.
    List<NearbyLine> nearby(KnownClaim claim, UUID practice) {
        var bill = claim.newest();
        if (bill == null || bill.patient() == null || bill.lines().isEmpty()) {
            return List.of();
        }
        var until = bill.lines().stream()
                .map(Line::serviceFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return memory.nearby(practice, bill.patient(), claim.claim(), until);
    }

    private static Rules only(UUID pattern, Rules rules) {
        return new Rules(
                PolicyIndex.empty(),
                rules.patterns().stream()
                        .filter(it -> it.pattern().equals(pattern))
                        .toList(),
                rules.pairs(),
                rules.categories());
    }
}
