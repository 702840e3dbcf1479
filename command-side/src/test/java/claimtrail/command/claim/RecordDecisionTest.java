package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.DECISION_BEFORE_SERVICE;
import static claimtrail.command.claim.ClaimRefusal.DECISION_SUSPECTED_DUPLICATE;
import static claimtrail.command.claim.ClaimRefusal.NOT_A_DECISION;
import static claimtrail.command.claim.ClaimRefusal.PAYER_UNKNOWN;
import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.PATTERN;
import static claimtrail.command.claim.Samples.POLICY;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.RULEBOOK;
import static claimtrail.command.claim.Samples.SERVED_ON;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.answer;
import static claimtrail.command.claim.Samples.answered;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.co;
import static claimtrail.command.claim.Samples.decide;
import static claimtrail.command.claim.Samples.denial;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.inference;
import static claimtrail.command.claim.Samples.line;
import static claimtrail.command.claim.Samples.pay;
import static claimtrail.command.claim.Samples.payment;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.replace;
import static claimtrail.command.claim.Samples.reverse;
import static claimtrail.command.claim.Samples.settle;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.suspicious;
import static claimtrail.command.claim.Samples.under;
import static claimtrail.command.claim.Samples.with;
import static claimtrail.command.claim.Samples.withdraw;
import static claimtrail.command.claim.Samples.without;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Decision.Refused;
import claimtrail.command.Spec.Answering;
import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.ClaimCommand.Linked;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.provider.Terms;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An answer becomes a fact in the reading of its day; only what may be the same answer twice waits for a
/// person.
class RecordDecisionTest {

    @Test
    void something_denied_makes_it_denied_and_nothing_denied_makes_it_approved() {
        var denied = denied(spec().asked(submit()).when(deny()).events().getFirst());
        assertThat(denied.outcome()).isEqualTo(PayerDecision.Outcome.PARTLY_DENIED);
        assertThat(denied.rule()).isEqualTo("denial/1");
        assertThat(denied.lines()).extracting(it -> it.finding().deniedCents()).containsExactly(0L, 15_000L);
        assertThat(denied.lines().getLast().finding().reasonClass()).isEqualTo("AUTHORIZATION");

        assertThat(spec().asked(submit()).when(pay(DENIED_ON)).events().getFirst())
                .isInstanceOf(ClaimApproved.class);
    }

    @Test
    void the_last_day_to_appeal_is_copied_from_the_terms_in_force() {
        var denied = denied(spec().asked(submit()).when(deny()).events().getFirst());
        assertThat(denied.appealLastDay()).isEqualTo(DENIED_ON.plusDays(120));
        assertThat(denied.termsVersion()).isEqualTo("terms/1");

        var noTerms = new Rulebook(
                RULEBOOK.reasons(),
                Terms.none(),
                true,
                true,
                RULEBOOK.patterns(),
                RULEBOOK.policies(),
                RULEBOOK.rules());
        var unknown =
                denied(under(noTerms).asked(submit()).when(deny()).events().getFirst());
        assertThat(unknown.appealLastDay()).isNull();
        assertThat(unknown.termsVersion()).isNull();
    }

    @Test
    void a_payer_that_calls_it_unprocessable_leaves_no_appeal() {
        for (var remark : List.of("MA130", "N211")) {
            var line = answered(2, "87880", 15_000, 0, List.of(Reason.rarc(remark)), co("16", 15_000));
            var denied = denied(spec().asked(submit())
                    .when(decide(answer("D1", "ICN-1", DENIED_ON, line)))
                    .events()
                    .getFirst());

            assertThat(denied.appealable()).isFalse();
            assertThat(denied.appealLastDay()).isNull();
        }
    }

    @Test
    void amounts_stay_as_sent_and_the_difference_is_kept() {
        var line = answered("87880", 15_000, 0, co("197", 14_000));

        var denied = denied(spec().asked(submit())
                .when(decide(answer("D1", "ICN-1", DENIED_ON, line)))
                .events()
                .getFirst());

        assertThat(denied.imbalanceCents()).isEqualTo(1_000);
    }

    @Test
    void an_unknown_claim_is_inferred_and_decided_in_one() {
        var events = spec().given().when(inferring(denial())).events();

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(ClaimInferred.class);
        assertThat(((ClaimInferred) events.getFirst()).chargeCents()).isEqualTo(25_000);
        assertThat(events.getLast()).isInstanceOf(ClaimDenied.class);
        spec().given().when(deny()).thenRefused(CLAIM_UNKNOWN);
    }

