package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.APPEAL_BEFORE_DENIAL;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_OPEN;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_TOO_LATE;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VOIDED;
import static claimtrail.command.claim.ClaimRefusal.LEVEL_SKIPPED;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.NOTHING_DENIED;
import static claimtrail.command.claim.ClaimRefusal.NOT_APPEALABLE;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.answer;
import static claimtrail.command.claim.Samples.answered;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.co;
import static claimtrail.command.claim.Samples.decide;
import static claimtrail.command.claim.Samples.denial;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.line;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.replace;
import static claimtrail.command.claim.Samples.settle;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.takeBack;
import static claimtrail.command.claim.Samples.with;
import static claimtrail.command.claim.Samples.withdraw;
import static claimtrail.command.claim.Samples.writeOff;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A provider may dispute a denial until the last day the payer's terms allow.
class FileAppealTest {

    private static final LocalDate LAST_DAY = DENIED_ON.plusDays(120);

    @Test
    void every_denied_line_is_disputed_where_none_is_named() {
        spec().asked(submit(), deny()).when(appeal(FILED_ON)).then(filed(1, 1, FILED_ON, FILED_ON.plusDays(30)));
        spec().asked(submit(), deny()).when(appeal(FILED_ON, 2)).then(filed(1, 1, FILED_ON, FILED_ON.plusDays(30)));
    }

    @Test
    void the_last_day_counts() {
        var denied = spec().asked(submit(), deny());

        assertThat(denied.when(appeal(LAST_DAY)).events()).hasSize(1);
        denied.when(appeal(LAST_DAY.plusDays(1))).thenRefused(APPEAL_TOO_LATE);
    }

    @Test
    void good_cause_or_an_assumed_day_opens_the_door_after_the_last_day() {
        var late = LAST_DAY.plusDays(1);
        var denied = spec().asked(submit(), deny());
        var assumed = spec().asked(submit(), decide(with(denial(), null, "1", DayBasis.ASSUMED)));

        assertThat(denied.when(appeal(late, null, DayKnown.STATED, true)).events())
                .hasSize(1);
        assertThat(denied.when(appeal(late, null, DayKnown.ASSUMED, false)).events())
                .hasSize(1);
        assertThat(assumed.when(appeal(late)).events()).hasSize(1);
    }

    @Test
    void the_day_of_the_denial_is_the_first_day() {
        var denied = spec().asked(submit(), deny());

        assertThat(denied.when(appeal(DENIED_ON)).events()).hasSize(1);
        denied.when(appeal(DENIED_ON.minusDays(1))).thenRefused(APPEAL_BEFORE_DENIAL);
    }

    @Test
    void a_lost_appeal_leads_to_the_next_level_within_its_own_last_day() {
        var lost = spec().asked(submit(), deny(), appeal(FILED_ON), settle(1, Outcome.UPHELD, SETTLED_ON));

        lost.when(appeal(SETTLED_ON.plusDays(60))).then(filed(2, 2, SETTLED_ON.plusDays(60), SETTLED_ON.plusDays(90)));
        lost.when(appeal(SETTLED_ON.plusDays(61))).thenRefused(APPEAL_TOO_LATE);
        lost.when(appeal(SETTLED_ON, 1, DayKnown.STATED, false)).thenRefused(LEVEL_SKIPPED);
        lost.when(appeal(SETTLED_ON, 3, DayKnown.STATED, false)).thenRefused(LEVEL_SKIPPED);
    }

    @Test
    void a_withdrawn_appeal_leaves_its_level_free() {
        var withdrawn = spec().asked(submit(), deny(), appeal(FILED_ON), withdraw(1, FILED_ON.plusDays(1)));

        withdrawn.when(appeal(FILED_ON.plusDays(2))).then(filed(2, 1, FILED_ON.plusDays(2), FILED_ON.plusDays(32)));
    }

    @Test
    void what_is_asked_is_judged_on_the_reading_of_its_day() {
        var paidLater = spec().asked(submit(), deny(), pay(SETTLED_ON));

        assertThat(paidLater.when(appeal(FILED_ON)).events()).hasSize(1);
        paidLater.when(appeal(SETTLED_ON)).thenRefused(NOTHING_DENIED);
    }

    @Test
    void what_is_won_or_given_up_is_no_longer_denied() {
        var won = spec().asked(submit(), deny(), appeal(FILED_ON), settle(1, Outcome.OVERTURNED, SETTLED_ON));
        var given = spec().asked(submit(), deny(), writeOff(FILED_ON, new ClosedLine(2, 15_000)));

        won.when(appeal(SETTLED_ON)).thenRefused(NOTHING_DENIED);
        given.when(appeal(SETTLED_ON)).thenRefused(NOTHING_DENIED);
    }

