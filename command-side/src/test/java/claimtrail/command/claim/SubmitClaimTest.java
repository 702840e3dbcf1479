package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CHARGE_NEGATIVE;
import static claimtrail.command.claim.ClaimRefusal.CHARGE_NOT_SUM_OF_LINES;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_ID_TAKEN;
import static claimtrail.command.claim.ClaimRefusal.LINES_MISSING;
import static claimtrail.command.claim.ClaimRefusal.LINE_NUMBER_REPEATED;
import static claimtrail.command.claim.ClaimRefusal.PAYER_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.PROVIDER_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.SERVICE_AFTER_SUBMISSION;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.PATTERN;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.SERVED_ON;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.denial;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.fromFile;
import static claimtrail.command.claim.Samples.inference;
import static claimtrail.command.claim.Samples.line;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.under;
import static claimtrail.command.claim.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.denial.BillVersion;
import claimtrail.denial.Episode;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The first version of a bill is taken in once; what a person must put right, a file only warns about.
class SubmitClaimTest {

    @Test
    void a_new_bill_becomes_version_1() {
        var events = spec().given().when(submit()).events();

        assertThat(events).hasSize(1);
        var submitted = (ClaimSubmitted) events.getFirst();
        assertThat(submitted.version()).isEqualTo(1);
        assertThat(submitted.chargeCents()).isEqualTo(25_000);
        assertThat(submitted.imbalanceCents()).isZero();
        assertThat(submitted.lines()).containsExactly(VISIT, TEST);
    }

    @Test
    void the_same_bill_again_is_no_second_fact() {
        spec().asked(submit()).when(submit()).thenNothing();
        spec().asked(submit(), deny()).when(submit()).thenNothing();
    }

    @Test
    void other_content_under_the_same_number_is_refused() {
        var other = bill("1", SUBMITTED_ON.plusDays(1), VISIT, TEST);

        spec().asked(submit()).when(submit(other)).thenRefused(CLAIM_ID_TAKEN);
        spec().asked(submit(), deny()).when(fromFile(submit(other))).thenRefused(CLAIM_ID_TAKEN);
    }

    @Test
    void after_a_rejection_the_next_frequency_1_is_version_2() {
        var again = bill("1", SUBMITTED_ON.plusDays(3), VISIT, TEST);

        var rejected = spec().asked(submit(), reject(1, SUBMITTED_ON.plusDays(1)));
        var version2 = (ClaimReplaced) rejected.when(submit(again)).events().getFirst();
        assertThat(version2.version()).isEqualTo(2);
        assertThat(version2.frequency()).isEqualTo("1");
        assertThat(version2.payerControlNumber()).isNull();

        rejected.and(submit(again)).when(submit(again)).thenNothing();
        rejected.when(submit(bill("7", SUBMITTED_ON.plusDays(3), VISIT, TEST))).thenRefused(CLAIM_ID_TAKEN);
    }

    @Test
    void a_bill_that_comes_after_its_answer_joins_the_claim_and_the_answered_lines_are_found_in_it() {
        var inferred = inference(line(1, "87880", 15_000), line(2, "99213", 10_000));
        var answer = new RecordDecision(CLAIM, PRACTICE, denial(), inferred, true, List.of(), List.of(), null);

        var claim = spec().asked(answer);
        var submitted = (ClaimSubmitted) claim.when(submit()).events().getFirst();

        assertThat(submitted.lines())
                .extracting(Line::no, Line::code)
                .containsExactly(tuple(1, "99213"), tuple(2, "87880"));
        assertThat(((Claim.Known) claim.and(submit()).state()).facts().reading().episodes())
                .extracting(Episode::line)
                .containsExactly(2);
        claim.and(submit()).when(submit()).thenNothing();
    }

    @Test
    void lines_that_somebody_disputed_before_the_bill_came_keep_the_numbers_of_the_answer() {
        var inferred = inference(line(1, "87880", 15_000), line(2, "99213", 10_000));
        var answer = new RecordDecision(CLAIM, PRACTICE, denial(), inferred, true, List.of(), List.of(), null);

        var claim = spec().asked(answer, appeal(DENIED_ON));
        var submitted = (ClaimSubmitted) claim.when(submit()).events().getFirst();

        assertThat(submitted.lines())
                .extracting(Line::no, Line::code)
                .containsExactly(tuple(2, "99213"), tuple(1, "87880"));
        claim.and(submit()).when(submit()).thenNothing();
    }

