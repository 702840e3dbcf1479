package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.APPEAL_CLOSED;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.OUTCOME_BEFORE_FILING;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.settle;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.withdraw;

import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import org.junit.jupiter.api.Test;

/// The practice takes an appeal back while nobody has answered it.
class WithdrawAppealTest {

    @Test
    void an_open_appeal_is_withdrawn_from_the_day_of_its_filing_on() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        appealed.when(withdraw(1, FILED_ON)).then(new AppealWithdrawn(1, FILED_ON));
        appealed.when(withdraw(1, FILED_ON.minusDays(1))).thenRefused(OUTCOME_BEFORE_FILING);
    }

    @Test
    void money_that_came_later_does_not_stand_against_it() {
        var dayBefore = SETTLED_ON.minusDays(1);

        spec().asked(submit(), deny(), appeal(FILED_ON), pay(SETTLED_ON))
                .when(withdraw(1, dayBefore))
                .then(new AppealWithdrawn(1, dayBefore));
    }

    @Test
    void the_same_again_is_no_second_fact() {
        spec().asked(submit(), deny(), appeal(FILED_ON), withdraw(1, FILED_ON))
                .when(withdraw(1, FILED_ON))
                .thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var early = FILED_ON.minusDays(1);
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        spec().given().when(withdraw(2, early)).thenRefused(CLAIM_UNKNOWN);
        appealed.when(withdraw(2, early)).thenRefused(APPEAL_UNKNOWN);
        appealed.and(withdraw(1, SETTLED_ON)).when(withdraw(1, early)).thenRefused(APPEAL_CLOSED);
        appealed.and(settle(1, Outcome.UPHELD, SETTLED_ON))
                .when(withdraw(1, early))
                .thenRefused(APPEAL_CLOSED);
        appealed.and(pay(SETTLED_ON)).when(withdraw(1, SETTLED_ON)).thenRefused(APPEAL_CLOSED);
    }
}
