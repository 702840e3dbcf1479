package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What the writer writes, the reader reads without a word of complaint.
class X12WriterTest {

    @Test
    void a_remittance_is_read_as_it_was_meant() throws IOException {
        var heard = Heard.of(new X12Writer().remittance(7, 60).readAllBytes());

        assertThat(heard.findings).isEmpty();
        assertThat(heard.decisions()).hasSize(60);
        for (int i = 0; i < 60; i++) {
            var decision = heard.decisions().get(i);
            assertThat(decision.accountNumber()).isEqualTo(X12Writer.accountNumber(7 + i));
            assertThat(decision.chargeCents()).isEqualTo(X12Writer.chargeCents(7 + i));
            assertThat(decision.paidCents()).isEqualTo(X12Writer.paidCents(7 + i));
            assertThat(decision.lines()).hasSize(X12Writer.lines(7 + i));
        }
    }

    @Test
    void submissions_are_read_as_they_were_meant() throws IOException {
        var heard =
                Heard.of(new X12Writer('|', '^', "\r\n").submissions(100, 60).readAllBytes());

        assertThat(heard.findings).isEmpty();
        assertThat(heard.claims()).hasSize(60);
        assertThat(heard.claims().get(9).chargeCents()).isEqualTo(X12Writer.chargeCents(109));
        assertThat(heard.claims().get(9).accountNumber()).isEqualTo(X12Writer.accountNumber(109));
    }

    @Test
    void a_submission_and_its_decision_are_the_same_claim() throws IOException {
        var claim = Heard.of(new X12Writer().submissions(10, 1).readAllBytes()).claim();
        var decision =
                Heard.of(new X12Writer().remittance(10, 1).readAllBytes()).decision();

        assertThat(decision.accountNumber()).isEqualTo(claim.accountNumber());
        assertThat(decision.chargeCents()).isEqualTo(claim.chargeCents());
        assertThat(decision.lines().getFirst().procedure())
                .isEqualTo(claim.lines().getFirst().procedure());
        assertThat(decision.lines().getFirst().serviceFrom())
                .isEqualTo(claim.lines().getFirst().serviceFrom());
    }
}
