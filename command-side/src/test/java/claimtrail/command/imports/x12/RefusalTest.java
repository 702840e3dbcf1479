package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CLAIM_UNBALANCED;
import static claimtrail.command.imports.x12.FindingCode.CODE_UNREADABLE;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.LINES_VS_CLAIM;
import static claimtrail.command.imports.x12.FindingCode.PATIENT_SHARE;
import static claimtrail.command.imports.x12.FindingCode.REMIT_UNBALANCED;
import static claimtrail.command.imports.x12.FindingCode.REQUIRED_MISSING;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fatal fault refuses its record and no other; a doubtful value is warned of and kept as sent.
class RefusalTest {

    @ParameterizedTest
    @CsvSource({
        "CLP*AC-2*4*80*0,CLP*AC-2*4*8O*0,AMOUNT_UNREADABLE,CLP03",
        "CLP*AC-2*4*80*0,CLP*AC-2*4*80.005*0,AMOUNT_NOT_IN_CENTS,CLP03",
        "CLP*AC-2*4*80*0,CLP*AC-2*4*80*99999999999,AMOUNT_TOO_LARGE,CLP04",
        "CLP*AC-2*4*80*0,CLP**4*80*0,DECISION_WITHOUT_CLAIM_ID,CLP01",
        "CLP*AC-2*4*80*0,CLP*AC-2**80*0,REQUIRED_MISSING,CLP02",
        "CAS*CO*31*80,CAS*CO*31*8-0,AMOUNT_UNREADABLE,CAS03",
        "NM1*QC*1*POE*BEN****MI*MBR2,DTM*232*20260231,DATE_UNREADABLE,DTM02",
        "NM1*QC*1*POE*BEN****MI*MBR2,AMT*AU*x,AMOUNT_UNREADABLE,AMT02"
    })
    void a_fatal_fault_refuses_the_decision_and_the_file_goes_on(
            String piece, String by, FindingCode code, String where) {
        var read = Samples.remittance(piece, by);
        var finding = read.finding(code);

        assertThat(finding.severity()).isEqualTo(Severity.REFUSED);
        assertThat(finding.where()).isEqualTo(where);
        assertThat(read.decisions()).extracting(RemittedClaim::accountNumber).containsExactly("AC-1", "AC-3", "AC-4");
        assertThat(read.codes()).containsExactly(code); // the sums of a payment are not judged without it
        assertThat(read.summary().refused()).isOne();
        assertThat(read.summary().stored() + read.summary().refused())
                .isEqualTo(read.summary().records());
    }

    @ParameterizedTest
    @CsvSource({
        "CLM*AC-1*300,CLM**300,REQUIRED_MISSING,CLM01",
        "CLM*AC-1*300,CLM*AC-1*3OO,AMOUNT_UNREADABLE,CLM02",
        "SV1*HC:99213:25*200,SV1**200,REQUIRED_MISSING,SV101",
        "SV1*HC:99213:25*200,SV1*HC:99213:25*2.001,AMOUNT_NOT_IN_CENTS,SV102",
        "SV1*HC:99213:25*200,SV3*AD:D0120*200,REQUIRED_MISSING,SV1",
        "D8*20260227,D8*20261327,DATE_UNREADABLE,DTP03"
    })
    void a_fatal_fault_refuses_the_claim(String piece, String by, FindingCode code, String where) {
        var read = Samples.replaced("professional.837", piece, by);

        assertThat(read.finding(code).where()).isEqualTo(where);
        assertThat(read.claims()).extracting(SubmittedClaim::accountNumber).containsExactly("AC-2");
    }

    @Test
    void a_claim_without_lines_is_refused() {
        var text = Samples.text("professional.837");
        var read = Heard.of(text.substring(0, text.indexOf("LX*1")) + text.substring(text.indexOf("HL*3")));

        assertThat(read.finding(FindingCode.CLAIM_WITHOUT_LINES).severity()).isEqualTo(Severity.REFUSED);
        assertThat(read.claims()).hasSize(1);
        assertThat(read.refusedNumbers).containsExactly("AC-1");
    }

