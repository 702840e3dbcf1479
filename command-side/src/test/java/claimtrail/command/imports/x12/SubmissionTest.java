package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// An 837 becomes claims; who stands above a claim is the last one named, and other payers' results stay apart.
class SubmissionTest {

    private final Heard heard = Samples.heard("professional.837");

    @Test
    void a_clean_file_is_read_without_a_finding() {
        assertThat(heard.findings).isEmpty();
        assertThat(heard.claims()).hasSize(2);
    }

    @Test
    void a_claim_has_its_practice_payer_numbers_and_diagnoses() {
        var claim = heard.claim();

        assertThat(claim.accountNumber()).isEqualTo("AC-1");
        assertThat(claim.chargeCents()).isEqualTo(30_000);
        assertThat(claim.facility()).isEqualTo("11");
        assertThat(claim.kind()).isEqualTo(SubmissionKind.ORIGINAL);
        assertThat(claim.payerSequence()).isEqualTo("P");
        assertThat(claim.payerClass()).isEqualTo("CI");
        assertThat(claim.parties().billing())
                .isEqualTo(new Party("SOUTH CLINIC", "XX", "1234567893", "123456789", "207Q00000X", null));
        assertThat(claim.parties().payer()).isEqualTo(Party.of("OAK HEALTH PLAN", "PI", "00431"));
        assertThat(claim.parties().referring()).isEqualTo(Party.of("RAY", "XX", "1679576722"));
        assertThat(claim.numbers()).isEqualTo(new ClaimNumbers(null, "AUTH7", null, "CH-1", "ATT1"));
        assertThat(claim.diagnoses()).containsExactly(new Diagnosis("ABK", "E119"), new Diagnosis("ABF", "R42"));
        assertThat(claim.dates().onsetOn()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(claim.patient().note()).isEqualTo("SEEN TWICE");
    }

    @Test
    void a_line_has_its_code_units_pointers_and_a_clinician_of_its_own() {
        var lines = heard.claim().lines();

        assertThat(lines.getFirst().procedure()).isEqualTo(new Procedure("HC", "99213", List.of("25")));
        assertThat(lines.getFirst().pointers()).containsExactly(1, 2);
        assertThat(lines.getFirst().units()).isEqualTo(BigDecimal.ONE);
        assertThat(lines.getFirst().renderingNpi()).isNull();
        assertThat(lines.getLast().renderingNpi()).isEqualTo("1679576722");
        assertThat(lines.getLast().place()).isEqualTo("12");
        assertThat(lines.getLast().serviceTo()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void a_replacement_names_what_it_replaces() {
        assertThat(heard.claims().getLast().kind()).isEqualTo(SubmissionKind.REPLACEMENT);
        assertThat(heard.claims().getLast().numbers().payerControlNumber()).isEqualTo("ICN-2");
    }

    @Test
    void another_payers_result_is_kept_apart_and_its_insured_is_not_ours() {
        var claim = heard.claims().getLast();
        var prior = claim.priorPayers().getFirst();

        assertThat(prior.paidCents()).isEqualTo(5_000);
        assertThat(prior.payer()).isEqualTo(Party.of("OAK HEALTH PLAN", "PI", "00431"));
        assertThat(prior.adjustments())
                .containsExactly(new Adjustment("CO", "45", 1_000, null), new Adjustment("PR", "1", 2_000, null));
        assertThat(Objects.requireNonNull(prior.insured()).firstName()).isEqualTo("ADA");
        assertThat(claim.parties().payer()).isEqualTo(Party.of("ELM MUTUAL", "PI", "77001"));
        assertThat(Objects.requireNonNull(claim.patient().person()).firstName()).isEqualTo("BEN");
        assertThat(Objects.requireNonNull(claim.patient().insured()).firstName())
                .isEqualTo("EVE");
        assertThat(claim.lines().getFirst().priorPayers().getFirst().paidCents())
                .isEqualTo(5_000);
    }

    @Test
    void the_insured_is_the_patient_when_no_other_is_named() {
        var person = Objects.requireNonNull(heard.claim().patient().person());

        assertThat(person.lastName()).isEqualTo("ROE");
        assertThat(person.bornOn()).isEqualTo(LocalDate.of(1970, 2, 3));
        assertThat(person.address()).isEqualTo("5 ELM ST\nAUSTIN\nTX\n78703");
    }

    @Test
    void loops_are_not_required() {
        var flat = Samples.text("professional.837").replaceAll("HL\\*[^~]*~\n", "");
        var read = Heard.of(flat);

        assertThat(read.codes()).containsExactly(FindingCode.CONTROL_COUNT);
        assertThat(read.claims()).hasSize(2);
        assertThat(read.claims().getFirst().parties()).isEqualTo(heard.claim().parties());
        assertThat(Objects.requireNonNull(read.claims().getLast().patient().person())
                        .firstName())
                .isEqualTo("BEN");
    }

    @Test
    void a_new_insured_forgets_the_patient_and_payer_before() {
        var line = "LX*1~SV1*HC:99213*10*UN*1~";
        var read = Heard.of("ST*837*1*005010X222A1~NM1*85*2*CLINIC~NM1*IL*1*POE*EVE~NM1*PR*2*ELM~NM1*QC*1*POE*BEN~"
                + "CLM*A*10***11:B:1~" + line + "NM1*IL*1*ROE*ANN~CLM*B*10***11:B:1~" + line + "SE*12*1~");
        var second = read.claims().getLast();

        assertThat(Objects.requireNonNull(read.claim().patient().person()).firstName())
                .isEqualTo("BEN");
        assertThat(Objects.requireNonNull(second.patient().person()).firstName())
                .isEqualTo("ANN");
        assertThat(second.parties().payer()).isNull();
        assertThat(second.parties().billing()).isNotNull();
    }

    @Test
    void an_institutional_claim_has_revenue_codes_and_a_bill_type() {
        var read = Samples.heard("institutional.837");
        var claim = read.claim();

        assertThat(read.findings).isEmpty();
        assertThat(claim.institutional()).isTrue();
        assertThat(claim.isEncounter()).isTrue();
        assertThat(claim.facility()).isEqualTo("11");
        assertThat(claim.dates().statementTo()).isEqualTo(LocalDate.of(2026, 1, 9));
        assertThat(claim.dates().admittedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(claim.diagnoses()).containsExactly(new Diagnosis("ABK", "I639"));
        assertThat(claim.lines().getFirst().procedure()).isNull();
        assertThat(claim.lines().getFirst().revenueCode()).isEqualTo("0120");
        assertThat(claim.lines().getLast().procedure()).isEqualTo(new Procedure("HC", "99285", List.of()));
        assertThat(claim.parties().attending()).isEqualTo(Party.of("LEE", "XX", "1245319599"));
    }

    @Test
    void frequency_6_is_read_as_7_with_a_warning() {
        var read = Samples.replaced("professional.837", "11:B:7", "11:B:6");

        assertThat(read.claims().getLast().kind()).isEqualTo(SubmissionKind.REPLACEMENT);
        assertThat(read.finding(FindingCode.CODE_UNREADABLE).where()).isEqualTo("CLM05");
    }
}
