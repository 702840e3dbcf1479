package claimtrail.command.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The last digit of a provider's national number follows from the others.
class NpiTest {

    @Test
    void of_ten_last_digits_one_is_right() {
        for (int last = 0; last <= 9; last++) {
            assertThat(Npi.isValid("123456789" + last)).isEqualTo(last == 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789", "12345678933", "123456789X", " 1234567893", "3234567891", "0234567894"})
    void what_has_not_the_shape_is_not_valid(String npi) {
        assertThat(Npi.isValid(npi)).isFalse();
    }

    @Test
    void two_neighbours_changed_about_are_noticed() {
        assertThat(Npi.isValid("2134567893")).isFalse();
    }
}
