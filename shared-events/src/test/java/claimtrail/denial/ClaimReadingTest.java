package claimtrail.denial;

import static claimtrail.denial.Bill.on;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.AppealReading.Outcome;
import claimtrail.denial.Episode.State;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A claim is read from the set of its facts, by business day and not by arrival.
class ClaimReadingTest {

    private static final UUID ORIGINAL = new UUID(9, 9);

    private final Bill one = Bill.of("K2", Bill.PROVIDER_A, 20_000);
    private final Bill two = Bill.of("K1", Bill.PROVIDER_A, 15_000, 10_000);

    private final ClaimEvent denied = one.answered("03-13", "0 CO-197:20000");
    private final ClaimEvent paid = one.answered("04-10", "16000 CO-45:4000");

    @Test
    void the_earlier_decision_is_the_first_whenever_it_arrives() {
        var reading = read(one.submitted("03-03"), paid, denied);

        assertThat(first(reading).on()).isEqualTo(on("03-13"));
        assertThat(first(reading).outcome()).isEqualTo(PayerDecision.Outcome.DENIED);
    }

    @Test
    void a_denial_stays_the_first_decision_when_it_is_taken_back() {
        var reading = read(one.submitted("03-03"), denied, one.reversed("04-10", denied), paid);

        assertThat(first(reading).outcome()).isEqualTo(PayerDecision.Outcome.DENIED);
        assertThat(reading.payer(1).orElseThrow().standing()).isEqualTo(Bill.decision(paid));
    }

    @Test
    void a_reversal_finds_its_decision_by_payer_number_and_amounts_before_it_takes_the_newest() {
        var sameDay = one.answer().on("03-13").payerNumber("P2").lines("20000").fact();
        var reading = read(one.submitted("03-03"), denied, sameDay, one.reversed("03-20", denied));

        assertThat(reading.payer(1).orElseThrow().standing()).isEqualTo(Bill.decision(sameDay));
    }

    @Test
    void a_denial_of_a_duplicate_of_a_known_original_is_no_first_decision_and_opens_nothing() {
        var duplicate = one.answer()
                .on("03-13")
                .duplicateOf(ORIGINAL)
                .lines("0 OA-18:20000")
                .fact();
        var reading = read(one.submitted("03-03"), duplicate);

        assertThat(reading.firstDecision()).isNull();
        assertThat(reading.duplicateOn()).isEqualTo(on("03-13"));
        assertThat(reading.episodes()).isEmpty();
        assertThat(read(one.submitted("03-03"), duplicate, paid).duplicateOn()).isNull();
    }

    @Test
    void a_split_claim_is_decided_with_the_part_that_completes_its_charge_and_denied_only_if_every_part_is() {
        var part1 = two.answer()
                .on("03-10")
                .payerNumber("P1")
                .lines("0 CO-97:15000")
                .fact();
        var part2 = two.answer()
                .on("03-12")
                .payerNumber("P2")
                .fromLine(2)
                .lines("8000 CO-45:2000")
                .fact();

        assertThat(read(two.submitted("03-02"), part1).firstDecision()).isNull();
        var reading = read(two.submitted("03-02"), part2, part1);
        assertThat(first(reading).on()).isEqualTo(on("03-12"));
        assertThat(first(reading).outcome()).isEqualTo(PayerDecision.Outcome.PARTLY_DENIED);
        assertThat(first(reading).chargeCents()).isEqualTo(25_000);
    }

    @Test
    void a_split_claim_whose_parts_stay_away_is_decided_after_45_days_as_soon_as_a_fact_is_that_late() {
        var part1 = two.answer().on("03-10").lines("0 CO-97:15000").fact();

        assertThat(read(two.submitted("03-02"), part1, two.appealed(1, "04-23", 1))
                        .firstDecision())
                .isNull();
        var reading = read(two.submitted("03-02"), part1, two.appealed(1, "04-24", 1));
        assertThat(first(reading).on()).isEqualTo(on("04-24"));
        assertThat(first(reading).incomplete()).isTrue();
    }