    @Test
    void the_same_appeal_again_is_no_second_fact() {
        spec().asked(submit(), deny(), appeal(FILED_ON)).when(appeal(FILED_ON)).thenNothing();
        spec().asked(submit(), deny(), appeal(FILED_ON))
                .when(appeal(FILED_ON, 2))
                .thenNothing();
        spec().asked(submit(), deny(), appeal(FILED_ON), takeBack(SETTLED_ON))
                .when(appeal(FILED_ON))
                .thenNothing();
    }

    @Test
    void the_argument_goes_into_the_vault_and_only_its_reference_into_the_fact() {
        var argument = new VaultEntry(new UUID(8, 1), PRACTICE, PRACTICE, new byte[] {'{', '}'});
        var command =
                new FileAppeal(CLAIM, PRACTICE, List.of(), null, FILED_ON, DayKnown.STATED, false, "PORTAL", argument);

        var accepted = spec().asked(submit(), deny()).when(command).accepted();

        assertThat(((AppealFiled) accepted.events().getFirst()).argument()).isEqualTo(argument.ref());
        assertThat(accepted.vault()).containsExactly(argument);
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var far = LAST_DAY.plusDays(1);
        var skipped = appeal(far, 2, DayKnown.STATED, false);
        var clear = appeal(far, 2, DayKnown.STATED, false, 1);

        spec().given().when(clear).thenRefused(CLAIM_UNKNOWN);
        spec().asked(submit(), deny(), takeBack(DENIED_ON)).when(clear).thenRefused(CLAIM_VOIDED);
        spec().asked(submit()).when(clear).thenRefused(NOTHING_DENIED);
        spec().asked(submit(), pay(DENIED_ON)).when(clear).thenRefused(NOTHING_DENIED);
        spec().asked(submit(), deny()).when(clear).thenRefused(LINE_NOT_DENIED);
        spec().asked(submit(), decide(unprocessable())).when(skipped).thenRefused(NOT_APPEALABLE);
        spec().asked(submit(), deny(), appeal(FILED_ON)).when(skipped).thenRefused(APPEAL_OPEN);
        spec().asked(submit(), deny()).when(skipped).thenRefused(LEVEL_SKIPPED);
        spec().asked(submit(), deny())
                .when(appeal(DENIED_ON.minusDays(1), 0, DayKnown.STATED, false))
                .thenRefused(LEVEL_SKIPPED);
    }

    @Test
    void a_line_keeps_the_number_it_had_first() {
        var moved = bill("7", FILED_ON, line(1, "87880", 15_000), line(2, "99213", 10_000));
        var again = answer("D2", "ICN-2", SETTLED_ON, answered("87880", 15_000, 0, co("197", 15_000)));
        var corrected = spec().asked(submit(), deny(), replace(moved), decide(again));

        assertThat(((AppealFiled) corrected.when(appeal(SETTLED_ON)).events().getFirst()).lines())
                .containsExactly(2);
    }

    @Test
    void the_newest_denial_sets_the_last_day_also_of_a_line_that_moved() {
        var moved = bill("7", FILED_ON, line(1, "87880", 15_000), line(2, "99213", 10_000));
        var again = answer("D2", "ICN-2", SETTLED_ON, answered("87880", 15_000, 0, co("197", 15_000)));
        var corrected = spec().asked(submit(), pay(DENIED_ON), replace(moved), decide(again));
        var twice = spec().asked(submit(), deny(), replace(moved), decide(again));

        for (var denied : List.of(corrected, twice)) {
            assertThat(denied.when(appeal(SETTLED_ON.plusDays(120))).events()).hasSize(1);
            denied.when(appeal(SETTLED_ON.plusDays(121))).thenRefused(APPEAL_TOO_LATE);
        }
    }

    private static AppealFiled filed(int appealNo, int level, LocalDate on, LocalDate dueOn) {
        return new AppealFiled(appealNo, level, List.of(2), on, DayKnown.STATED, false, dueOn, null, null);
    }

    private static Answer unprocessable() {
        return answer(
                "D1",
                "ICN-1",
                DENIED_ON,
                answered(2, "87880", 15_000, 0, List.of(Reason.rarc("MA130")), co("16", 15_000)));
    }
}