    @ParameterizedTest
    @CsvSource({
        "CLP*AC-2*4*80,CLP*AC-2*77*80,STATUS_UNKNOWN,CLP02",
        "CAS*CO*31*80,CAS*XX*31*80,GROUP_UNKNOWN,CAS01",
        "CAS*CO*31*80,CAS*CR*31*80,GROUP_UNKNOWN,CAS01",
        "CAS*CO*31*80,CAS*CO*31X*80,CODE_UNREADABLE,CAS02",
        "CAS*CO*31*80,CAS*CO**80,CODE_UNREADABLE,CAS02",
        "CAS*CO*31*80,CAS*CO*16*80,REMARK_MISSING,CAS",
        "LQ*HE*M15,LQ*HE*Z15,CODE_UNREADABLE,LQ02",
        "REF*HPI*1245319599,REF*HPI*1245319590,NPI_CHECK_DIGIT,REF02",
        "CAS*CO*97*100*1,CAS*CO*97*100*x,AMOUNT_UNREADABLE,CAS04",
        "CLP*AC-3*22*-60*-33,CLP*AC-3*22*60*33,REVERSAL_NOT_MIRROR,CLP03",
        "TS3*1234567893*11*20261231*4,TS3*1234567893*11*20261231*5,TS_TOTALS,TS3",
        "BPR*I*287.50,BPR*I*287.49,REMIT_UNBALANCED,BPR02",
        "*11*1~\\nNM1*QC*1*ROE,*11*1~\\nDTM*036*2026~\\nNM1*QC*1*ROE,DATE_UNREADABLE,DTM02"
    })
    void what_is_doubtful_is_warned_of_and_kept(String piece, String by, FindingCode code, String where) {
        var read = Samples.remittance(piece.replace("\\n", "\n"), by.replace("\\n", "\n"));

        assertThat(read.finding(code).severity()).isEqualTo(Severity.WARNING);
        assertThat(read.finding(code).where()).isEqualTo(where);
        assertThat(read.decisions()).hasSize(4);
    }

    @Test
    void a_decision_that_does_not_balance_is_stored_with_its_difference() {
        var read = Samples.remittance("CAS*CO*31*80", "CAS*CO*31*70");

        assertThat(read.codes()).containsExactly(CLAIM_UNBALANCED);
        assertThat(read.decisions().get(1).imbalanceCents()).isEqualTo(1_000);
    }

    @Test
    void a_line_that_does_not_balance_unbalances_its_claim() {
        var read = Samples.remittance("CAS*CO*97*100*1", "CAS*CO*97*90*1");

        assertThat(read.codes()).containsExactlyInAnyOrder(FindingCode.LINE_UNBALANCED, CLAIM_UNBALANCED);
    }

    @Test
    void lines_that_do_not_add_up_are_warned_of() {
        assertThat(Samples.remittance("SVC*HC:20610*100*0", "SVC*HC:20610*110*0")
                        .codes())
                .contains(LINES_VS_CLAIM);
        assertThat(Samples.replaced("professional.837", "CLM*AC-1*300", "CLM*AC-1*301")
                        .codes())
                .containsExactly(LINES_VS_CLAIM);
    }

    @Test
    void the_patients_share_is_the_sum_of_group_pr() {
        assertThat(Samples.remittance("*120.5*20*12*", "*120.5*21*12*").codes()).containsExactly(PATIENT_SHARE);
    }

    @Test
    void a_reversal_is_not_judged_by_the_patients_share() {
        var text = "ST*835*1~BPR*H*0*C*NON************20260320~"
                + "CLP*A*22*-100*-80**12*P~CAS*PR*1*-20~PLB*1*20261231*WO*-80~SE*6*1~";

        assertThat(Heard.of(text).codes()).doesNotContain(PATIENT_SHARE, CLAIM_UNBALANCED);
        assertThat(Heard.of(text.replace("A*22*", "A*1*")).codes()).contains(PATIENT_SHARE);
    }

    @Test
    void an_unreadable_payment_amount_spoils_no_decision() {
        var read = Samples.remittance("BPR*I*287.50", "BPR*I*x");

        assertThat(read.codes()).containsExactly(FindingCode.AMOUNT_UNREADABLE);
        assertThat(read.decisions()).hasSize(4);
        assertThat(read.decision().payment().amountKnown()).isFalse();
    }

    @Test
    void a_payment_without_any_day_says_so() {
        var read = Heard.of("ST*835*1~BPR*H*0*C*NON~CLP*A*1*0*0~SE*4*1~");

        assertThat(read.finding(REQUIRED_MISSING).where()).isEqualTo("BPR16");
        assertThat(read.decision().payment().decidedOn()).isNull();
        assertThat(read.decision().payment().isNoticeOnly()).isTrue();
    }