    @Test
    void the_day_of_receipt_then_the_service_day_stands_in_for_the_submission() {
        assertThat(submission(one.inferred("03-05"), denied)).isEqualTo(on("03-05"));
        assertThat(submission(
                        one.inferred(null),
                        one.answer()
                                .on("03-13")
                                .receivedOn("03-06")
                                .lines("20000")
                                .fact()))
                .isEqualTo(on("03-06"));
        assertThat(submission(one.inferred(null), denied)).isEqualTo(on("02-20"));
        assertThat(submission(denied)).isEqualTo(on("03-13"));
        assertThat(submission(one.inferred("03-05"), denied, one.submitted("03-03")))
                .isEqualTo(on("03-03"));
    }

    @Test
    void a_second_denial_of_a_line_extends_its_episode() {
        var again = one.answered("03-20", "0 CO-50:20000");
        var episode = episode(read(one.submitted("03-03"), again, denied));

        assertThat(episode.opened().on()).isEqualTo(on("03-13"));
        assertThat(episode.opened().finding().reasonClass()).isEqualTo("AUTHORIZATION");
        assertThat(episode.denials()).isEqualTo(2);
        assertThat(episode.state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_payment_of_the_payers_own_will_closes_an_episode_by_the_road_payer() {
        var episode = episode(read(one.submitted("03-03"), denied, paid));

        assertThat(episode.road()).isEqualTo(Road.PAYER);
        assertThat(episode.closedOn()).isEqualTo(on("04-10"));
        assertThat(episode.recoveredCents()).isEqualTo(16_000);
    }

    @Test
    void a_payment_of_a_later_version_closes_it_by_the_road_correction() {
        var corrected =
                one.answer().on("04-10").version(2).lines("16000 CO-45:4000").fact();
        var episode = episode(read(one.submitted("03-03"), denied, one.replaced(2, "04-01"), corrected));

        assertThat(episode.road()).isEqualTo(Road.CORRECTION);
    }

    @Test
    void money_on_the_lines_of_an_open_appeal_says_that_it_is_won() {
        var reading = read(one.submitted("03-03"), denied, one.appealed(1, "03-20", 1), paid);

        var ended = requireNonNull(reading.appeals().getFirst().ended());
        assertThat(ended.outcome()).isEqualTo(Outcome.OVERTURNED);
        assertThat(ended.basis()).isEqualTo(AnswerBasis.REMITTANCE);
        assertThat(ended.on()).isEqualTo(on("04-10"));
        assertThat(episode(reading).road()).isEqualTo(Road.APPEAL);
        assertThat(episode(reading).overturnedCents()).isEqualTo(16_000);
    }

    @Test
    void a_letter_gives_the_day_even_when_it_comes_after_the_money() {
        var reading = read(
                one.submitted("03-03"),
                denied,
                one.appealed(1, "03-20", 1),
                paid,
                one.overturned(1, "04-12", 1, 20_000, null));

        var ended = requireNonNull(reading.appeals().getFirst().ended());
        assertThat(ended.on()).isEqualTo(on("04-12"));
        assertThat(episode(reading).overturned()).hasSize(1);
        assertThat(episode(reading).road()).isEqualTo(Road.APPEAL);
    }

    @Test
    void a_letter_alone_awaits_payment() {
        var episode = episode(read(
                one.submitted("03-03"),
                denied,
                one.appealed(1, "03-20", 1),
                one.overturned(1, "04-02", 1, 20_000, null)));

        assertThat(episode.state()).isEqualTo(State.OVERTURNED);
        assertThat(episode.awaitedCents()).isEqualTo(20_000);
        assertThat(episode.recoveredCents()).isZero();
    }

    @Test
    void an_appeal_lost_leaves_the_episode_upheld_and_later_money_is_the_payers_own_will() {
        var facts = List.of(one.submitted("03-03"), denied, one.appealed(1, "03-20", 1), one.upheld(1, "04-01", 1));

        assertThat(episode(ClaimReading.of(List.copyOf(facts))).state()).isEqualTo(State.UPHELD);
        var later = new ClaimFacts(List.copyOf(facts)).with(paid).reading();
        assertThat(episode(later).road()).isEqualTo(Road.PAYER);
        assertThat(later.appeals().getFirst().isOverturned()).isFalse();
    }

    @Test
    void an_episode_opens_again_when_the_answer_that_closed_it_is_taken_back() {
        var reading = read(one.submitted("03-03"), denied, paid, one.reversed("05-01", paid));

        assertThat(reading.openEpisodes()).hasSize(1);
        assertThat(episode(reading).movements())
                .extracting(move -> move.on() + " " + move.road() + " " + move.closing())
                .containsExactly("2026-04-10 PAYER true", "2026-05-01 PAYER false");
        assertThat(episode(reading).recoveredCents()).isZero();
    }

    @Test
    void recovered_is_what_comes_above_the_payment_at_the_denial() {
        var reduced = one.answered("03-13", "8000 CO-197:12000");
        var raised = one.answered("04-10", "20000");
        var episode = episode(read(one.submitted("03-03"), reduced, one.reversed("04-10", reduced), raised));

        assertThat(episode.opened().cents()).isEqualTo(12_000);
        assertThat(episode.recoveredCents()).isEqualTo(12_000);
        assertThat(episode.recoveries()).extracting(it -> it.road()).containsOnly(Road.PAYER);
    }

    @Test
    void writing_off_and_voiding_close_an_episode_and_later_money_still_counts() {
        var writtenOff = episode(read(one.submitted("03-03"), denied, one.writtenOff("03-25", 1, 20_000), paid));
        var voided = episode(read(one.submitted("03-03"), denied, one.voided("03-26")));

        assertThat(writtenOff.road()).isEqualTo(Road.WRITTEN_OFF);
        assertThat(writtenOff.movements()).hasSize(1);
        assertThat(writtenOff.recoveredCents()).isEqualTo(16_000);
        assertThat(voided.road()).isEqualTo(Road.VOIDED);
    }

    @Test
    void writing_off_what_is_already_paid_does_nothing() {
        var reading = read(
                one.submitted("03-03"), denied, paid, one.writtenOff("04-10", 1, 20_000), one.reversed("05-01", paid));

        assertThat(episode(reading).state()).isEqualTo(State.OPEN);
        assertThat(episode(reading).movements()).extracting(it -> it.road()).containsOnly(Road.PAYER);
    }

    @Test
    void an_answer_without_lines_denies_the_claim_as_a_whole_and_answers_with_lines_speak_of_it() {
        var whole = two.answer().on("03-12").whole("0 CO-29:25000").fact();
        var cured = two.answered("04-02", "15000", "10000");
        var reading = read(two.submitted("03-02"), whole, two.appealed(1, "03-17", 1, 2), cured);

        assertThat(reading.episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.line()).isZero();
            assertThat(episode.road()).isEqualTo(Road.APPEAL);
            assertThat(episode.recoveredCents()).isEqualTo(25_000);
        });
    }

