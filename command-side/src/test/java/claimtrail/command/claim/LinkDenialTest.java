package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.POLICY_UNKNOWN;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.PATTERN;
import static claimtrail.command.claim.Samples.POLICY;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;

import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.Linked;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A denied line is tied to its causes; ties only add, and hold the amount denied.
class LinkDenialTest {

    @Test
    void a_denied_line_is_linked_with_the_amount_denied() {
        spec().asked(submit(), deny())
                .when(link("D1", 2, List.of(PATTERN), List.of(POLICY)))
                .then(linked(List.of(PATTERN), List.of(POLICY)));
    }

    @Test
    void only_what_is_new_is_written_and_nothing_where_nothing_is() {
        var linked = spec().asked(submit(), deny(), link("D1", 2, List.of(PATTERN), List.of()));

        linked.when(link("D1", 2, List.of(PATTERN), List.of(POLICY))).then(linked(List.of(), List.of(POLICY)));
        linked.when(link("D1", 2, List.of(PATTERN), List.of())).thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var unknown = List.of(new UUID(9, 9));
        var denied = spec().asked(submit(), deny());

        spec().given().when(link("D1", 1, unknown, unknown)).thenRefused(CLAIM_UNKNOWN);
        denied.when(link("D1", 1, unknown, unknown)).thenRefused(LINE_NOT_DENIED);
        denied.when(link("D9", 2, unknown, unknown)).thenRefused(LINE_NOT_DENIED);
        denied.when(link("D1", 2, unknown, unknown)).thenRefused(PATTERN_UNKNOWN);
        denied.when(link("D1", 2, List.of(PATTERN), unknown)).thenRefused(POLICY_UNKNOWN);
    }

    private static LinkDenial link(String key, int line, List<UUID> patterns, List<UUID> policies) {
        var link = new DenialLink(line, patterns, policies, 0);
        return new LinkDenial(CLAIM, PRACTICE, key, new Linked("linking/1", false, List.of(link)), LinkCause.PERSON);
    }

    private static DenialLinked linked(List<UUID> patterns, List<UUID> policies) {
        return new DenialLinked(
                "D1", "linking/1", false, LinkCause.PERSON, List.of(new DenialLink(2, patterns, policies, 15_000)));
    }
}
