package claimtrail.metric.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.metric.pattern.PatternScore.Improvement;
import claimtrail.metric.pattern.PatternScore.Rate;
import claimtrail.metric.pattern.PatternScore.Tier;
import claimtrail.metric.pattern.PatternScore.Tiers;
import claimtrail.metric.pattern.PatternScore.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The weights of the four patterns that the accepted figures name, and the edges of each rule.
class PatternScoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 7, 1);

    @Test
    void tiers_are_those_of_the_accepted_table() {
        assertThat(List.of(
                        Tiers.STANDARD.of(15, 525500),
                        Tiers.STANDARD.of(30, 2863000),
                        Tiers.STANDARD.of(7, 183500),
                        Tiers.STANDARD.of(7, 278000),
                        Tiers.STANDARD.of(0, 0)))
                .containsExactly(Tier.HIGH, Tier.CRITICAL, Tier.MEDIUM, Tier.MEDIUM, Tier.LOW);
    }

    @Test
    void a_tier_begins_above_its_bounds_and_not_at_them() {
        assertThat(Tiers.STANDARD.of(21, 500000)).isEqualTo(Tier.HIGH);
        assertThat(Tiers.STANDARD.of(20, 500001)).isEqualTo(Tier.HIGH);
        assertThat(Tiers.STANDARD.of(21, 500001)).isEqualTo(Tier.CRITICAL);
        assertThat(Tiers.STANDARD.of(10, 900000)).isEqualTo(Tier.MEDIUM);
        assertThat(Tiers.STANDARD.of(5, 900000)).isEqualTo(Tier.LOW);
    }

    @Test
    void a_rate_that_falls_from_20_to_12_improves_by_40_percent_and_8_points() {
        assertThat(PatternScore.improvement(new Rate(10, 50), new Rate(6, 50)))
                .isEqualTo(new Improvement(new BigDecimal("40.00"), new BigDecimal("8.00")));
        assertThat(PatternScore.improvement(new Rate(1, 10), new Rate(2, 10)))
                .isEqualTo(new Improvement(new BigDecimal("-100.00"), new BigDecimal("-10.00")));
        assertThat(PatternScore.improvement(new Rate(0, 10), new Rate(2, 10))).isNull();
        assertThat(PatternScore.improvement(new Rate(0, 0), new Rate(2, 10))).isNull();
        assertThat(PatternScore.improvement(new Rate(1, 10), new Rate(0, 0))).isNull();
    }

    @Test
    void trends_are_those_of_the_accepted_table() {
        assertThat(PatternScore.trend(new Rate(7, 13), new Rate(5, 6))).isEqualTo(Trend.DOWN);
        assertThat(PatternScore.trend(new Rate(1, 15), new Rate(1, 8))).isEqualTo(Trend.STABLE);
        assertThat(PatternScore.trend(new Rate(3, 15), new Rate(1, 7))).isEqualTo(Trend.UP);
        assertThat(PatternScore.trend(new Rate(0, 20), new Rate(0, 10))).isEqualTo(Trend.STABLE);
    }

    @Test
    void half_a_point_is_no_trend_and_a_window_without_decisions_has_none() {
        assertThat(PatternScore.trend(new Rate(21, 200), new Rate(20, 200))).isEqualTo(Trend.STABLE);
        assertThat(PatternScore.trend(new Rate(22, 200), new Rate(20, 200))).isEqualTo(Trend.UP);
        assertThat(PatternScore.trend(new Rate(9, 10), new Rate(0, 0))).isEqualTo(Trend.STABLE);
    }

    @Test
    void velocities_are_those_of_the_accepted_table() {
        assertThat(PatternScore.velocity(15, LONG_AGO, DAY)).isEqualByComparingTo("2.5");
        assertThat(PatternScore.velocity(30, LONG_AGO, DAY)).isEqualByComparingTo("5.0");
        assertThat(PatternScore.velocity(7, LONG_AGO, DAY)).isEqualByComparingTo("1.2");
        assertThat(PatternScore.velocity(0, LONG_AGO, DAY)).isEqualByComparingTo("0.0");
    }

    @Test
    void a_young_pattern_is_counted_over_its_life_and_at_least_over_a_month() {
        assertThat(PatternScore.velocity(6, DAY.minusDays(60), DAY)).isEqualByComparingTo("3.0");
        assertThat(PatternScore.velocity(6, DAY.minusDays(3), DAY)).isEqualByComparingTo("6.0");
        assertThat(PatternScore.velocity(6, DAY.plusDays(3), DAY)).isEqualByComparingTo("6.0");
    }

    @Test
    void confidences_are_those_of_the_accepted_table() {
        assertThat(PatternScore.confidence(15, DAY.minusDays(176), DAY.minusDays(98)))
                .isEqualTo(96);
        assertThat(PatternScore.confidence(30, DAY.minusDays(178), DAY)).isEqualTo(100);
        assertThat(PatternScore.confidence(7, DAY.minusDays(170), DAY.minusDays(28)))
                .isEqualTo(88);
        assertThat(PatternScore.confidence(7, DAY.minusDays(120), DAY.minusDays(2)))
                .isEqualTo(88);
        assertThat(PatternScore.confidence(0, null, null)).isZero();
    }

    @Test
    void one_denial_is_little_and_thin_denials_are_less_dense() {
        assertThat(PatternScore.confidence(1, DAY, DAY)).isEqualTo(34);
        assertThat(PatternScore.confidence(2, DAY.minusDays(120), DAY)).isEqualTo(53);
    }

    @Test
    void recency_counts_from_the_last_denial_and_is_not_known_without_one() {
        assertThat(PatternScore.recency(DAY.minusDays(98), DAY)).isEqualTo(98);
        assertThat(PatternScore.recency(DAY, DAY)).isZero();
        assertThat(PatternScore.recency(null, DAY)).isNull();
    }

    @Test
    void recoverable_is_all_half_or_nothing_of_what_is_at_risk() {
        assertThat(PatternScore.recoverableCents(483000, RecoveryStatus.RECOVERABLE))
                .isEqualTo(483000);
        assertThat(PatternScore.recoverableCents(25, RecoveryStatus.PARTIAL)).isEqualTo(13);
        assertThat(PatternScore.recoverableCents(2614000, RecoveryStatus.NOT_RECOVERABLE))
                .isZero();
        assertThat(PatternScore.recovery("TIMELY")).isEqualTo(RecoveryStatus.NOT_RECOVERABLE);
        assertThat(PatternScore.recovery("NECESSITY")).isEqualTo(RecoveryStatus.PARTIAL);
    }

    @Test
    void a_rate_has_two_decimals_and_is_not_known_where_nothing_was_decided() {
        assertThat(new Rate(15, 69).percent()).isEqualByComparingTo("21.74");
        assertThat(new Rate(30, 45).percent()).isEqualByComparingTo("66.67");
        assertThat(new Rate(0, 0).percent()).isNull();
    }

    @Test
    void learning_progress_ends_at_a_hundred() {
        assertThat(PatternScore.learningProgress(46)).isEqualTo(46);
        assertThat(PatternScore.learningProgress(130)).isEqualTo(100);
    }
}
