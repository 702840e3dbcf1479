package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.AMOUNT_ABOVE_DENIED;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_CLOSED;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_APPEALED;
import static claimtrail.command.claim.ClaimRefusal.OUTCOME_BEFORE_FILING;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.settle;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.OutcomeLine;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.ClaimEvent.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The payer's word on an appeal is told once; a letter may follow the money and give the day.
class RecordAppealOutcomeTest {

    private static final RecordAppealOutcome WON = settle(1, Outcome.OVERTURNED, SETTLED_ON);
    private static final RecordAppealOutcome LOST = settle(1, Outcome.UPHELD, SETTLED_ON);

    @Test
    void a_letter_takes_back_every_line_of_the_appeal_where_none_is_named() {
        spec().asked(submit(), deny(), appeal(FILED_ON)).when(WON).then(overturned(Overturn.OVERTURNED, null));
    }

    @Test
    void a_letter_may_name_the_amount_up_to_what_was_denied() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        appealed.when(partly(15_000)).then(overturned(Overturn.PARTLY, 15_000L));
        appealed.when(partly(15_001)).thenRefused(AMOUNT_ABOVE_DENIED);
        appealed.when(partly(0)).then(overturned(Overturn.PARTLY, 0L));
        appealed.when(partly(-1)).thenRefused(AMOUNT_ABOVE_DENIED);
    }

    @Test
    void a_lost_appeal_gets_the_last_day_of_the_next_level_from_the_terms() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        appealed.when(LOST)
                .then(new DenialUpheld(
                        1,
                        Refusal.UPHELD,
                        AnswerBasis.LETTER,
                        SETTLED_ON,
                        DayKnown.STATED,
                        List.of(2),
                        SETTLED_ON.plusDays(60),
                        null));
        assertThat(appealed.when(settle(1, Outcome.DISMISSED, SETTLED_ON))
                        .events()
                        .getFirst())
                .extracting(it -> ((DenialUpheld) it).outcome())
                .isEqualTo(Refusal.DISMISSED);
    }

    @Test
    void an_outcome_may_come_on_the_day_of_filing_and_not_before() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        assertThat(appealed.when(settle(1, Outcome.UPHELD, FILED_ON)).events()).hasSize(1);
        appealed.when(settle(1, Outcome.UPHELD, FILED_ON.minusDays(1))).thenRefused(OUTCOME_BEFORE_FILING);
    }

    @Test
    void the_same_letter_again_is_no_second_fact_and_another_is_refused() {
        var won = spec().asked(submit(), deny(), appeal(FILED_ON), WON);

        won.when(WON).thenNothing();
        won.when(settle(1, Outcome.OVERTURNED, SETTLED_ON.plusDays(1))).thenRefused(APPEAL_CLOSED);
        won.when(LOST).thenRefused(APPEAL_CLOSED);
        spec().asked(submit(), deny(), appeal(FILED_ON), LOST).when(WON).thenRefused(APPEAL_CLOSED);
        spec().asked(submit(), deny(), appeal(FILED_ON), withdraw(1, FILED_ON))
                .when(WON)
                .thenRefused(APPEAL_CLOSED);
    }

    @Test
    void where_money_spoke_first_the_letter_is_still_told_also_when_it_disagrees() {
        var paid = spec().asked(submit(), deny(), appeal(FILED_ON), pay(SETTLED_ON));

        assertThat(paid.when(settle(1, Outcome.OVERTURNED, SETTLED_ON.minusDays(2)))
                        .events())
                .hasSize(1);
        assertThat(paid.when(settle(1, Outcome.UPHELD, SETTLED_ON.minusDays(2))).events())
                .hasSize(1);
    }

    @Test
    void a_letter_goes_into_the_vault_and_is_not_compared() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        var accepted = appealed.when(letter(1)).accepted();
        assertThat(((DenialOverturned) accepted.events().getFirst()).letter()).isEqualTo(new UUID(8, 1));
        assertThat(accepted.vault()).hasSize(1);
        appealed.and(letter(1)).when(letter(2)).thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var early = FILED_ON.minusDays(1);
        var wrong = settle(2, Outcome.OVERTURNED, early, new OutcomeLine(1, 15_001L));
        var other = settle(1, Outcome.OVERTURNED, early, new OutcomeLine(1, 15_001L));
        var above = settle(1, Outcome.OVERTURNED, early, new OutcomeLine(2, 15_001L));

        spec().given().when(wrong).thenRefused(CLAIM_UNKNOWN);
        spec().asked(submit(), deny(), appeal(FILED_ON), LOST).when(wrong).thenRefused(APPEAL_UNKNOWN);
        spec().asked(submit(), deny(), appeal(FILED_ON), LOST).when(other).thenRefused(APPEAL_CLOSED);
        spec().asked(submit(), deny(), appeal(FILED_ON)).when(other).thenRefused(LINE_NOT_APPEALED);
        spec().asked(submit(), deny(), appeal(FILED_ON)).when(above).thenRefused(OUTCOME_BEFORE_FILING);
    }

    private static RecordAppealOutcome partly(long cents) {
        return settle(1, Outcome.PARTLY, SETTLED_ON, new OutcomeLine(2, cents));
    }

    private static RecordAppealOutcome letter(long no) {
        var text = new VaultEntry(new UUID(8, no), PRACTICE, PRACTICE, new byte[] {'{', '}'});
        return new RecordAppealOutcome(
                CLAIM,
                PRACTICE,
                1,
                Outcome.OVERTURNED,
                AnswerBasis.LETTER,
                SETTLED_ON,
                DayKnown.STATED,
                List.of(),
                null,
                text);
    }

    private static DenialOverturned overturned(Overturn outcome, @Nullable Long cents) {
        return new DenialOverturned(
                1,
                outcome,
                AnswerBasis.LETTER,
                SETTLED_ON,
                DayKnown.STATED,
                List.of(new OverturnedLine(2, 15_000, cents)),
                null);
    }
}
