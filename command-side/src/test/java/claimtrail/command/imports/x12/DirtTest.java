package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CASE_FOLDED;
import static claimtrail.command.imports.x12.FindingCode.COMPONENT_SEPARATOR_DIFFERS;
import static claimtrail.command.imports.x12.FindingCode.CONTROL_COUNT;
import static claimtrail.command.imports.x12.FindingCode.CONTROL_NUMBER;
import static claimtrail.command.imports.x12.FindingCode.ENCODING_UNSUPPORTED;
import static claimtrail.command.imports.x12.FindingCode.ENVELOPE_MISSING;
import static claimtrail.command.imports.x12.FindingCode.ID_REUSED;
import static claimtrail.command.imports.x12.FindingCode.ISA_COLLAPSED;
import static claimtrail.command.imports.x12.FindingCode.NOT_RECOGNISED;
import static claimtrail.command.imports.x12.FindingCode.PADDING;
import static claimtrail.command.imports.x12.FindingCode.SEGMENT_SHORT;
import static claimtrail.command.imports.x12.FindingCode.SEGMENT_UNKNOWN;
import static claimtrail.command.imports.x12.FindingCode.TAG_INVALID;
import static claimtrail.command.imports.x12.FindingCode.TERMINATOR_MISSING;
import static claimtrail.command.imports.x12.FindingCode.TRANSACTION_CUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files are dirty: what can be read is read, and the report says what was met.
class DirtTest {

    private static final String TEXT = Samples.text("remittance.835");
    private final Heard clean = Samples.heard("remittance.835");

    @ParameterizedTest
    @ValueSource(strings = {"~", "~\r\n", "\n", "\r\n", "\r", "'", "\u001C", "|\n"})
    void any_byte_may_end_a_segment(String terminator) {
        var read = Heard.of(TEXT.replace("~\n", terminator));

        assertThat(read.findings).isEmpty();
        assertSameDecisions(read);
    }

    @ParameterizedTest
    @CsvSource({"|,>", "!,<", "'\u001D','\u001F'", "'\t',:", "*,|"})
    void any_byte_may_separate_elements_and_components(char element, char component) {
        var read = Heard.of(TEXT.replace('*', element).replace(':', component));

        assertThat(read.findings).isEmpty();
        assertSameDecisions(read);
    }

    @Test
    void a_mark_blank_lines_spaces_and_text_behind_the_end_are_padding() {
        var read = Heard.of("\u00EF\u00BB\u00BF\n\n" + TEXT.replace("GE*1", "  \n\nGE*1") + "END OF FILE\n\u001A");

        assertThat(read.codes()).containsExactly(PADDING);
        assertThat(read.finding(PADDING).byteOffset()).isZero();
        assertThat(read.finding(PADDING).length()).isEqualTo(3 + 1 + 4 + 11 + 1);
        assertSameDecisions(read);
    }

    @Test
    void interchanges_with_other_separators_follow_each_other() {
        var other = Samples.text("professional.837")
                .replace('*', '|')
                .replace(':', '>')
                .replace("~\n", "\r\n");
        var read = Heard.of(TEXT + "\n" + other + TEXT.replace("~\n", "'"));

        assertThat(read.codes()).containsExactly(PADDING);
        assertThat(read.decisions()).hasSize(8);
        assertThat(read.claims()).hasSize(2);
        assertThat(read.claim().lines().getFirst().procedure()).isEqualTo(new Procedure("HC", "99213", List.of("25")));
        assertThat(read.claim().place().transaction()).isEqualTo(2);
    }

    @Test
    void a_forgotten_last_terminator_does_not_swallow_the_next_interchange() {
        var read = Heard.of(TEXT.strip().replaceAll("~$", "\n") + TEXT);

        assertThat(read.codes()).containsExactly(TERMINATOR_MISSING);
        assertThat(read.decisions()).hasSize(8);
    }

    @Test
    void without_an_envelope_the_set_is_read() {
        var read = Heard.of(TEXT.substring(TEXT.indexOf("ST*"), TEXT.indexOf("GE*")));

        assertThat(read.codes()).containsExactly(ENVELOPE_MISSING);
        assertThat(read.findings).extracting(Finding::where).containsExactly("GS", "ISA");
        assertThat(read.decision().lines()).isEqualTo(clean.decision().lines());
        assertThat(read.decision().payment().dayBasis()).isEqualTo(DayBasis.PAYMENT);
    }

    @ParameterizedTest
    @CsvSource({"GE*,GE", "IEA*,IEA", "GS*,GS"})
    void a_missing_piece_of_the_envelope_is_named(String segment, String missing) {
        var read = Heard.of(TEXT.replaceAll("(?m)^" + segment.replace("*", "\\*") + "[^~]*~\n", ""));

        assertThat(read.findings(ENVELOPE_MISSING)).extracting(Finding::where).contains(missing);
        assertThat(read.decisions()).hasSize(4);
    }

