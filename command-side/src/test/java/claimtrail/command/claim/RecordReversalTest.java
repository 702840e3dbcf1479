package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.DECISION_SUSPECTED_DUPLICATE;
import static claimtrail.command.claim.ClaimRefusal.PAYER_UNKNOWN;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.PAYER;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.decide;
import static claimtrail.command.claim.Samples.denial;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.inference;
import static claimtrail.command.claim.Samples.renamed;
import static claimtrail.command.claim.Samples.reverse;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A payer takes an answer back; it names the answer only where number and amounts leave no doubt.
class RecordReversalTest {

    @Test
    void a_reversal_with_the_number_and_the_amounts_of_an_answer_takes_that_one_back() {
        assertThat(reverses(25_000, 10_000)).isEqualTo("D1");
    }

    @Test
    void other_amounts_leave_the_answer_open_for_the_reading_to_find() {
        assertThat(reverses(25_000, 9_999)).isNull();
    }

    @Test
    void a_reversal_may_come_before_its_answer_and_before_its_bill() {
        assertThat(spec().asked(submit())
                        .when(reverse("R1", FILED_ON, 25_000, 10_000))
                        .events())
                .hasSize(1);
        var events = spec().given().when(inferring()).events();
        assertThat(events.getFirst()).isInstanceOf(ClaimInferred.class);
        assertThat(events.getLast()).isInstanceOf(PaymentReversed.class);
        assertThat(spec().asked(inferring()).state()).isInstanceOf(Claim.Inferred.class);
    }

    @Test
    void the_same_again_is_no_second_fact_and_another_amount_under_its_key_is_held() {
        var reversed = spec().asked(submit(), deny(), reverse("R1", FILED_ON, 25_000, 10_000));

        reversed.when(reverse("R1", FILED_ON, 25_000, 10_000)).thenNothing();
        reversed.when(reverse("R1", FILED_ON, 25_000, 1)).thenRefused(DECISION_SUSPECTED_DUPLICATE);
    }

    @Test
    void an_equal_reversal_is_held_while_there_is_nothing_left_to_take_back() {
        var reversed = spec().asked(submit(), deny(), reverse("R1", FILED_ON, 25_000, 10_000));

        reversed.when(reverse("R2", SETTLED_ON, 25_000, 10_000)).thenRefused(DECISION_SUSPECTED_DUPLICATE);
        var again = reversed.and(decide(renamed(denial(), "D2", FILED_ON)));
        assertThat(again.when(reverse("R2", SETTLED_ON, 25_000, 10_000)).events())
                .hasSize(1);
    }

    @Test
    void the_refusals_stand_in_this_order() {
        spec().given().when(reverse("R1", FILED_ON, 25_000, 10_000)).thenRefused(CLAIM_UNKNOWN);
        var reversed = spec().asked(submit(), deny(), reverse("R1", FILED_ON, 25_000, 10_000))
                .state();
        assertThat(ClaimDecider.decide(reversed, reverse("R2", SETTLED_ON, 25_000, 10_000), without(false, true)))
                .isEqualTo(new Refused<>(PAYER_UNKNOWN, "/payer"));
    }

    private static @Nullable String reverses(long chargeCents, long paidCents) {
        var event = spec().asked(submit(), deny())
                .when(reverse("R1", FILED_ON, chargeCents, paidCents))
                .events()
                .getFirst();
        return ((PaymentReversed) event).reverses();
    }

    private static RecordReversal inferring() {
        return new RecordReversal(
                CLAIM,
                PRACTICE,
                "R1",
                null,
                PAYER,
                1,
                "ICN-1",
                DENIED_ON,
                -25_000,
                -10_000,
                List.of(),
                inference(VISIT),
                List.of(),
                List.of(),
                Match.direct());
    }
}
