package claimtrail.metric.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.metric.pattern.Avoided.Estimate;
import claimtrail.metric.pattern.Avoided.LeftOut;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Avoided is what the baseline rate would have denied in the window less what was denied, at the average denial.
class AvoidedTest {

    private static final Counts BASELINE = new Counts(400, 80, 2_400_000);
    private static final Counts WINDOW = new Counts(500, 60, 60 * 28_200);

    @Test
    void from_20_to_12_of_100_at_282_dollars_a_denial() {
        var share = Avoided.share(BASELINE, WINDOW);

        assertThat(share.roundedCents()).isEqualTo(1_128_000);
        assertThat(Avoided.of(List.of(share))).isEqualTo(new Estimate(1_128_000, 444_770L, 1_811_230L));
    }

    @Test
    void two_patterns_add_up_and_their_uncertainties_do_not() {
        var share = Avoided.share(BASELINE, WINDOW);

        // 683,229.93 · √2 = 966,233.03
        assertThat(Avoided.of(List.of(share, share))).isEqualTo(new Estimate(2_256_000, 1_289_767L, 3_222_233L));
    }

    @Test
    void where_nothing_was_denied_any_more_a_denial_costs_what_it_cost_before() {
        var share = Avoided.share(BASELINE, new Counts(100, 0, 0));

        assertThat(share.averageCents()).isEqualByComparingTo("30000");
        assertThat(share.roundedCents()).isEqualTo(20 * 30_000);
    }

    @Test
    void a_pattern_that_denies_as_often_as_before_or_that_nothing_was_decided_of_has_no_part() {
        assertThat(Avoided.leftOut(BASELINE, WINDOW)).isEmpty();
        assertThat(Avoided.leftOut(BASELINE, new Counts(500, 99, 1))).isEmpty();
        assertThat(Avoided.leftOut(BASELINE, new Counts(500, 100, 1))).contains(LeftOut.NOT_LOWER);
        assertThat(Avoided.leftOut(BASELINE, new Counts(0, 0, 0))).contains(LeftOut.NOTHING_DECIDED);
        assertThat(Avoided.leftOut(new Counts(0, 0, 0), WINDOW)).contains(LeftOut.NOTHING_DECIDED);
    }

    @Test
    void no_pattern_gives_no_money_and_no_interval() {
        assertThat(Avoided.of(List.of())).isEqualTo(new Estimate(0, null, null));
    }
}
