package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An 835 becomes a payment, one decision per CLP with all adjustments as sent, and the money without a claim.
class RemittanceTest {

    private final Heard heard = Samples.heard("remittance.835");

    @Test
    void a_clean_file_is_read_without_a_finding() {
        assertThat(heard.findings).isEmpty();
        assertThat(heard.summary().records()).isEqualTo(6);
        assertThat(heard.summary().stored()).isEqualTo(6);
    }

    @Test
    void the_payment_comes_first_and_names_payer_payee_and_days() {
        var payment = heard.all(PaymentHeader.class).getFirst();

        assertThat(heard.records.getFirst()).isSameAs(payment);
        assertThat(payment.amountCents()).isEqualTo(28_750);
        assertThat(payment.method()).isEqualTo("ACH");
        assertThat(payment.trace()).isEqualTo("EFT-77");
        assertThat(payment.traceOrigin()).isEqualTo("1512345678");
        assertThat(payment.paidOn()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(payment.producedOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(payment.dayBasis()).isEqualTo(DayBasis.PAYMENT);
        assertThat(payment.payer()).isEqualTo(new Party("OAK HEALTH PLAN", "XV", "00431", null, null, "OAK9"));
        assertThat(payment.payee()).isEqualTo(new Party("SOUTH CLINIC", "XX", "1234567893", "123456789", null, null));
        assertThat(payment.envelope()).isEqualTo(new Envelope("NORTHPAYER", "000000042", "7", "0007", "005010X221A1"));
    }

    @Test
    void the_day_of_the_decision_falls_back_to_production_and_envelope() {
        var produced = Samples.remittance("*98765*20260320", "*98765")
                .all(PaymentHeader.class)
                .getFirst();
        assertThat(produced.decidedOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(produced.dayBasis()).isEqualTo(DayBasis.PRODUCTION);

        var text = Samples.text("remittance.835")
                .replace("*98765*20260320", "*98765")
                .replace("DTM*405", "DTM*406");
        var enveloped = Heard.of(text).all(PaymentHeader.class).getFirst();
        assertThat(enveloped.decidedOn()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(enveloped.dayBasis()).isEqualTo(DayBasis.ENVELOPE);
    }

    @Test
    void a_decision_has_its_amounts_numbers_days_and_remarks() {
        var decision = heard.decision();

        assertThat(decision.accountNumber()).isEqualTo("AC-1");
        assertThat(decision.status()).isEqualTo("1");
        assertThat(decision.chargeCents()).isEqualTo(30_000);
        assertThat(decision.paidCents()).isEqualTo(12_050);
        assertThat(decision.patientShareCents()).isEqualTo(2_000);
        assertThat(decision.numbers().payerControlNumber()).isEqualTo("ICN-1");
        assertThat(decision.numbers().renderingNpi()).isEqualTo("1245319599");
        assertThat(decision.numbers().plan()).isEqualTo("GOLD");
        assertThat(decision.dates().receivedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(decision.amounts().interestCents()).isEqualTo(27);
        assertThat(decision.remarks()).containsExactly("MA01", "N4");
        assertThat(decision.imbalanceCents()).isZero();
    }

    @Test
    void a_line_has_its_adjustments_remarks_and_our_number() {
        var lines = heard.decision().lines();

        assertThat(lines.getFirst().procedure()).isEqualTo(new Procedure("HC", "99213", List.of("25")));
        assertThat(lines.getFirst().adjustments())
                .containsExactly(
                        new Adjustment("CO", "45", 4_950, null),
                        new Adjustment("CO", "253", 1_000, null),
                        new Adjustment("PR", "3", 2_000, null));
        assertThat(lines.getFirst().controlNumber()).isEqualTo("L1");
        assertThat(lines.getFirst().policyId()).isEqualTo("POL-9");
        assertThat(lines.getFirst().allowedCents()).isEqualTo(14_050);
        assertThat(lines.getLast().adjustments()).containsExactly(new Adjustment("CO", "97", 10_000, BigDecimal.ONE));
        assertThat(lines.getLast().remarks()).containsExactly("N20", "M15");
        assertThat(lines.getLast().isRecoded()).isTrue();
        assertThat(lines.getLast().serviceTo()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void reversal_crossover_and_patient_unknown_are_kept_as_sent() {
        assertThat(heard.decisions()).extracting(RemittedClaim::status).containsExactly("1", "4", "22", "2");
        assertThat(heard.decisions().get(2).isReversal()).isTrue();
        assertThat(heard.decisions().get(2).paidCents()).isEqualTo(-3_300);
        assertThat(heard.decisions().get(3).numbers().crossoverPayer())
                .isEqualTo(Party.of("ELM MUTUAL", "PI", "77001"));
        assertThat(heard.decisions().get(3).numbers().drg()).isEqualTo("470");
        assertThat(heard.decisions().get(3).remarks()).containsExactly("MA02");
        assertThat(heard.decisions().get(3).amounts().coveredDays()).isEqualTo(BigDecimal.valueOf(4));
    }

    @Test
    void money_without_a_claim_is_one_record_per_pair() {
        assertThat(heard.all(ProviderAdjustment.class))
                .extracting(ProviderAdjustment::reason, ProviderAdjustment::reference, ProviderAdjustment::cents)
                .containsExactly(tuple("WO", "ICN-9", 1_500L), tuple("L6", null, -500L));
    }

    @Test
    void the_place_of_a_record_is_its_bytes() {
        var text = Samples.text("remittance.835");
        var place = heard.decisions().get(1).place();

        assertThat(text.substring((int) place.from(), (int) place.to()))
                .startsWith("CLP*AC-2*4")
                .endsWith("CAS*CO*31*80");
        assertThat(place.transaction()).isEqualTo(1);
    }

    @Test
    void version_4010_is_read_with_its_short_dates_and_its_group() {
        var old = Samples.heard("version-4010.835");

        assertThat(old.codes()).containsExactly(FindingCode.VERSION_4010);
        assertThat(old.decision().adjustments()).containsExactly(new Adjustment("CR", "45", 3_000, null));
        assertThat(old.decision().payment().decidedOn()).isEqualTo(LocalDate.of(2005, 4, 12));
        assertThat(old.decision().dates().statementFrom()).isEqualTo(LocalDate.of(2005, 3, 1));
    }

    @Test
    void nothing_of_a_patient_is_in_the_text_of_a_record() {
        assertThat(heard.records.toString()).doesNotContain("ROE", "ANN", "MBR1", "BENJAMIN");
        assertThat(heard.decision().patient().person())
                .extracting(it -> it.lastName())
                .isEqualTo("ROE");
    }
}