    @Test
    void codes_are_kept_as_sent_with_leading_zeros_dropped() {
        assertThat(Samples.remittance("CAS*CO*31*80", "CAS*CO*031*80")
                        .decisions()
                        .get(1)
                        .adjustments())
                .containsExactly(new Adjustment("CO", "31", 8_000, null));
        assertThat(Samples.remittance("CAS*CO*31*80", "CAS*CO*b13*80")
                        .decisions()
                        .get(1)
                        .adjustments())
                .containsExactly(new Adjustment("CO", "B13", 8_000, null));
        assertThat(Samples.replaced("professional.837", "ABF:R42", "ABF:R").codes())
                .containsExactly(CODE_UNREADABLE);
    }

    @Test
    void warnings_are_reported_up_to_the_limit_and_counted_beyond() {
        var warned = "CLP*A*99*0*0~\n";
        var text = "ST*835*1~\nBPR*H*0*C*NON************20260319~\n" + warned.repeat(50) + "CLP**1*0*0~\nSE*54*1~\n";
        var limits = new Limits(1 << 20, 4 << 20, 200, 50, 999, 99, 10);
        var options = new X12Options(Heard.TODAY, Heard.options().charset(), limits, 64);
        var read = Heard.of(text.getBytes(options.charset()), options);

        assertThat(read.findings(FindingCode.STATUS_UNKNOWN)).hasSizeLessThanOrEqualTo(10);
        assertThat(read.summary().counts()).containsEntry(FindingCode.STATUS_UNKNOWN, 50L);
        assertThat(read.finding(FindingCode.DECISION_WITHOUT_CLAIM_ID).severity())
                .isEqualTo(Severity.REFUSED);
    }

    @Test
    void an_element_segment_or_repetition_beyond_the_limit_refuses_its_record() {
        var limits = new Limits(40, 300, 30, 5, 999, 99, 1000);
        var options = new X12Options(Heard.TODAY, Heard.options().charset(), limits, 64);
        for (var piece : Set.of(
                "CAS*CO*31*80*" + "9".repeat(41),
                "CAS*CO*31*80" + "*".repeat(40),
                "CAS*CO*31*80*1^2^3^4^5^6",
                "CAS*CO*31*80*" + "1234567890*".repeat(40))) {
            var text = Samples.text("remittance.835").replace("CAS*CO*31*80", piece);
            var read = Heard.of(text.getBytes(options.charset()), options);

            assertThat(read.finding(LIMIT_EXCEEDED).severity()).isEqualTo(Severity.REFUSED);
            assertThat(read.finding(LIMIT_EXCEEDED).where()).isEqualTo("CAS");
            assertThat(read.finding(LIMIT_EXCEEDED).length()).isEqualTo(piece.length());
            assertThat(read.decisions())
                    .extracting(RemittedClaim::accountNumber)
                    .containsExactly("AC-1", "AC-3", "AC-4");
        }
    }

    @Test
    void a_thousandth_line_and_a_hundredth_adjustment_refuse_their_claim() {
        var lines = Samples.remittance("CAS*CO*31*80", "SVC*HC:99213*0*0~\n".repeat(1000) + "CAS*CO*31*80");
        assertThat(lines.findings(LIMIT_EXCEEDED)).hasSize(1);
        assertThat(lines.decisions()).hasSize(3);

        var most = Samples.remittance("CAS*CO*31*80", "CAS*CO*31*0~\n".repeat(98) + "CAS*CO*31*80");
        assertThat(most.decisions().get(1).adjustments()).hasSize(99);
        var beyond = Samples.remittance("CAS*CO*31*80", "CAS*CO*31*0~\n".repeat(99) + "CAS*CO*31*80");
        assertThat(beyond.findings(LIMIT_EXCEEDED)).hasSize(1);
        assertThat(beyond.decisions()).hasSize(3);

        var claims = Samples.replaced(
                "professional.837", "LX*2~\n", "LX*2~\nSV1*HC:99213*0*UN*1~\n".repeat(1000) + "LX*2~\n");
        assertThat(claims.findings(LIMIT_EXCEEDED)).hasSize(1);
        assertThat(claims.claims()).hasSize(1);
    }

    @Test
    void a_refused_claim_that_was_cut_stays_refused() {
        var text = Samples.text("remittance.835").replace("CLP*AC-2*4*80", "CLP*AC-2*4*8O");
        var read = Heard.of(text.substring(0, text.indexOf("CLP*AC-3")));

        assertThat(read.held).isEmpty();
        assertThat(read.summary().refused()).isOne();
        assertThat(read.findings(TRANSACTION_CUT)).isEmpty();
        assertThat(read.codes()).doesNotContain(REMIT_UNBALANCED);
    }
}
