package claimtrail.query.number;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.query.number.Ranking.Rate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The order of providers by their denial rates.
class RankingTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void the_lowest_rate_is_first() {
        assertThat(Ranking.of(List.of(new Rate(A, 16, 22), new Rate(B, 8, 20), new Rate(C, 10, 20))))
                .isEqualTo(Map.of(B, 1, C, 2, A, 3));
    }

    @Test
    void of_equal_rates_the_one_with_more_decided_claims_is_first_and_equals_share_a_place() {
        assertThat(Ranking.of(List.of(new Rate(A, 10, 20), new Rate(B, 20, 40), new Rate(C, 10, 20))))
                .isEqualTo(Map.of(B, 1, A, 2, C, 2));
    }

    @Test
    void rates_that_are_shown_alike_are_told_apart() {
        assertThat(Ranking.of(List.of(new Rate(A, 100_001, 300_000), new Rate(B, 100_000, 300_000))))
                .isEqualTo(Map.of(B, 1, A, 2));
    }

    @Test
    void with_fewer_than_eleven_decided_claims_nobody_is_ranked() {
        assertThat(Ranking.of(List.of(new Rate(A, 0, 10), new Rate(B, 11, 11)))).isEqualTo(Map.of(B, 1));
    }
}
