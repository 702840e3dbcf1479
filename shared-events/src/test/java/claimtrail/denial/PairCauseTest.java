package claimtrail.denial;

import static claimtrail.denial.Bill.PROVIDER_A;
import static claimtrail.denial.bill.Encounter.PAYER;
import static claimtrail.denial.bill.Encounter.claim;
import static claimtrail.denial.bill.Encounter.decision;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A denied visit beside a procedure is a missing modifier 25, whatever code says so; the reading finds it in the bill.
class PairCauseTest {

    private static final Bill BILL = Bill.of("A-1", PROVIDER_A, 10_000, 15_000).withCodes("99213", "20610");

    @ParameterizedTest(name = "{0}, answered {1}: class {2}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # lines            | answer              | class of the visit
            99213 20610        | 97 N20; paid        | MOD25
            99213 11102        | 97; paid            | MOD25
            99213 36415        | 97; paid            | BUNDLED
            99213 36415        | 97 N20; paid        | BUNDLED
            99213 71046        | 97; paid            | BUNDLED
            99213 93000        | 97; paid            | BUNDLED
            99213-25 20610     | 97; paid            | BUNDLED
            99213-24 20610     | 97 N20; paid        | BUNDLED
            99213-57 20610     | 97 N20; paid        | BUNDLED
            99213 20610        | paid; 97            | -
            99213 20610        | 97 N20; 97 N20      | BUNDLED
            99214 20610        | 150/60; paid        | LEVEL_REDUCED
            99213 20610        | 97/60 M15; paid     | MOD25
            99213              | 4                   | MODIFIER_OTHER
            99213 20610        | 4; paid             | MOD25
            99213 20610        | 0004; paid          | MOD25
            99213 20610        | 231 N519; paid      | MOD25
            99213 20610        | 197; paid           | AUTHORIZATION
            99213 20610@3      | 97 N20; paid        | BUNDLED
            G0439 20610        | 97 M80; paid        | MOD25
            99221 20610        | 97 N20; paid        | BUNDLED
            99213 99214        | 97 N20; paid        | BUNDLED
            99213 20610 11102  | 97; 97; paid        | MOD25
            """)
    void the_class_of_a_visit(String lines, String answer, @Nullable String reasonClass) {
        var stored = decision(answer, ReasonTable.dayOne());

        var read = PairCause.named(stored, () -> claim(lines));

        assertThat(classOf(read)).isEqualTo(reasonClass);
        assertThat(read.lines().getFirst().finding().deniedCents())
                .isEqualTo(stored.lines().getFirst().finding().deniedCents());
    }

    @Test
    void a_class_that_was_published_for_the_payer_stands() {
        var published = ReasonTable.dayOne()
                .with(List.of(new ReasonClassified(
                        Reason.carc("97"),
                        null,
                        null,
                        PAYER,
                        Effect.DENYING,
                        "DOCUMENTATION",
                        "documentation",
                        null,
                        LocalDate.EPOCH,
                        null)));

        var read = PairCause.named(decision("97 N20; paid", published), () -> claim("99213 20610"));

        assertThat(classOf(read)).isEqualTo("DOCUMENTATION");
    }

    @Test
    void the_stored_finding_tells_the_code_and_the_reading_the_pair() {
        var denied = BILL.answered("03-18", "0 CO-97:10000", "15000");

        var reading = ClaimReading.of(List.of(BILL.submitted("03-02"), denied));

        assertThat(classOf(Bill.decision(denied))).isEqualTo("BUNDLED");
        assertThat(opened(reading)).isEqualTo("MOD25");
        assertThat(classOf(Objects.requireNonNull(reading.payers().getFirst().standing())))
                .isEqualTo("MOD25");
    }

    @Test
    void an_answer_that_came_before_its_bill_reads_the_same() {
        var bill = BILL.submitted("03-02");
        var denied = BILL.answered("03-18", "0 CO-97:10000", "15000");

        assertThat(ClaimReading.of(List.of(BILL.inferred(null), denied, bill)).episodes())
                .isEqualTo(ClaimReading.of(List.of(bill, denied)).episodes());
    }

    @Test
    void a_bill_without_the_procedure_takes_the_class_back_that_an_earlier_version_gave() {
        var alone = Bill.of("A-1", PROVIDER_A, 10_000);
        List<ClaimEvent> facts = List.of(
                BILL.submitted("03-02"),
                alone.replaced(2, "03-10"),
                alone.answer().version(2).on("03-18").lines("0 CO-97:10000").fact());

        assertThat(opened(ClaimReading.of(facts))).isEqualTo("BUNDLED");
        assertThat(opened(ClaimReading.of(facts.reversed()))).isEqualTo("BUNDLED");
    }

    private static @Nullable String opened(ClaimReading reading) {
        return reading.episodes().getFirst().opened().finding().reasonClass();
    }

    private static @Nullable String classOf(PayerDecision decision) {
        return decision.lines().getFirst().finding().reasonClass();
    }
}
