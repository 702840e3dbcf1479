package claimtrail.denial;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.Answered.AnsweredLine;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.Finding.Liability;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an answer denies follows from its adjustments (rule `denial/1`).
class DenialRuleTest {

    private static final UUID PAYER = new UUID(0, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @ParameterizedTest(name = "status {0}, paid {1} of 10000, {2}: {3}, line {4}, denied {5}")
    @CsvSource(nullValues = "-", textBlock = """
            # status, paid, adjustments,               outcome,       line,    denied
            1,      0,    CO-97:10000,                 DENIED,        DENIED,  10000
            2,      0,    CO-97:10000,                 DENIED,        DENIED,  10000
            19,     0,    CO-97:10000,                 DENIED,        DENIED,  10000
            77,     0,    CO-97:10000,                 DENIED,        DENIED,  10000
            -,      0,    CO-97:10000,                 DENIED,        DENIED,  10000
            1,      0,    PR-204:10000,                DENIED,        DENIED,  10000
            1,      0,    PR-1:8000 CO-45:2000,        ZERO_PAID,     CLEAR,   0
            1,      0,    CO-24:10000,                 ZERO_PAID,     CLEAR,   0
            1,      0,    PR-1:6000 CO-97:4000,        PARTLY_DENIED, DENIED,  4000
            1,      0,    CO-1:6000 CO-97:4000,        DENIED,        DENIED,  4000
            1,      6000, CO-97:4000,                  PARTLY_DENIED, REDUCED, 4000
            1,      6000, CO-45:4000,                  PAID,          CLEAR,   0
            1,      6000, CO-45:4500 CO-97:-500,       PAID,          CLEAR,   0
            1,      0,    OA-23:10000,                 ZERO_PAID,     CLEAR,   0
            1,      0,    CO-777:10000,                DENIED,        DENIED,  10000
            1,      0,    CO-097:10000,                DENIED,        DENIED,  10000
            1,      0,    CO-a2:10000,                 ZERO_PAID,     CLEAR,   0
            1,      0,    CO-97:25000,                 DENIED,        DENIED,  10000
            4,      0,    CO-31:10000,                 DENIED,        DENIED,  10000
            4,      6000, CO-45:4000,                  DENIED,        CLEAR,   0
            """)
    void an_answer_to_one_line(
            @Nullable String status, long paid, String adjustments, Outcome outcome, Result result, long denied) {
        var reading = read(answer(status, 10_000, paid, "", line(1, 10_000, paid, adjustments)));

        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.lines().getLast().finding().result()).isEqualTo(result);
        assertThat(reading.lines().getLast().finding().deniedCents()).isEqualTo(denied);
        assertThat(reading.rule()).isEqualTo("denial/1");
    }

