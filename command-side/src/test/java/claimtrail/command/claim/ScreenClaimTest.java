package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.POLICY_UNKNOWN;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.PATTERN;
import static claimtrail.command.claim.Samples.POLICY;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.replace;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;

import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Screening adds policies and patterns to the newest version, and never takes one away.
class ScreenClaimTest {

    private static final PolicyMatch MATCH = new PolicyMatch(POLICY, 2, List.of(new LineResult(2, Screening.VIOLATED)));
    private static final PatternExposure EXPOSURE = new PatternExposure(PATTERN, List.of(2));

    @Test
    void what_applies_is_added_to_the_newest_version() {
        var both = screen(List.of(MATCH), List.of(EXPOSURE));

        spec().asked(submit()).when(both).then(screened(1, List.of(MATCH), List.of(EXPOSURE)));
        spec().asked(submit(), deny(), replace(bill("7", DENIED_ON, VISIT, TEST)))
                .when(both)
                .then(screened(2, List.of(MATCH), List.of(EXPOSURE)));
    }

    @Test
    void only_what_is_new_is_written_and_nothing_where_nothing_is() {
        var screened = spec().asked(submit(), screen(List.of(MATCH), List.of()));

        screened.when(screen(List.of(MATCH), List.of(EXPOSURE))).then(screened(1, List.of(), List.of(EXPOSURE)));
        screened.when(screen(List.of(MATCH), List.of())).thenNothing();
        spec().asked(submit()).when(screen(List.of(), List.of())).thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var unknownPolicy = new PolicyMatch(new UUID(7, 9), 1, List.of());
        var unknownVersion = new PolicyMatch(POLICY, 3, List.of());
        var unknownPattern = new PatternExposure(new UUID(6, 9), List.of());

        spec().given()
                .when(screen(List.of(unknownPolicy), List.of(unknownPattern)))
                .thenRefused(CLAIM_UNKNOWN);
        spec().asked(submit())
                .when(screen(List.of(unknownPolicy), List.of(unknownPattern)))
                .thenRefused(PATTERN_UNKNOWN);
        spec().asked(submit())
                .when(screen(List.of(unknownPolicy), List.of(EXPOSURE)))
                .thenRefused(POLICY_UNKNOWN);
        spec().asked(submit())
                .when(screen(List.of(unknownVersion), List.of(EXPOSURE)))
                .thenRefused(POLICY_UNKNOWN);
    }

    private static ScreenClaim screen(List<PolicyMatch> policies, List<PatternExposure> patterns) {
        return new ScreenClaim(
                CLAIM, PRACTICE, null, new Screened("screening/1", false, policies, patterns), ScreeningCause.BACKFILL);
    }

    private static ClaimScreened screened(int version, List<PolicyMatch> policies, List<PatternExposure> patterns) {
        return new ClaimScreened(version, "screening/1", false, ScreeningCause.BACKFILL, policies, patterns);
    }
}