    @Test
    void the_bill_that_comes_later_joins_the_same_claim() {
        var joined = spec().asked(inferring(denial())).and(submit());

        assertThat(joined.state()).isInstanceOf(Claim.Decided.class);
        assertThat(spec().asked(inferring(denial())).when(submit()).events().getFirst())
                .isInstanceOf(ClaimSubmitted.class);
    }

    @Test
    void lines_are_found_by_number_then_by_what_they_say_and_else_added() {
        assertThat(numbers(answered("87880", 15_000, 15_000), answered("99213", 10_000, 10_000)))
                .containsExactly(2, 1);
        assertThat(numbers(answered(2, null, 15_000, 15_000, List.of()))).containsExactly(2);
        assertThat(numbers(controlled("2", "87880", 14_999))).containsExactly(2);
        assertThat(numbers(controlled("1", "87880", 15_000))).containsExactly(2);
        assertThat(numbers(answered("99214", 10_000, 8_000))).containsExactly(1);
        assertThat(numbers(answered("99213", 10_000, 10_000), answered("36415", 500, 500)))
                .containsExactly(1, 3);
    }

    @Test
    void a_line_that_only_an_answer_shows_keeps_its_number_in_the_next_answer() {
        var first = answer("D1", "ICN-1", DENIED_ON, answered("36415", 500, 0, co("97", 500)));
        var second = answer("D2", "ICN-1", SETTLED_ON, answered("36415", 500, 500));

        var event = spec().asked(submit(), decide(first))
                .when(decide(second))
                .events()
                .getFirst();

        assertThat(((ClaimApproved) event).decision().lines())
                .extracting(DecisionLine::no)
                .containsExactly(3);
    }

    @Test
    void the_version_answered_is_the_newest_the_payer_had() {
        var corrected = spec().asked(submit(), deny(), replace(bill("7", FILED_ON, VISIT, TEST)));

        assertThat(version(corrected.when(decide(number("P1", "ICN-2", SETTLED_ON)))))
                .isEqualTo(2);
        assertThat(version(corrected.when(decide(number("P1", "ICN-2", FILED_ON.minusDays(1))))))
                .isEqualTo(1);
        assertThat(version(corrected.when(decide(number("P1", "ICN-1", SETTLED_ON)))))
                .isEqualTo(1);
    }

    @Test
    void an_answer_says_by_its_day_of_receipt_which_version_the_payer_had() {
        var corrected = spec().asked(submit(), deny(), replace(bill("7", FILED_ON, VISIT, TEST)));

        assertThat(version(corrected.when(decide(received(FILED_ON))))).isEqualTo(2);
        assertThat(version(corrected.when(decide(received(FILED_ON.minusDays(1))))))
                .isEqualTo(1);
    }

    @Test
    void the_parts_of_a_split_claim_are_stored_as_they_come() {
        var visit = suspicious(answer("D1", "ICN-1", DENIED_ON, answered("99213", 10_000, 0, co("197", 10_000))));
        var test = suspicious(answer("D2", "ICN-2", DENIED_ON, answered("87880", 15_000, 15_000)));

        var decided = spec().asked(submit(), decide(visit), decide(test)).state();

        assertThat(decided).isInstanceOfSatisfying(Claim.Decided.class, it -> {
            assertThat(it.answers()).isEqualTo(2);
            var first = Objects.requireNonNull(it.facts().reading().firstDecision());
            assertThat(first.outcome()).isEqualTo(PayerDecision.Outcome.PARTLY_DENIED);
        });
    }

    @Test
    void what_was_sent_back_unread_was_not_answered() {
        var twice = spec().asked(submit(), reject(1, SUBMITTED_ON), submit(bill("1", FILED_ON, VISIT, TEST)));

        assertThat(version(twice.when(decide(number("P1", "ICN-2", DENIED_ON)))))
                .isEqualTo(2);
    }

