package claimtrail.denial.detection;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.detection.StatusRule.Bounds;
import claimtrail.event.pattern.PatternEvent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule `status/1`, and the baseline that it compares with.
class StatusRuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @ParameterizedTest(name = "{0}, baseline {1}, last windows {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            # status,  baseline, last 30 / 30 before / 30 before that, becomes
            ACTIVE,    20/100,   16/100 16/100 -,                      IMPROVING
            ACTIVE,    20/100,   17/100 16/100 -,                      -
            ACTIVE,    20/100,   0/10 0/0 -,                           IMPROVING
            ACTIVE,    20/100,   0/0 0/0 -,                            -
            ACTIVE,    0/100,    0/100 0/100 -,                        -
            IMPROVING, 20/100,   3/100 3/100 -,                        RESOLVED
            IMPROVING, 20/100,   4/100 3/100 -,                        -
            IMPROVING, 20/100,   3/100 0/0 -,                          -
            IMPROVING, 10/100,   3/100 3/100 -,                        -
            IMPROVING, 20/100,   12/100 8/100 4/100,                   ACTIVE
            IMPROVING, 20/100,   12/100 8/100 8/100,                   -
            IMPROVING, 20/100,   8/100 8/100 4/100,                    -
            RESOLVED,  20/100,   12/100 8/100 4/100,                   ACTIVE
            RESOLVED,  20/100,   3/100 2/100 1/100,                    -
            RESOLVED,  20/1000,  9/1000 4/1000 1/1000,                 -
            RESOLVED,  20/100,   0/100 0/100 0/100,                    -
            ARCHIVED,  20/100,   50/100 20/100 4/100,                  -
            """)
    void status_follows_outcomes(Status status, String baseline, String windows, @Nullable Status becomes) {
        var change = StatusRule.change(
                status, share(baseline, DAY.minusDays(60)), exposures(windows), DAY, Bounds.standard());

        assertThat(change.map(StatusRule.Change::to)).isEqualTo(Optional.ofNullable(becomes));
    }

    @Test
    void other_bounds_make_other_statuses() {
        var strict = new Bounds(50, 95, 1);

        assertThat(StatusRule.change(
                        Status.ACTIVE, share("20/100", DAY.minusDays(60)), exposures("16/100 16/100 -"), DAY, strict))
                .isEmpty();
        assertThat(StatusRule.change(
                        Status.ACTIVE, share("20/100", DAY.minusDays(60)), exposures("10/100 10/100 -"), DAY, strict))
                .isPresent();
        assertThat(StatusRule.change(
                        Status.IMPROVING, share("20/100", DAY.minusDays(60)), exposures("3/100 3/100 -"), DAY, strict))
                .isEmpty();
        assertThat(StatusRule.change(
                        Status.IMPROVING, share("20/100", DAY.minusDays(60)), exposures("1/100 1/100 -"), DAY, strict))
                .isPresent();
    }

    @Test
    void windows_that_overlap_the_baseline_say_nothing() {
        var exposures = exposures("0/100 0/100 -");

        assertThat(StatusRule.change(
                        Status.ACTIVE, share("20/100", DAY.minusDays(59)), exposures, DAY, Bounds.standard()))
                .isEmpty();
        assertThat(StatusRule.change(
                        Status.IMPROVING, share("20/100", DAY.minusDays(59)), exposures, DAY, Bounds.standard()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} in 60 days, {1} in the 30 before: {2} days, provisional {3}")
    @CsvSource({"20, 9, 60, false", "19, 1, 90, false", "19, 0, 90, true", "0, 30, 90, false"})
    void the_baseline_is_60_days_or_90_and_provisional_when_too_few(
            int inSixty, int before, int days, boolean provisional) {
        var exposures = new ArrayList<Exposure>();
        IntStream.range(0, inSixty).forEach(no -> exposures.add(new Exposure(DAY.minusDays(no % 60), true, 5_000)));
        IntStream.range(0, before).forEach(no -> exposures.add(new Exposure(DAY.minusDays(60 + no % 30), false, 0)));
        exposures.add(new Exposure(DAY.plusDays(1), true, 5_000));
        exposures.add(new Exposure(DAY.minusDays(90), true, 5_000));

        var baseline = BaselineRule.of(exposures, DAY);

        assertThat(baseline.share().from()).isEqualTo(DAY.minusDays(days - 1L));
        assertThat(baseline.share().to()).isEqualTo(DAY);
        assertThat(baseline.provisional()).isEqualTo(provisional);
        assertThat(baseline.share().exposedDecided()).isEqualTo(days == 60 ? inSixty : inSixty + before);
        assertThat(baseline.share().denied()).isEqualTo(inSixty);
        assertThat(baseline.share().deniedCents()).isEqualTo(inSixty * 5_000L);
    }

    private static Share share(String counts, LocalDate to) {
        var parts = counts.split("/", -1);
        return new Share(to.minusDays(59), to, Integer.parseInt(parts[1]), Integer.parseInt(parts[0]), 0);
    }

    private static List<Exposure> exposures(String windows) {
        var exposures = new ArrayList<Exposure>();
        var day = DAY;
        for (var counts : Arrays.asList(windows.split(" ", -1))) {
            if (!counts.equals("-")) {
                var parts = counts.split("/", -1);
                for (var no = 0; no < Integer.parseInt(parts[1]); no++) {
                    exposures.add(new Exposure(day.minusDays(no % 30), no < Integer.parseInt(parts[0]), 0));
                }
            }
            day = day.minusDays(30);
        }
        return exposures;
    }
}
