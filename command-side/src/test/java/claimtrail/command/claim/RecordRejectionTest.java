package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VERSION_UNKNOWN;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import org.junit.jupiter.api.Test;

/// A version that comes back unread was never adjudicated; it is no denial.
class RecordRejectionTest {

    @Test
    void a_version_is_rejected_and_waits_for_the_next() {
        var rejected = spec().asked(submit(), reject(1, SUBMITTED_ON));

        assertThat(rejected.state()).isInstanceOf(Claim.Rejected.class);
    }

    @Test
    void where_no_version_is_named_the_newest_sent_by_that_day_is_meant() {
        var again = submit(bill("1", SUBMITTED_ON.plusDays(5), VISIT, TEST));
        var twice = spec().asked(submit(), reject(1, SUBMITTED_ON), again);

        assertThat(version(twice.when(reject(null, SUBMITTED_ON.plusDays(4)))
                        .events()
                        .getFirst()))
                .isEqualTo(1);
        assertThat(version(twice.when(reject(null, SUBMITTED_ON.plusDays(5)))
                        .events()
                        .getFirst()))
                .isEqualTo(2);
    }

    @Test
    void facts_win_an_answer_to_a_rejected_version_is_an_answer() {
        assertThat(spec().asked(submit(), reject(1, SUBMITTED_ON), pay(DENIED_ON))
                        .state())
                .isInstanceOf(Claim.Decided.class);
        assertThat(spec().asked(submit(), deny(), reject(1, SUBMITTED_ON)).state())
                .isInstanceOf(Claim.Decided.class);
    }

    @Test
    void the_same_again_is_no_second_fact() {
        spec().asked(submit(), reject(1, SUBMITTED_ON))
                .when(reject(1, SUBMITTED_ON))
                .thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        spec().given().when(reject(2, SUBMITTED_ON)).thenRefused(CLAIM_UNKNOWN);
        spec().asked(submit()).when(reject(0, SUBMITTED_ON)).thenRefused(CLAIM_VERSION_UNKNOWN);
        spec().asked(submit()).when(reject(2, SUBMITTED_ON)).thenRefused(CLAIM_VERSION_UNKNOWN);
    }

    private static int version(ClaimEvent event) {
        return ((ClaimRejected) event).version();
    }
}