    @Test
    void money_on_the_lines_of_an_open_appeal_overturns_it() {
        var appealed = spec().asked(submit(), deny(), appeal(FILED_ON));

        var events = appealed.when(pay(SETTLED_ON)).events();

        assertThat(events.getLast())
                .isEqualTo(new DenialOverturned(
                        1,
                        Overturn.OVERTURNED,
                        AnswerBasis.REMITTANCE,
                        SETTLED_ON,
                        DayKnown.STATED,
                        List.of(new OverturnedLine(2, 15_000, 15_000L)),
                        null));
    }

    @Test
    void some_money_beside_a_denial_that_stays_overturns_in_part() {
        var some = answer("P1", "ICN-1", SETTLED_ON, answered("87880", 15_000, 6_000, co("197", 9_000)));

        var events = spec().asked(submit(), deny(), appeal(FILED_ON))
                .when(decide(some))
                .events();

        assertThat(((DenialOverturned) events.getLast()).outcome()).isEqualTo(Overturn.PARTLY);
    }

    @Test
    void an_appeal_is_overturned_once_and_money_without_an_appeal_overturns_nothing() {
        var letter = settle(1, Outcome.OVERTURNED, FILED_ON.plusDays(3));
        assertThat(spec().asked(submit(), deny(), appeal(FILED_ON), letter)
                        .when(pay(SETTLED_ON))
                        .events())
                .hasSize(1);
        assertThat(spec().asked(submit(), deny()).when(pay(SETTLED_ON)).events())
                .hasSize(1);
        assertThat(spec().asked(submit(), deny(), appeal(FILED_ON), withdraw(1, FILED_ON))
                        .when(pay(SETTLED_ON))
                        .events())
                .hasSize(1);
    }

    @Test
    void links_that_a_source_asserts_are_tied_to_what_is_denied() {
        var named = new DenialLink(2, List.of(PATTERN), List.of(POLICY), 1);
        var unnamed = new DenialLink(0, List.of(PATTERN), List.of(POLICY), 1);
        var clear = new DenialLink(1, List.of(PATTERN), List.of(POLICY), 1);
        var linked = new DenialLinked(
                "D1",
                "portal",
                true,
                LinkCause.DECISION,
                List.of(new DenialLink(2, List.of(PATTERN), List.of(POLICY), 15_000)));

        assertThat(spec().asked(submit()).when(linking(named)).events().getLast())
                .isEqualTo(linked);
        assertThat(spec().asked(submit()).when(linking(unnamed)).events().getLast())
                .isEqualTo(linked);
        assertThat(spec().asked(submit()).when(linking(clear)).events()).hasSize(1);
    }

    @Test
    void the_same_answer_again_is_no_second_fact_and_another_under_its_key_is_held() {
        var other = answer("D1", "ICN-1", DENIED_ON, answered("99213", 10_000, 10_000));

        spec().asked(submit(), deny()).when(deny()).thenNothing();
        spec().asked(submit(), deny()).when(decide(other)).thenRefused(DECISION_SUSPECTED_DUPLICATE);
    }

    @Test
    void the_same_content_in_other_surroundings_is_held_until_a_person_accepts_it() {
        var again = answer(
                "D2",
                "ICN-1",
                SETTLED_ON,
                answered("99213", 10_000, 10_000),
                answered("87880", 15_000, 0, co("197", 15_000)));

        var denied = spec().asked(submit(), deny());
        denied.when(decide(suspicious(again))).thenRefused(DECISION_SUSPECTED_DUPLICATE);
        assertThat(denied.when(decide(again)).events()).hasSize(1);
        assertThat(denied.and(reverse("R1", FILED_ON, 25_000, 10_000))
                        .when(decide(suspicious(again)))
                        .events())
                .hasSize(1);
    }

    @Test
    void another_amount_another_number_or_another_line_is_another_answer() {
        var denied = spec().asked(submit(), deny());

        assertThat(denied.when(decide(suspicious(payment("D2", DENIED_ON)))).events())
                .hasSize(1);
        assertThat(denied.when(decide(suspicious(renumbered("ICN-2")))).events())
                .hasSize(1);
    }

