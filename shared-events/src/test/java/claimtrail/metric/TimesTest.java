package claimtrail.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Median, mean and ninety of a hundred of whole days.
class TimesTest {

    @Test
    void of_an_even_number_of_cases_the_median_is_the_mean_of_the_middle_two() {
        assertThat(Times.of(Map.of(10L, 3L, 14L, 1L)))
                .isEqualTo(new Times(4, 44, new BigDecimal("10.0"), new BigDecimal("11.00"), 14));
        assertThat(Times.of(Map.of(5L, 1L, 12L, 1L)))
                .isEqualTo(new Times(2, 17, new BigDecimal("8.5"), new BigDecimal("8.50"), 12));
    }

    @Test
    void nine_of_ten_cases_took_no_longer_than_the_nearest_rank_says() {
        assertThat(Times.of(Map.of(1L, 9L, 30L, 1L))).extracting(Times::p90).isEqualTo(1L);
        assertThat(Times.of(Map.of(1L, 8L, 30L, 2L))).extracting(Times::p90).isEqualTo(30L);
        assertThat(Times.of(Map.of(7L, 1L)))
                .isEqualTo(new Times(1, 7, new BigDecimal("7.0"), new BigDecimal("7.00"), 7));
    }

    @Test
    void no_case_has_no_time_also_where_one_was_taken_back() {
        assertThat(Times.of(Map.of())).isNull();
        assertThat(Times.of(Map.of(4L, 0L))).isNull();
    }
}
