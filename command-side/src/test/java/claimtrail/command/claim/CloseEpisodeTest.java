package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.AMOUNT_ABOVE_DENIED;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_DENIAL;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.LINE_UNKNOWN;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.writeOff;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.claim.ClaimEvent.ClosedLine;
import org.junit.jupiter.api.Test;

/// A denied line is given up from the day of its denial on, and never for more than was denied.
class CloseEpisodeTest {

    @Test
    void a_denied_line_is_given_up_up_to_the_amount_denied() {
        var denied = spec().asked(submit(), deny());

        assertThat(denied.when(writeOff(DENIED_ON, new ClosedLine(2, 15_000))).events())
                .hasSize(1);
        denied.when(writeOff(DENIED_ON, new ClosedLine(2, 15_001))).thenRefused(AMOUNT_ABOVE_DENIED);
        denied.when(writeOff(DENIED_ON, new ClosedLine(2, -1))).thenRefused(AMOUNT_ABOVE_DENIED);
        denied.when(writeOff(DENIED_ON.minusDays(1), new ClosedLine(2, 15_000))).thenRefused(DAY_BEFORE_DENIAL);
    }

    @Test
    void an_appealed_line_may_be_given_up_too() {
        assertThat(spec().asked(submit(), deny(), appeal(FILED_ON))
                        .when(writeOff(FILED_ON, new ClosedLine(2, 1)))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_same_again_is_no_second_fact_and_what_is_over_is_not_denied() {
        var closed = spec().asked(submit(), deny(), writeOff(FILED_ON, new ClosedLine(2, 15_000)));

        closed.when(writeOff(FILED_ON, new ClosedLine(2, 15_000))).thenNothing();
        closed.when(writeOff(FILED_ON, new ClosedLine(2, 1))).thenRefused(LINE_NOT_DENIED);
        spec().asked(submit(), deny(), pay(FILED_ON))
                .when(writeOff(SETTLED_ON, new ClosedLine(2, 1)))
                .thenRefused(LINE_NOT_DENIED);
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var early = DENIED_ON.minusDays(1);

        spec().given().when(writeOff(early, new ClosedLine(9, -1))).thenRefused(CLAIM_UNKNOWN);
        var denied = spec().asked(submit(), deny());
        denied.when(writeOff(early, new ClosedLine(9, -1), new ClosedLine(1, -1)))
                .thenRefused(LINE_UNKNOWN);
        denied.when(writeOff(early, new ClosedLine(1, -1), new ClosedLine(2, -1)))
                .thenRefused(LINE_NOT_DENIED);
        denied.when(writeOff(early, new ClosedLine(2, -1))).thenRefused(DAY_BEFORE_DENIAL);
        denied.when(writeOff(DENIED_ON)).thenRefused(LINE_NOT_DENIED);
    }
}