    @Test
    void the_first_bill_may_come_after_the_one_that_was_sent_anew() {
        var first = bill("1", SUBMITTED_ON, VISIT);
        var again = bill("1", SUBMITTED_ON.plusDays(3), VISIT, TEST);
        var told = spec().asked(submit(again), reject(null, SUBMITTED_ON.plusDays(1)), fromFile(submit(first)));

        assertThat(((Claim.Known) told.state()).facts().versions().all())
                .extracting(BillVersion::submittedOn, BillVersion::rejected)
                .containsExactly(tuple(SUBMITTED_ON, true), tuple(SUBMITTED_ON.plusDays(3), false));
        told.when(fromFile(submit(first))).thenNothing();
    }

    @Test
    void of_two_submissions_without_a_rejection_the_earlier_is_the_claim_whichever_comes_first() {
        var first = bill("1", SUBMITTED_ON, VISIT);
        var second = bill("1", SUBMITTED_ON.plusDays(3), VISIT, TEST);

        spec().asked(fromFile(submit(first))).when(fromFile(submit(second))).thenRefused(CLAIM_ID_TAKEN);
        assertThat(((Claim.Known) spec().asked(fromFile(submit(second)), fromFile(submit(first)))
                                .state())
                        .facts()
                        .versions()
                        .all())
                .extracting(BillVersion::submittedOn)
                .containsExactly(SUBMITTED_ON);
        spec().asked(submit(second)).when(submit(first)).thenRefused(CLAIM_ID_TAKEN);
    }

    @Test
    void what_a_source_says_about_policies_and_patterns_is_added_as_asserted() {
        var screened = new Screened("portal", true, List.of(), List.of(new PatternExposure(PATTERN, List.of(2))));
        var command = new SubmitClaim(CLAIM, PRACTICE, bill(), true, List.of(), List.of(), screened);

        assertThat(spec().given().when(command).events().getLast())
                .isEqualTo(new ClaimScreened(
                        1, "portal", true, ScreeningCause.SUBMISSION, List.of(), screened.patterns()));
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var noLines = bill("1", SUBMITTED_ON, -1);
        var twice = bill("1", SUBMITTED_ON, -1, VISIT, VISIT);
        var negative = bill("1", SUBMITTED_ON, -1, VISIT);
        var negativeLine = bill("1", SERVED_ON.minusDays(1), 0, line(1, "99213", -1));
        var notSum = bill("1", SERVED_ON.minusDays(1), 9_999, VISIT);
        var late = bill("1", SERVED_ON.minusDays(1), VISIT);

        under(without(true, true)).given().when(submit(noLines)).thenRefused(PROVIDER_UNKNOWN);
        under(without(false, true)).given().when(submit(noLines)).thenRefused(PAYER_UNKNOWN);
        spec().given().when(submit(noLines)).thenRefused(LINES_MISSING);
        spec().given().when(submit(twice)).thenRefused(LINE_NUMBER_REPEATED);
        spec().given().when(submit(negative)).thenRefused(CHARGE_NEGATIVE);
        spec().given().when(submit(negativeLine)).thenRefused(CHARGE_NEGATIVE);
        spec().given().when(submit(notSum)).thenRefused(CHARGE_NOT_SUM_OF_LINES);
        spec().given().when(submit(late)).thenRefused(SERVICE_AFTER_SUBMISSION);
        spec().asked(submit()).when(submit(late)).thenRefused(SERVICE_AFTER_SUBMISSION);
    }

    @Test
    void a_bill_of_nothing_and_one_of_the_day_of_service_are_taken() {
        var free = bill("1", SERVED_ON, line(1, "99213", 0));

        assertThat(spec().given().when(submit(free)).events()).hasSize(1);
    }

    @Test
    void a_file_keeps_the_difference_and_the_day_as_sent() {
        var notSum = bill("1", SERVED_ON.minusDays(1), 9_999, VISIT);

        var accepted = spec().given().when(fromFile(submit(notSum))).accepted();
        assertThat(((ClaimSubmitted) accepted.events().getFirst()).imbalanceCents())
                .isEqualTo(-1);
        assertThat(accepted.warnings())
                .extracting(Refused::because)
                .containsExactly(CHARGE_NOT_SUM_OF_LINES, SERVICE_AFTER_SUBMISSION);
    }
}
