package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VOIDED;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_SUBMISSION;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.denial;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.inference;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.takeBack;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A bill is taken back once, and not before it was sent.
class VoidClaimTest {

    @Test
    void a_bill_is_taken_back_on_the_day_of_its_submission_at_the_earliest() {
        spec().asked(submit()).when(takeBack(SUBMITTED_ON)).then(new ClaimVoided(SUBMITTED_ON, null));
        spec().asked(submit()).when(takeBack(SUBMITTED_ON.minusDays(1))).thenRefused(DAY_BEFORE_SUBMISSION);
        spec().asked(submit(), deny()).when(takeBack(DENIED_ON)).then(new ClaimVoided(DENIED_ON, null));
    }

    @Test
    void the_same_again_is_no_second_fact_and_another_day_is_refused() {
        var voided = spec().asked(submit(), takeBack(SUBMITTED_ON));

        voided.when(takeBack(SUBMITTED_ON)).thenNothing();
        voided.when(takeBack(SUBMITTED_ON.plusDays(1))).thenRefused(CLAIM_VOIDED);
        voided.when(takeBack(SUBMITTED_ON.minusDays(1))).thenRefused(CLAIM_VOIDED);
    }

    @Test
    void what_nobody_told_us_of_cannot_be_taken_back() {
        spec().given().when(takeBack(SUBMITTED_ON)).thenRefused(CLAIM_UNKNOWN);
    }

    @Test
    void late_answers_to_it_are_still_recorded() {
        var voided = spec().asked(submit(), takeBack(SUBMITTED_ON));

        assertThat(voided.when(pay(DENIED_ON)).events()).hasSize(1);
        assertThat(voided.and(pay(DENIED_ON)).state()).isInstanceOf(Claim.Voided.class);
    }

    @Test
    void a_claim_of_which_only_an_answer_is_known_has_no_day_to_stand_against() {
        var answer = new RecordDecision(CLAIM, PRACTICE, denial(), inference(VISIT), true, List.of(), List.of(), null);

        assertThat(spec().asked(answer)
                        .when(takeBack(SUBMITTED_ON.minusDays(9)))
                        .events())
                .hasSize(1);
    }
}
