package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.provider.Npi;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Amounts are whole cents, days are calendar days, and what is neither is refused and not guessed.
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "'',0",
        "0,0",
        ".27,27",
        "-.27,-27",
        "5.7,570",
        "99.,9900",
        "+1,100",
        "100.50,10050",
        "1.500,150",
        "007,700",
        "1.000000000000000000000,100",
        "9999999999.99,999999999999",
        "-9999999999.99,-999999999999"
    })
    void an_amount_is_read_to_the_cent(String text, long cents) {
        assertThat(cents(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-", "+", "1e3", "1,000.00", "1.2.3", "$5", "5-", "0x1", "-+1"})
    void what_is_no_amount_is_unreadable(String text) {
        assertThat(cents(text)).isEqualTo(Amount.UNREADABLE);
    }

    @Test
    void a_third_decimal_is_not_rounded_away() {
        assertThat(cents("1.505")).isEqualTo(Amount.NOT_IN_CENTS);
        assertThat(cents("0.001")).isEqualTo(Amount.NOT_IN_CENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000", "10000000000.00", "-10000000000", "99999999999999999999999999999"})
    void an_amount_beyond_ten_billion_is_too_large(String text) {
        assertThat(cents(text)).isEqualTo(Amount.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.5,1.5", "0.125,0.125", "10,10", "-2,-2", "1.50,1.5", "2000,2000"})
    void a_quantity_has_three_decimals(String text, BigDecimal quantity) {
        assertThat(quantity(text)).isEqualTo(quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2345", "x", ""})
    void what_is_no_quantity_is_unknown(String text) {
        assertThat(quantity(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "20260227,2026-02-27",
        "20240229,2024-02-29",
        "202602271330,2026-02-27",
        "050412,2005-04-12",
        "360101,2036-01-01",
        "370101,1937-01-01",
        "991231,1999-12-31"
    })
    void a_day_is_read(String text, LocalDate day) {
        assertThat(day(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20260229", "20261301", "20260100", "00000000", "2026-02-27", "2026", "2026022", "XXXXXXXX"})
    void what_is_no_day_is_none(String text) {
        assertThat(day(text)).isNull();
    }

    @Test
    void the_check_digit_of_a_provider_number_is_luhn_over_80840() {
        assertThat(Npi.isValid("1234567893")).isTrue();
        assertThat(Npi.isValid("1245319599")).isTrue();
        assertThat(Npi.isValid("1234567890")).isFalse();
        assertThat(Npi.isValid("9876543213")).isFalse();
        assertThat(Npi.isValid("123456789")).isFalse();
        assertThat(Npi.isValid("12345678X3")).isFalse();
    }

    @Test
    void a_short_text_is_made_once_and_never_mistaken() {
        var words = new Words(StandardCharsets.ISO_8859_1);
        byte[] bytes = "99213  A\0 A        ".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(words.text(bytes, 0, 5)).isEqualTo("99213").isSameAs(words.text(bytes, 0, 5));
        assertThat(words.text(bytes, 7, 8)).isEqualTo("A");
        assertThat(words.text(bytes, 7, 9)).isEqualTo("A\0");
        assertThat(words.text(bytes, 10, 11)).isEqualTo("A");
        assertThat(words.text(bytes, 3, 3)).isEmpty();
    }

    private static long cents(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Amount.cents(bytes, 0, bytes.length);
    }

    private static @Nullable BigDecimal quantity(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Amount.quantity(bytes, 0, bytes.length);
    }

    private static @Nullable LocalDate day(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Dates(Heard.TODAY).day(bytes, 0, bytes.length);
    }
}