    @Test
    void the_refusals_stand_in_this_order() {
        var early = answer("D1", "ICN-1", SERVED_ON.minusDays(1), answered("99213", 10_000, 10_000));
        var reversal = with(early, "S", "22", DayBasis.PAYMENT);

        under(without(false, true)).given().when(decide(reversal)).thenRefused(CLAIM_UNKNOWN);
        under(without(false, true)).asked().when(decide(reversal)).thenRefused(CLAIM_UNKNOWN);
        payerUnknown(decide(reversal)).thenRefused(PAYER_UNKNOWN);
        for (var status : List.of("22", "23", "25")) {
            spec().asked(submit())
                    .when(decide(with(early, "S", status, DayBasis.PAYMENT)))
                    .thenRefused(NOT_A_DECISION);
        }
        spec().asked(submit()).when(decide(early)).thenRefused(DECISION_BEFORE_SERVICE);
        var known = spec().asked(submit(), fromFile(early));
        known.when(decide(suspicious(renamed(early, "D2")))).thenRefused(DECISION_BEFORE_SERVICE);
        known.when(fromFile(suspicious(renamed(early, "D2")))).thenRefused(DECISION_SUSPECTED_DUPLICATE);
    }

    @Test
    void a_file_is_only_warned_of_an_answer_before_the_service() {
        var early = answer("D1", "ICN-1", SERVED_ON.minusDays(1), answered("99213", 10_000, 10_000));

        var told = spec().asked(submit()).when(fromFile(early)).accepted();
        assertThat(told.events()).hasSize(1);
        assertThat(told.warnings()).containsExactly(new Refused<>(DECISION_BEFORE_SERVICE, "/decidedOn"));
    }

    @Test
    void an_answer_of_the_day_of_service_is_not_before_it() {
        var same = answer("D1", "ICN-1", SERVED_ON, answered("99213", 10_000, 10_000));

        assertThat(spec().asked(submit()).when(decide(same)).events()).hasSize(1);
    }

    private static Answering<ClaimEvent, ClaimRefusal> payerUnknown(RecordDecision command) {
        var submitted = spec().asked(submit()).state();
        return new Answering<>(ClaimDecider.decide(submitted, command, without(false, true)));
    }

    private static PayerDecision denied(ClaimEvent event) {
        return ((ClaimDenied) event).decision();
    }

    private static int version(Answering<ClaimEvent, ClaimRefusal> answering) {
        return ((ClaimApproved) answering.events().getFirst()).decision().claimVersion();
    }

    private static List<Integer> numbers(AnsweredLine... lines) {
        var event = spec().asked(submit())
                .when(decide(answer("D1", "ICN-1", DENIED_ON, lines)))
                .events()
                .getFirst();
        return ((ClaimApproved) event)
                .decision().lines().stream().map(DecisionLine::no).toList();
    }

    private static AnsweredLine controlled(String number, @Nullable String code, long cents) {
        return new AnsweredLine(
                0, number, code, List.of(), SERVED_ON, cents, cents, null, null, List.<Adjustment>of(), List.of());
    }

    private static Answer number(String key, String number, LocalDate on) {
        return answer(key, number, on, answered("99213", 10_000, 10_000), answered("87880", 15_000, 15_000));
    }

    private static Answer received(LocalDate on) {
        var it = number("P1", "ICN-1", SETTLED_ON);
        return new Answer(
                it.key(),
                null,
                it.payer(),
                it.payerSequence(),
                it.payerControlNumber(),
                it.trace(),
                it.status(),
                it.decidedOn(),
                it.dayBasis(),
                it.paidOn(),
                on,
                it.chargeCents(),
                it.paidCents(),
                null,
                null,
                true,
                it.adjustments(),
                it.remarks(),
                it.lines(),
                null,
                it.match());
    }

    private static Answer renumbered(String number) {
        return answer(
                "D2",
                number,
                DENIED_ON,
                answered("99213", 10_000, 10_000),
                answered("87880", 15_000, 0, co("197", 15_000)));
    }

    private static Answer renamed(Answer it, String key) {
        return answer(key, "ICN-1", it.decidedOn(), it.lines().toArray(AnsweredLine[]::new));
    }

    private static RecordDecision inferring(Answer answer) {
        return new RecordDecision(CLAIM, PRACTICE, answer, inference(VISIT, TEST), true, List.of(), List.of(), null);
    }

    private static RecordDecision fromFile(Answer answer) {
        return new RecordDecision(CLAIM, PRACTICE, answer, null, true, List.of(), List.of(), null);
    }

    private static RecordDecision linking(DenialLink link) {
        return new RecordDecision(
                CLAIM, PRACTICE, denial(), null, true, List.of(), List.of(), new Linked("portal", true, List.of(link)));
    }
}
