package claimtrail.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A person is recognised however a source writes the name, and nobody else is taken for that person.
class PatientTokensTest {

    private static final UUID PRACTICE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private final PatientTokens tokens = new PatientTokens(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void case_accents_punctuation_and_order_make_no_other_person() {
        var person = of("Ann O'Canary", "1980-01-01", "M-1");

        assertThat(of("OCANARY, ANN", "1980-01-01", "m1")).isEqualTo(person);
        assertThat(of("O’Canary Änn", "1980-01-01", " M 1 ")).isEqualTo(person);
    }

    @Test
    void another_day_number_or_name_is_another_person() {
        var person = of("Ann Canary", "1980-01-01", null);

        assertThat(of("Ann Canary", "1980-01-02", null)).doesNotContainAnyElementsOf(person);
        assertThat(of("Anna Canary", "1980-01-01", null)).doesNotContainAnyElementsOf(person);
        assertThat(of("Ann Canary", null, null)).doesNotContainAnyElementsOf(person);
        assertThat(of("王 芳", "1980-01-01", null)).doesNotContainAnyElementsOf(of("李 娜", "1980-01-01", null));
    }

    @Test
    void with_a_member_number_a_remittance_without_the_birth_day_finds_the_person() {
        var onBill = of("Ann Canary", "1980-01-01", "M1");

        assertThat(onBill).hasSize(2);
        assertThat(of("CANARY ANN", null, "M1")).isEqualTo(Collections.singletonList(onBill.getLast()));
    }

    @Test
    void a_person_of_another_practice_or_under_another_key_is_nobody_here() {
        var key = new SecretKeySpec(
                "another key of thirty-two bytes!".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "HmacSHA256");
        var person = of("Ann Canary", "1980-01-01", "M1");

        assertThat(tokens.of(OTHER, "Ann Canary", "1980-01-01", "M1")).doesNotContainAnyElementsOf(person);
        assertThat(new PatientTokens(key).of(PRACTICE, "Ann Canary", "1980-01-01", "M1"))
                .doesNotContainAnyElementsOf(person);
    }

    private List<String> of(String name, @Nullable String bornOn, @Nullable String memberId) {
        return tokens.of(PRACTICE, name, bornOn, memberId);
    }
}
