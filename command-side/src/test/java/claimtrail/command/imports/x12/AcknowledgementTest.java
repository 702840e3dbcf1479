package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A 277CA accepts, rejects or reports, claim by claim; a rejection is not a denial.
class AcknowledgementTest {

    private final Heard heard = Samples.heard("acknowledgement.277");

    @Test
    void each_claim_is_accepted_rejected_or_reported() {
        assertThat(heard.findings).isEmpty();
        assertThat(heard.acknowledgements())
                .extracting(Acknowledgement::accountNumber)
                .containsExactly("AC-1", "AC-2", "AC-3");
        assertThat(heard.acknowledgements())
                .extracting(Acknowledgement::outcome)
                .containsExactly(
                        AcknowledgementOutcome.ACCEPTED,
                        AcknowledgementOutcome.REJECTED,
                        AcknowledgementOutcome.REPORTED);
    }

    @Test
    void the_payers_number_is_heard_for_the_first_time() {
        var accepted = heard.acknowledgements().getFirst();

        assertThat(accepted.payerControlNumber()).isEqualTo("ICN-1");
        assertThat(accepted.clearinghouseNumber()).isEqualTo("CH-1");
        assertThat(accepted.serviceFrom()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(accepted.byPayer()).isFalse();
        assertThat(accepted.statuses())
                .containsExactly(new ClaimStatus(
                        List.of(new StatusCode("A2", "20", "PR")), LocalDate.of(2026, 3, 2), "WQ", 30_000L));
    }

    @Test
    void further_codes_and_lines_are_kept() {
        var rejected = heard.acknowledgements().get(1);

        assertThat(rejected.statuses().getFirst().codes())
                .containsExactly(new StatusCode("A7", "562", "85"), new StatusCode("A8", "21", null));
        assertThat(rejected.lines().getFirst().controlNumber()).isEqualTo("L1");
        assertThat(rejected.lines().getFirst().statuses()).hasSize(1);
        assertThat(rejected.serviceTo()).isEqualTo(LocalDate.of(2026, 2, 2));
    }

    @Test
    void totals_that_do_not_fit_are_warned_of() {
        assertThat(Samples.replaced("acknowledgement.277", "QTY*QC*2", "QTY*QC*3")
                        .codes())
                .containsExactly(FindingCode.TOTALS_277);
        assertThat(Samples.replaced("acknowledgement.277", "QTY*AA*2", "QTY*AA*1")
                        .codes())
                .containsExactly(FindingCode.TOTALS_277);
        assertThat(FindingCode.TOTALS_277.code()).isEqualTo("277_TOTALS");
    }

    @Test
    void an_answer_to_a_status_inquiry_is_not_ours() {
        var text = Samples.text("acknowledgement.277")
                .replace("X214", "X212")
                .replace("BHT*0085", "BHT*0010")
                .replace("STC*A", "STC*F");
        var read = Heard.of(text);

        assertThat(read.codes()).containsExactly(FindingCode.NOT_RECOGNISED);
        assertThat(read.acknowledgements()).isEmpty();
    }

    @Test
    void a_claim_without_number_or_status_is_refused() {
        var unnamed = Samples.replaced("acknowledgement.277", "TRN*2*AC-1", "TRN*2*");
        assertThat(unnamed.finding(FindingCode.REQUIRED_MISSING).where()).isEqualTo("TRN02");
        assertThat(unnamed.acknowledgements()).hasSize(2);

        var silent = Samples.replaced("acknowledgement.277", "STC*A4:35*20260302*WQ~\n", "");
        assertThat(silent.finding(FindingCode.REQUIRED_MISSING).where()).isEqualTo("STC01");
        assertThat(silent.summary().refused()).isOne();
    }
}
