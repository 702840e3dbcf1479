package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A pattern improved at a provider when its rate there fell by 20 % or more, with 10 decisions on both sides. At A it
/// denied 5 of 10 in March and 4 of 10 in April.
class ImprovedIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final String APRIL = "practice=BOOK&from=2026-04-01&to=2026-04-30";

    private static long nine;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        LOG.append(LittleBook.PRACTICE, PatternBook.PATTERN, PatternBook.knee());
        LOG.append(
                LittleBook.PRACTICE,
                PatternBook.PATTERN,
                new BaselineFixed(
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 31),
                        10,
                        5,
                        50_000,
                        false,
                        "pattern.rate/1",
                        1));
        for (int no = 0; no < 10; no++) {
            nine = LOG.jdbc()
                    .sql("select position from event_store.log_head")
                    .query(Long.class)
                    .single();
            LittleBook.exposed(LOG, "B" + no, PatternBook.PATTERN, LittleBook.day(3, 10), 10_000, no < 5);
            LittleBook.exposed(LOG, "S" + no, PatternBook.PATTERN, LittleBook.day(4, 10), 10_000, no < 4);
        }
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void a_fall_by_a_fifth_of_the_rate_with_ten_decisions_on_both_sides_is_an_improvement() {
        var performance = READER.ask("/api/providers/" + LittleBook.A + "/performance?" + APRIL);
        assertThat(performance.get("improved")).hasSize(1);
        var improved = performance.get("improved").get(0);
        assertThat(improved.at("/pattern/title").asString()).isEqualTo("Bundled knee services");
        assertThat(improved.at("/before/value").asDouble()).isEqualTo(50.0);
        assertThat(improved.at("/now/value").asDouble()).isEqualTo(40.0);
        for (var side : new String[] {"before", "now"}) {
            for (var half : new String[] {"numerator", "denominator"}) {
                var why = READER.ask(improved.at("/" + side + "/explain").asString() + "&part=" + half);
                assertThat(why.get("readds").asBoolean()).isTrue();
                assertThat(why.get("sum").asLong())
                        .isEqualTo(improved.get(side).get(half).asLong());
            }
        }
        assertThat(performance.get("trend").asDouble()).isEqualTo(-10.0);
        assertThat(READER.get("/providers?" + APRIL).body())
                .contains("Patterns improved", "50.00 %", "40.00 %", "All together");
    }

    @Test
    void with_nine_decisions_or_a_window_that_overlaps_the_baseline_nothing_is_said() {
        var early = READER.ask("/api/providers/" + LittleBook.A + "/performance?" + APRIL + "&asOf=" + nine);
        assertThat(early.get("improved")).isEmpty();
        var overlapping = READER.ask(
                "/api/providers/" + LittleBook.A + "/performance?practice=BOOK&from=2026-03-31&to=2026-04-30");
        assertThat(overlapping.get("improved")).isEmpty();
        assertThat(READER.ask("/api/providers/" + LittleBook.B + "/performance?" + APRIL)
                        .get("improved"))
                .isEmpty();
    }

    @Test
    void the_view_of_providers_shows_patterns_improved_and_the_move_of_the_rate() {
        var april = LOG.jdbc().sql("""
                        select basis || ' ' || coalesce(improved_patterns::text, '-') || ' ' || improvement_trend
                          from read_model.provider_performance_rates
                         where provider = ? and grain = 'MONTH' and period_start = '2026-04-01' and basis = 'EVENT'
                        """).param(LittleBook.A).query(String.class).single();
        assertThat(april).isEqualTo("EVENT 1 -10.00");
        assertThat(LOG.jdbc().sql("""
                        select count(*) from read_model.provider_performance_rates
                         where improved_patterns > 0 and (grain = 'MONTH') and period_start <> '2026-04-01'
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void the_view_of_patterns_shows_the_rate_that_is_answered() {
        var rate = LOG.jdbc()
                .sql("""
                        select denial_rate from read_model.pattern_daily_metrics_rates
                         where pattern_id = ? and basis = 'EVENT' and day = '2026-04-10'
                        """)
                .param(PatternBook.PATTERN)
                .query(java.math.BigDecimal.class)
                .single();
        assertThat(rate).isEqualByComparingTo("40.00");
    }
}