    @Test
    void a_patient_whom_the_payer_does_not_know_is_a_denial_of_the_whole_charge_on_line_0() {
        var reading = read(answer("4", 10_000, 0, ""));

        assertThat(reading.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(reading.lines()).singleElement().satisfies(line -> {
            assertThat(line.no()).isZero();
            assertThat(line.finding().deniedCents()).isEqualTo(10_000);
            assertThat(line.finding().primary()).isNull();
            assertThat(line.finding().reasonClass()).isEqualTo("UNCLASSIFIED");
        });
    }

    @Test
    void an_inpatient_answer_without_lines_is_reduced_as_a_whole() {
        var reading = read(answer("1", 4_000_000, 800_000, "CO-197:200000 CO-45:3000000"));

        assertThat(reading.outcome()).isEqualTo(Outcome.PARTLY_DENIED);
        assertThat(reading.deniedCents()).isEqualTo(200_000);
        assertThat(reading.imbalanceCents()).isZero();
        assertThat(reading.lines()).singleElement().satisfies(line -> {
            assertThat(line.no()).isZero();
            assertThat(line.chargeCents()).isEqualTo(4_000_000);
            assertThat(line.finding().result()).isEqualTo(Result.REDUCED);
            assertThat(line.finding().reasonClass()).isEqualTo("AUTHORIZATION");
            assertThat(line.finding().liability()).isEqualTo(Liability.PROVIDER);
        });
    }

    @Test
    void a_line_that_falls_into_the_deductible_is_clear() {
        var reading = read(answer(
                "1",
                40_000,
                14_999,
                "",
                line(1, 21_514, 14_999, "CO-45:6515"),
                line(2, 18_486, 0, "PR-1:10526 CO-45:7960")));

        assertThat(reading.outcome()).isEqualTo(Outcome.PAID);
        assertThat(reading.lines())
                .allSatisfy(line -> assertThat(line.finding().result()).isEqualTo(Result.CLEAR));
    }

    @Test
    void claim_level_denials_form_line_0_beside_the_lines_and_never_exceed_what_the_lines_leave() {
        var reading =
                read(answer("1", 10_000, 0, "CO-29:6000", line(1, 6_000, 6_000, ""), line(2, 4_000, 0, "CO-97:4000")));

        assertThat(reading.lines()).extracting(line -> line.no()).containsExactly(0, 1, 2);
        assertThat(reading.lines().getFirst().finding().deniedCents()).isEqualTo(6_000);
        assertThat(reading.lines().getFirst().chargeCents()).isZero();
        assertThat(reading.lines().getFirst().paidCents()).isEqualTo(-6_000);
        assertThat(reading.deniedCents()).isEqualTo(10_000);
        assertThat(reading.reasonClass()).isEqualTo("TIMELY");
    }

    @ParameterizedTest(name = "{0}: {1}, borne by {2}")
    @CsvSource(textBlock = """
            CO-97:5000 CO-50:5000,           97,  PROVIDER
            PR-96:5000 CO-50:5000,           50,  PROVIDER
            CO-97:3000 CO-50:7000,           50,  PROVIDER
            CO-45:8000 PI-97:2000,           97,  PROVIDER
            PR-27:10000,                     27,  PATIENT
            OA-18:10000,                     18,  OTHER
            CR-97:10000,                     97,  OTHER
            """)
    void the_primary_reason_is_the_largest_then_not_the_patients_then_the_first(
            String adjustments, String code, Liability liability) {
        var finding = read(answer("1", 10_000, 0, "", line(1, 10_000, 0, adjustments)))
                .lines()
                .getFirst()
                .finding();

        assertThat(finding.primary()).isEqualTo(Reason.carc(code));
        assertThat(finding.liability()).isEqualTo(liability);
    }

    @Test
    void the_primary_reason_of_a_claim_adds_up_each_code_over_its_lines() {
        var reading = read(answer(
                "1",
                10_000,
                0,
                "",
                line(1, 4_000, 0, "CO-50:4000"),
                line(2, 3_000, 0, "CO-97:3000"),
                line(3, 3_000, 0, "CO-97:3000")));

        assertThat(reading.primary()).isEqualTo(Reason.carc("97"));
        assertThat(reading.reasonClass()).isEqualTo("BUNDLED");
    }

    @Test
    void a_word_of_the_portal_counts_by_its_class_and_a_reduction_without_reason_is_neutral() {
        var denied = new Adjustment("CO", new Reason("portal", "Missing Modifier 25"), 10_000, null);
        var reduced = new Adjustment("CO", new Reason("portal", "unexplained-reduction"), 2_000, null);

        assertThat(read(whole(0, denied)).reasonClass()).isEqualTo("MOD25");
        assertThat(read(whole(8_000, reduced)).outcome()).isEqualTo(Outcome.PAID);
    }

    @ParameterizedTest(name = "remark {0}: {1}")
    @CsvSource({"MA130, false", "N211, false", "M127, true"})
    void some_remarks_say_that_there_is_no_appeal(String remark, boolean appealable) {
        var line = new AnsweredLine(
                1, 10_000, 0, null, null, null, adjustments("CO-16:10000"), List.of(Reason.rarc(remark)));

        assertThat(read(answer("1", 10_000, 0, "", line)).appealable()).isEqualTo(appealable);
    }

    @Test
    void amounts_that_do_not_add_up_are_kept_with_their_difference() {
        var reading = read(answer("1", 10_000, 6_000, "CO-45:1000", line(1, 10_000, 6_000, "CO-97:2500")));

        assertThat(reading.imbalanceCents()).isEqualTo(500);
    }

    @ParameterizedTest(name = "status {0}: {1}")
    @CsvSource({"22, REVERSAL", "23, FORWARDED", "25, PREDETERMINATION", "1, DECISION", "4, DECISION", "21, DECISION"})
    void reversals_forwarded_answers_and_predeterminations_decide_nothing(String status, AnswerKind kind) {
        assertThat(AnswerKind.of(status)).isEqualTo(kind);
    }

    private static DenialReading read(Answered answer) {
        return DenialRule.read(answer, ReasonTable.dayOne(), DAY);
    }

    private static Answered whole(long paid, Adjustment adjustment) {
        return new Answered(PAYER, null, 10_000, paid, List.of(adjustment), List.of(), List.of());
    }

    private static Answered answer(
            @Nullable String status, long charge, long paid, String adjustments, AnsweredLine... lines) {
        return new Answered(PAYER, status, charge, paid, adjustments(adjustments), List.of(), List.of(lines));
    }

    private static AnsweredLine line(int no, long charge, long paid, String adjustments) {
        return new AnsweredLine(no, charge, paid, null, null, null, adjustments(adjustments), List.of());
    }

    /// `CO-97:10000 PR-1:500`
    private static List<Adjustment> adjustments(String text) {
        return Arrays.stream(text.split(" "))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("-|:", 3))
                .map(it -> new Adjustment(it[0], Reason.carc(it[1]), Long.parseLong(it[2]), null))
                .toList();
    }
}
