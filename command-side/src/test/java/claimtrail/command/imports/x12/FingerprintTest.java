package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A transaction set is recognised whatever its envelope, separators and line ends; a changed value makes another one.
class FingerprintTest {

    static final List<String> SAMPLES = Samples.ALL;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_rewrapped_or_renumbered_resend_is_the_same_set(String sample) throws IOException {
        var text = Samples.text(sample);
        var first = sets(text);

        assertThat(first).hasSize(1);
        assertThat(sets(text.replace("~\n", "\r\n"))).isEqualTo(first);
        assertThat(sets(text.replace('*', '|').replace(':', '>'))).isEqualTo(first);
        assertThat(sets(text.replace("0007", "9999").replace("000000042", "000000043")))
                .isEqualTo(first);
        assertThat(sets(text.replace("\n", "").replaceAll("(.{80})", "$1\r\n"))).isEqualTo(first);
        assertThat(sets(text.replaceAll("SE\\*\\d+", "SE*1"))).isEqualTo(first);
        assertThat(sets(text.replace("NM1*QC*1", "nm1* QC *1").replaceAll("(?m)^(REF[^~]*|TRN[^~]*)~$", "$1***~")))
                .isEqualTo(first);
        assertThat(sets(text.substring(text.indexOf("ST*"), text.indexOf("GE*"))))
                .isEqualTo(first);
    }

    @Test
    void another_repetition_separator_makes_no_other_set() throws IOException {
        var text = Samples.text("remittance.835").replace("EFT-77", "EFT^77");
        assertThat(text).contains("*^*00501");

        assertThat(sets(text.replace('^', '!'))).isEqualTo(sets(text));
        assertThat(sets(text.replace("EFT^77", "EFT!77"))).isNotEqualTo(sets(text));
    }

    @Test
    void any_other_value_makes_another_set() throws IOException {
        var text = Samples.text("remittance.835");

        assertThat(sets(text.replace("CAS*CO*31*80", "CAS*CO*31*81"))).isNotEqualTo(sets(text));
        assertThat(sets(text.replace("EFT-77", "EFT-78"))).isNotEqualTo(sets(text));
        assertThat(sets(text.replace("HC:99213:25", "HC:99213::25"))).isNotEqualTo(sets(text));
    }

    @Test
    void each_set_of_a_file_is_handed_on_with_its_number() throws IOException {
        var text = Samples.text("remittance.835");
        var found = new ArrayList<SurveyedSet>();
        var half = text.substring(0, text.indexOf("CLP*AC-3"));
        survey(text + Samples.text("professional.837") + half, found);

        assertThat(found).extracting(SurveyedSet::number).containsExactly(1, 2, 3);
        assertThat(found).extracting(SurveyedSet::type).containsExactly("835", "837", "835");
        assertThat(found).extracting(SurveyedSet::cut).containsExactly(false, false, true);
        assertThat(found.getFirst().firstSegment()).isEqualTo(3);
    }

    @Test
    void the_survey_knows_the_file_and_its_encoding() throws IOException {
        var text = Samples.text("remittance.835");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var survey = survey(text, new ArrayList<>());

        assertThat(survey.bytes()).isEqualTo(bytes.length);
        assertThat(survey.sha256()).isEqualTo(ClaimFingerprint.sha256().digest(bytes));
        assertThat(survey.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(charset("M\u00FCller \u20AC \uD83D\uDE00".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(StandardCharsets.UTF_8);
        assertThat(charset("M\u00FCller".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(charset(new byte[] {(byte) 0xC0, (byte) 0x80})).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(charset(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(charset(new byte[] {(byte) 0xE2, (byte) 0x82})).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_content_of_a_decision_is_the_same_in_another_spelling() {
        var clean = Samples.heard("remittance.835").decision();
        var spelt = Samples.remittance("SVC*HC:20610*100*0*", "SVC*HC:20610*100.00*.00*")
                .decision();
        var other = Samples.remittance("LQ*HE*N20", "LQ*HE*N21").decision();

        assertThat(spelt.fingerprint()).isEqualTo(clean.fingerprint());
        assertThat(other.fingerprint()).isNotEqualTo(clean.fingerprint());
    }

    @Test
    void the_content_of_a_claim_is_the_same_under_another_number() {
        var clean = Samples.heard("professional.837").claim();
        var other =
                Samples.replaced("professional.837", "CLM*AC-1*", "CLM*AC-9*").claim();
        var changed = Samples.replaced("professional.837", "HC:99213:25", "HC:99214:25")
                .claim();

        assertThat(other.fingerprint()).isEqualTo(clean.fingerprint());
        assertThat(changed.fingerprint()).isNotEqualTo(clean.fingerprint());
    }

    @Test
    void a_reversal_mirrors_what_it_takes_back() {
        var text = "ST*835*1~BPR*I*0*C*ACH************20260320~"
                + "CLP*A*1*100*60**12*P~CAS*CO*45*40~CLP*A*22*-100*-60**12*P~CAS*CO*45*-40~CLP*A*22*-90*-60**12*P~";
        var decisions = Heard.of(text + "PLB*1*20261231*WO*0~SE*9*1~").decisions();

        assertThat(decisions.get(1).mirrors(decisions.getFirst())).isTrue();
        assertThat(decisions.get(2).mirrors(decisions.getFirst())).isFalse();
    }

    private static java.nio.charset.Charset charset(byte[] bytes) {
        var encoding = new TextEncoding();
        for (int i = 0; i < bytes.length; i++) {
            encoding.add(bytes, i, i + 1);
        }
        return encoding.charset();
    }

    private static List<String> sets(String text) throws IOException {
        var found = new ArrayList<SurveyedSet>();
        survey(text, found);
        return found.stream()
                .map(it -> it.type() + ' ' + HexFormat.of().formatHex(it.fingerprint()))
                .toList();
    }

    private static X12Survey survey(String text, List<SurveyedSet> found) throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return X12Survey.of(in, Heard.options(), found::add);
    }
}