    @Test
    void each_payer_has_its_own_episode_of_a_line() {
        var second = two.answer()
                .on("04-02")
                .secondary()
                .lines("0 CO-96:15000", "0 OA-23:10000")
                .fact();
        var reading = read(two.submitted("03-02"), two.answered("03-12", "0 CO-97:15000", "8000"), second);

        assertThat(reading.episodes())
                .extracting(it -> it.line() + "/" + it.payerSequence())
                .containsExactly("1/1", "1/2");
        assertThat(first(reading).payer()).isEqualTo(Bill.PAYER);
    }

    @Test
    void what_a_person_asks_is_judged_on_the_reading_up_to_its_day() {
        var facts = new ClaimFacts(List.of(one.submitted("03-03"), paid, denied));

        assertThat(episode(facts.until(on("04-09")).reading()).isOpen()).isTrue();
        assertThat(episode(facts.reading()).isOpen()).isFalse();
    }

    private static ClaimReading read(ClaimEvent... facts) {
        return ClaimReading.of(List.of(facts));
    }

    private static FirstDecision first(ClaimReading reading) {
        return requireNonNull(reading.firstDecision());
    }

    private static Episode episode(ClaimReading reading) {
        assertThat(reading.episodes()).hasSize(1);
        return reading.episodes().getFirst();
    }

    private static LocalDate submission(ClaimEvent... facts) {
        return requireNonNull(read(facts).submission()).on();
    }
}