    @Test
    void an_isa_that_is_not_padded_is_read() {
        var read = Heard.of(TEXT.replaceAll(" +\\*", "*"));

        assertThat(read.codes()).containsExactly(ISA_COLLAPSED);
        assertSameDecisions(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~\n", "\n", "'"})
    void an_isa_that_is_cut_short_still_tells_its_separators(String terminator) {
        var read = Heard.of(
                TEXT.replaceAll("\\*SOUTHCLINIC[^~]*~", "*SOUTHCLINIC~").replace("~\n", terminator));

        assertThat(read.codes()).containsExactly(SEGMENT_SHORT);
        assertThat(read.decisions()).hasSize(4);
        assertThat(read.decision().lines()).isEqualTo(clean.decision().lines());
    }

    @Test
    void a_last_segment_without_terminator_counts_when_it_closes_something() {
        assertThat(Heard.of(TEXT.strip().replaceAll("~$", "")).codes()).containsExactly(TERMINATOR_MISSING);
    }

    @Test
    void a_last_segment_without_terminator_counts_when_it_has_what_it_needs() {
        var whole = Heard.of(TEXT.substring(0, TEXT.indexOf("~\nCLP*AC-3")));
        assertThat(whole.codes()).containsExactlyInAnyOrder(TERMINATOR_MISSING, TRANSACTION_CUT, ENVELOPE_MISSING);
        assertThat(held(whole).adjustments()).hasSize(1);

        var part = Heard.of(TEXT.substring(0, TEXT.indexOf("*80~\nCLP*AC-3")));
        assertThat(held(part).adjustments()).isEmpty();
    }

    @Test
    void a_wrong_declared_component_separator_is_corrected() {
        var read = Heard.of(TEXT.replace("*T*:~", "*T*!~"));

        assertThat(read.codes()).containsExactly(COMPONENT_SEPARATOR_DIFFERS);
        assertThat(read.decision().lines()).isEqualTo(clean.decision().lines());
        var claims = Heard.of(Samples.text("professional.837").replace("*T*:~", "*T*!~"));
        assertThat(claims.codes()).containsExactly(COMPONENT_SEPARATOR_DIFFERS);
        assertThat(claims.claims().getLast().frequency()).isEqualTo("7");
    }

    @Test
    void wrong_counts_and_control_numbers_are_warned_of() {
        var read = Heard.of(TEXT.replaceAll("SE\\*\\d+\\*0007", "SE*9*0008").replace("GE*1*7", "GE*2*8"));

        assertThat(read.codes()).containsExactlyInAnyOrder(CONTROL_COUNT, CONTROL_NUMBER);
        assertThat(read.findings(CONTROL_COUNT)).extracting(Finding::where).containsExactly("SE01", "GE01");
        assertSameDecisions(read);
    }

    @Test
    void a_short_decision_is_kept_out_of_money_figures() {
        var read = Samples.remittance("CLP*AC-2*4*80*0**12*ICN-2~", "CLP*AC-2*4~");

        assertThat(read.finding(SEGMENT_SHORT).where()).isEqualTo("CLP03");
        assertThat(read.decisions().get(1).amountsKnown()).isFalse();
        assertThat(read.decisions().get(1).chargeCents()).isZero();
        assertThat(read.decision().amountsKnown()).isTrue();
    }

    @Test
    void an_adjustment_without_amount_is_kept_without_money() {
        var read = Samples.remittance("CAS*CO*31*80", "CAS*CO*31");

        assertThat(read.codes()).containsExactly(SEGMENT_SHORT);
        assertThat(read.decisions().get(1).adjustments()).containsExactly(new Adjustment("CO", "31", 0, null));
        assertThat(read.decisions().get(1).amountsKnown()).isFalse();
    }

    @Test
    void unknown_segments_are_counted_by_tag_and_reported_once() {
        var read = Samples.remittance("AMT*AU*290~\n", "AMT*AU*290~\nZZ9*SECRET~\nZZ9*SECRET~\nQQ*1~\n");

        assertThat(read.findings(SEGMENT_UNKNOWN)).hasSize(2);
        assertThat(read.summary().unknownTags()).containsEntry("ZZ9", 2L).containsEntry("QQ", 1L);
        assertThat(read.findings.toString()).doesNotContain("SECRET");
        assertThat(read.decisions()).hasSize(4);
    }

    @Test
    void a_segment_without_a_tag_is_reported_and_passed_over() {
        var read = Samples.remittance("AMT*AU*290~\n", "AMT*AU*290~\n?!*1~\nTOOLONG*1~\n");

        assertThat(read.findings(TAG_INVALID)).hasSize(2);
        assertThat(read.decisions()).hasSize(4);
    }

    @Test
    void extra_elements_are_passed_over() {
        var read = Samples.remittance("AMT*AU*290", "AMT*AU*290*1*2*3*4");

        assertThat(read.findings).isEmpty();
    }

    @Test
    void lower_case_and_padded_codes_are_folded() {
        var text = TEXT.replace("CAS*CO*97", "cas* co *97")
                .replace("LQ*HE", "LQ*he")
                .replace("NM1*QC*1*ZOE", "NM1*qc *1*ZOE");
        var read = Heard.of(text);

        assertThat(read.codes()).containsExactly(CASE_FOLDED);
        assertSameDecisions(read);
    }

    @Test
    void lines_wrapped_at_80_columns_are_joined() {
        var plain = TEXT.replace("\n", "");
        var read = Heard.of(plain.replaceAll("(.{80})", "$1\r\n"));

        assertThat(read.findings).isEmpty();
        assertThat(read.decisions()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(read.decisions().get(i).fingerprint())
                    .isEqualTo(clean.decisions().get(i).fingerprint());
        }
    }

    @Test
    void a_finding_in_a_wrapped_segment_points_at_its_bytes() {
        var text = TEXT.replace("CLP*AC-2*4*80*0**", "CLP*AC\r\n-2*4*8x\r\n0*0**");
        var finding = Heard.of(text).finding(FindingCode.AMOUNT_UNREADABLE);

        assertThat(finding.byteOffset()).isEqualTo(text.indexOf("8x\r\n"));
    }

    @Test
    void a_set_without_its_end_holds_the_claim_that_was_open() {
        var read = Heard.of(TEXT.replaceAll("(?m)^PLB[^~]*~\n", "").replaceAll("(?m)^SE[^~]*~\n", ""));

        assertThat(read.codes()).containsExactly(TRANSACTION_CUT);
        assertThat(read.decisions()).extracting(RemittedClaim::accountNumber).containsExactly("AC-1", "AC-2", "AC-3");
        assertThat(held(read).accountNumber()).isEqualTo("AC-4");
        assertThat(read.finding(TRANSACTION_CUT).severity()).isEqualTo(Severity.HELD);
        assertThat(read.summary().held()).isOne();
        assertThat(read.all(TransactionSet.class).getFirst().cut()).isTrue();
    }

    @Test
    void a_new_set_always_starts_afresh() {
        var half = TEXT.substring(0, TEXT.indexOf("CLP*AC-3"));
        var read = Heard.of(half + TEXT.substring(TEXT.indexOf("ST*")));

        assertThat(read.finding(TRANSACTION_CUT).severity()).isEqualTo(Severity.HELD);
        assertThat(read.decisions()).hasSize(5);
    }

    @Test
    void utf_16_is_refused() {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var read = Heard.of(TEXT.getBytes(charset));
            assertThat(read.codes()).containsExactly(ENCODING_UNSUPPORTED);
            assertThat(read.records).isEmpty();
        }
    }

    @Test
    void bytes_are_iso_8859_1_unless_the_file_is_utf_8() {
        var latin = TEXT.replace("POE*BEN~", "M\u00DCLLER*BEN~").replace("POE*BEN*", "M\u00DCLLER*BEN*");
        var name = Objects.requireNonNull(
                Heard.of(latin).decisions().get(1).patient().person());
        assertThat(name.lastName()).isEqualTo("M\u00DCLLER");

        var bytes = latin.getBytes(StandardCharsets.UTF_8);
        var read = Heard.of(bytes, Heard.options().in(StandardCharsets.UTF_8));
        assertThat(Objects.requireNonNull(read.decisions().get(1).patient().person())
                        .lastName())
                .isEqualTo("M\u00DCLLER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "hello", "ISA", "ISA*00*", "{\"a\":1}", "a,b,c\n1,2,3\n", "GS*HP~GE*1~", "~~~"})
    void what_is_no_claim_file_is_not_recognised(String text) {
        var read = Heard.of(text);

        assertThat(read.codes()).contains(NOT_RECOGNISED);
        assertThat(read.records).isEmpty();
    }

    @Test
    void a_set_of_another_kind_is_refused_and_passed_over() {
        var read = Samples.remittance("ST*835*", "ST*999*");

        assertThat(read.codes()).containsExactly(NOT_RECOGNISED);
        assertThat(read.decisions()).isEmpty();
    }

    @Test
    void a_number_on_a_hundred_claims_is_reported_once() {
        var decision = "CLP*XXX*1*0*0~\n";
        var read = Heard.of("ST*835*1~\nBPR*H*0*C*NON~\nDTM*405*20260319~\n" + decision.repeat(250) + "SE*254*1~\n");

        assertThat(read.decisions()).hasSize(250);
        assertThat(read.findings(ID_REUSED)).hasSize(1);
    }

    private static RemittedClaim held(Heard read) {
        return (RemittedClaim) read.held.getFirst();
    }

    private void assertSameDecisions(Heard read) {
        assertThat(read.decisions()).hasSameSizeAs(clean.decisions());
        for (int i = 0; i < clean.decisions().size(); i++) {
            var before = clean.decisions().get(i);
            var after = read.decisions().get(i);
            assertThat(after.lines()).isEqualTo(before.lines());
            assertThat(after.adjustments()).isEqualTo(before.adjustments());
            assertThat(after.numbers()).isEqualTo(before.numbers());
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        }
    }
}
