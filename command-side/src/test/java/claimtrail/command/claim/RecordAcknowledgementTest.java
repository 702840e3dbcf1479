package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.takeBack;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Match;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody has received a bill. That is no answer, and the claim stays where it was.
class RecordAcknowledgementTest {

    private static final List<Reason> ACCEPTED = List.of(new Reason("CLAIM_STATUS", "A2:20"));

    @Test
    void a_receipt_is_kept_and_the_claim_still_waits_for_its_answer() {
        spec().asked(submit())
                .when(received(SUBMITTED_ON, "ICN-1"))
                .then(new ClaimAcknowledged(1, SUBMITTED_ON, RejectedBy.PAYER, ACCEPTED, "ICN-1", Match.direct()));
        assertThat(spec().asked(submit(), received(SUBMITTED_ON, "ICN-1")).state())
                .isInstanceOf(Claim.Submitted.class);
        assertThat(spec().asked(submit(), deny(), received(SUBMITTED_ON, null)).state())
                .isInstanceOf(Claim.Decided.class);
    }

    @Test
    void the_newest_version_sent_by_its_day_is_meant() {
        var again = submit(bill("1", SUBMITTED_ON.plusDays(5), VISIT, TEST));
        var twice = spec().asked(submit(), reject(1, SUBMITTED_ON), again);

        assertThat(((ClaimAcknowledged) twice.when(received(SUBMITTED_ON.plusDays(6), "ICN-2"))
                                .events()
                                .getFirst())
                        .version())
                .isEqualTo(2);
    }

    @Test
    void the_same_again_is_no_second_fact_and_another_day_is_one() {
        var received = spec().asked(submit(), received(SUBMITTED_ON, "ICN-1"));

        received.when(received(SUBMITTED_ON, "ICN-1")).thenNothing();
        assertThat(received.when(received(SUBMITTED_ON.plusDays(1), "ICN-1")).events())
                .hasSize(1);
    }

    @Test
    void it_is_kept_after_a_void_and_refused_for_a_claim_that_nobody_knows() {
        spec().given().when(received(SUBMITTED_ON, null)).thenRefused(CLAIM_UNKNOWN);
        assertThat(spec().asked(submit(), takeBack(SUBMITTED_ON))
                        .when(received(SUBMITTED_ON, null))
                        .events())
                .hasSize(1);
    }

    private static RecordAcknowledgement received(LocalDate on, @Nullable String payerControlNumber) {
        return new RecordAcknowledgement(
                CLAIM, PRACTICE, on, RejectedBy.PAYER, ACCEPTED, payerControlNumber, List.of(), Match.direct());
    }
}
