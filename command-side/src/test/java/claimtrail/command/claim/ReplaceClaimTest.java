package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CHARGE_NEGATIVE;
import static claimtrail.command.claim.ClaimRefusal.CHARGE_NOT_SUM_OF_LINES;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VOIDED;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_PREVIOUS_VERSION;
import static claimtrail.command.claim.ClaimRefusal.LINES_MISSING;
import static claimtrail.command.claim.ClaimRefusal.LINE_NUMBER_REPEATED;
import static claimtrail.command.claim.ClaimRefusal.NOT_YET_ANSWERED;
import static claimtrail.command.claim.ClaimRefusal.SERVICE_AFTER_SUBMISSION;
import static claimtrail.command.claim.ClaimRefusal.VERSION_NOT_NEXT;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SERVED_ON;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.line;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.replace;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.takeBack;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.denial.BillVersion;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A further version follows an answer or a rejection, and carries each line's identity along.
class ReplaceClaimTest {

    private static final LocalDate CORRECTED_ON = DENIED_ON.plusDays(2);
    private static final Bill CORRECTED = bill("7", CORRECTED_ON, VISIT, TEST);

    @Test
    void a_correction_after_a_denial_is_version_2() {
        var replaced = (ClaimReplaced)
                spec().asked(submit(), deny()).when(replace(CORRECTED)).events().getFirst();

        assertThat(replaced.version()).isEqualTo(2);
        assertThat(replaced.frequency()).isEqualTo("7");
        assertThat(replaced.payerControlNumber()).isEqualTo("ICN-1");
    }

    @Test
    void the_same_version_again_is_no_second_fact_and_another_content_is_not_the_next() {
        var corrected = spec().asked(submit(), deny(), replace(CORRECTED));

        corrected.when(replace(CORRECTED)).thenNothing();
        corrected.when(version(2, CORRECTED)).thenNothing();
        corrected.when(version(2, bill("7", CORRECTED_ON, VISIT))).thenRefused(VERSION_NOT_NEXT);
        corrected.and(takeBack(CORRECTED_ON)).when(replace(CORRECTED)).thenNothing();
    }

    @Test
    void the_next_version_may_be_named_and_no_other() {
        var denied = spec().asked(submit(), deny());

        assertThat(denied.when(version(2, CORRECTED)).events()).hasSize(1);
        denied.when(version(1, CORRECTED)).thenRefused(VERSION_NOT_NEXT);
        denied.when(version(3, CORRECTED)).thenRefused(VERSION_NOT_NEXT);
    }

    @Test
    void a_line_that_moves_says_where_it_was() {
        var moved = bill("7", CORRECTED_ON, line(1, "87880", 15_000), line(2, "99213", 10_000), line(3, "36415", 500));

        assertThat(linesOfVersion2(moved)).extracting(Line::previousNo).containsExactly(2, 1, null);
    }

    @Test
    void a_line_that_only_changes_its_code_stays_the_same_line() {
        var recoded = bill("7", CORRECTED_ON, line(1, "99214", 12_000), line(2, "87880", 15_000));

        assertThat(linesOfVersion2(recoded)).extracting(Line::previousNo).containsExactly(null, null);
    }

    /// Which line is which is found by the reading, because a version may come before the one before it.
    private static List<Line> linesOfVersion2(Bill bill) {
        var state = spec().asked(submit(), deny(), replace(bill)).state();
        return ((Claim.Known) state).facts().versions().all().getLast().lines();
    }

    @Test
    void a_new_bill_needs_a_rejection_and_files_may_tell_of_them_in_any_order() {
        var again = bill("1", CORRECTED_ON, VISIT, TEST);

        spec().asked(submit(), deny()).when(replace(again)).thenRefused(NOT_YET_ANSWERED);
        spec().asked(submit(), deny()).when(fromFile(again)).thenRefused(NOT_YET_ANSWERED);
        assertThat(spec().asked(submit(), reject(1, SUBMITTED_ON))
                        .when(fromFile(again))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_file_may_tell_of_a_version_after_the_void_and_a_person_may_not() {
        var voided = spec().asked(submit(), deny(), takeBack(CORRECTED_ON.plusDays(1)));

        voided.when(replace(CORRECTED)).thenRefused(CLAIM_VOIDED);
        assertThat(voided.when(fromFile(CORRECTED)).events()).hasSize(1);
        assertThat(voided.and(fromFile(CORRECTED)).state()).isInstanceOf(Claim.Voided.class);
    }

    @Test
    void versions_are_numbered_by_the_days_on_which_they_were_sent() {
        var third = bill("7", CORRECTED_ON.plusDays(9), VISIT);
        var state = spec().asked(submit(), fromFile(third), fromFile(CORRECTED)).state();

        assertThat(((Claim.Known) state).facts().versions().all())
                .extracting(BillVersion::submittedOn)
                .containsExactly(SUBMITTED_ON, CORRECTED_ON, third.submittedOn());
    }

    @Test
    void a_file_may_come_before_the_answer_and_a_person_may_not() {
        spec().asked(submit()).when(replace(CORRECTED)).thenRefused(NOT_YET_ANSWERED);
        assertThat(spec().asked(submit()).when(fromFile(CORRECTED)).events()).hasSize(1);
        assertThat(spec().asked(submit(), reject(1, SUBMITTED_ON))
                        .when(replace(CORRECTED))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var before = SUBMITTED_ON.minusDays(1);
        var noLines = bill("7", before, -1);

        spec().given().when(version(9, noLines)).thenRefused(CLAIM_UNKNOWN);
        spec().asked(submit(), takeBack(SUBMITTED_ON)).when(version(9, noLines)).thenRefused(CLAIM_VOIDED);
        spec().asked(submit()).when(version(9, noLines)).thenRefused(NOT_YET_ANSWERED);
        var denied = spec().asked(submit(), deny());
        denied.when(version(9, noLines)).thenRefused(VERSION_NOT_NEXT);
        denied.when(replace(noLines)).thenRefused(LINES_MISSING);
        denied.when(replace(bill("7", before, -1, VISIT, VISIT))).thenRefused(LINE_NUMBER_REPEATED);
        denied.when(replace(bill("7", SERVED_ON.minusDays(1), -1, VISIT))).thenRefused(CHARGE_NEGATIVE);
        denied.when(replace(bill("7", SERVED_ON.minusDays(1), 1, VISIT))).thenRefused(CHARGE_NOT_SUM_OF_LINES);
        denied.when(replace(bill("7", SERVED_ON.minusDays(1), VISIT))).thenRefused(SERVICE_AFTER_SUBMISSION);
        denied.when(replace(bill("7", before, VISIT))).thenRefused(DAY_BEFORE_PREVIOUS_VERSION);
        assertThat(denied.when(replace(bill("7", SUBMITTED_ON, VISIT))).events())
                .hasSize(1);
        var told = denied.when(fromFile(bill("7", SERVED_ON.minusDays(1), 1, VISIT)))
                .accepted();
        assertThat(told.events()).hasSize(1);
        assertThat(told.warnings())
                .extracting(Refused::because)
                .containsExactly(CHARGE_NOT_SUM_OF_LINES, SERVICE_AFTER_SUBMISSION, DAY_BEFORE_PREVIOUS_VERSION);
    }

    private static ReplaceClaim version(@Nullable Integer version, Bill bill) {
        return new ReplaceClaim(CLAIM, PRACTICE, bill, version, "ICN-1", false, null);
    }

    private static ReplaceClaim fromFile(Bill bill) {
        return new ReplaceClaim(CLAIM, PRACTICE, bill, null, "ICN-1", true, null);
    }
}
