package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Ids;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What practice cost and may have brought: of 40 decided claims 16 were denied before the correction of April 1, and
/// 4 of 40 since; 20 of 100 in the days of the baseline. Each denial is 282.00.
class ReturnIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final UUID PATTERN = PatternBook.PATTERN;
    private static final UUID SITTING = Ids.named("return", "sitting");
    private static final String SUMMARY = "/api/learning/summary?practice=BOOK&day=2026-04-30";

    private static long begun;
    private static long corrected;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        LOG.append(LittleBook.PRACTICE, PATTERN, PatternBook.knee());
        LOG.append(
                LittleBook.PRACTICE,
                PATTERN,
                new BaselineFixed(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 2, 28),
                        100,
                        20,
                        564_000,
                        false,
                        "pattern.rate/1",
                        1));
        for (int no = 0; no < 40; no++) {
            LittleBook.exposed(LOG, "B" + no, PATTERN, LittleBook.day(3, 2 + no % 30), 28_200, no < 16);
            LittleBook.exposed(LOG, "S" + no, PATTERN, LittleBook.day(4, 1 + no % 30), 28_200, no < 4);
        }
        var at = Instant.parse("2026-03-30T09:00:00Z");
        LOG.append(LittleBook.PRACTICE, SITTING, new PracticeStarted(null, "u1", PATTERN, Kind.GUIDED, null, at));
        LOG.append(LittleBook.PRACTICE, SITTING, new PracticeCompleted(at.plusSeconds(5400), 5400, 8, 10, 1));
        begun = LOG.append(
                LittleBook.PRACTICE,
                Ids.named("return", "setting"),
                new SettingChanged("hourly-rate", "6000", "cents", LocalDate.of(2026, 4, 1)));
        corrected = LOG.append(
                LittleBook.PRACTICE,
                Ids.named("return", "correction"),
                new CorrectionApplied(
                        null,
                        "u1",
                        PATTERN,
                        CorrectionKind.UPDATE_WORKFLOW,
                        LocalDate.of(2026, 4, 1),
                        at,
                        Scope.FUTURE_CLAIMS,
                        null));
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void four_denials_avoided_since_the_correction_come_beside_an_hour_and_a_half_of_practice() {
        var returns = READER.ask(SUMMARY).get("returns");
        assertThat(returns.get("state").asString()).isEqualTo("POSITIVE");
        assertThat(returns.get("estimateCents").asLong()).isEqualTo(4 * 28_200);
        assertThat(returns.get("lowCents").asLong()).isEqualTo(-24_381);
        assertThat(returns.get("highCents").asLong()).isEqualTo(249_981);
        assertThat(returns.get("costCents").asLong()).isEqualTo(9_000);
        assertThat(returns.get("percent").asDouble()).isEqualTo(1153.33);
        var share = returns.get("shares").get(0);
        assertThat(share.at("/window/from").asString()).isEqualTo("2026-04-01");
        assertThat(share.get("cents").asLong())
                .isEqualTo(returns.get("estimateCents").asLong());
        assertThat(READER.get("/learning?practice=BOOK&day=2026-04-30").body())
                .contains("$1,128.00", "4 of 40 since", "40.00 % → 10.00 %");
    }

    @Test
    void the_rate_of_30_days_before_and_after_is_told_where_both_have_20_decisions() {
        var effect = READER.ask(SUMMARY).at("/patterns/0/effect");
        assertThat(effect.get("enough").asBoolean()).isTrue();
        assertThat(effect.at("/before/value").asDouble()).isEqualTo(40.0);
        assertThat(effect.at("/after/value").asDouble()).isEqualTo(10.0);
        for (var side : new String[] {"before", "after"}) {
            for (var half : new String[] {"numerator", "denominator"}) {
                var why = READER.ask(effect.get(side).get("explain").asString() + "&part=" + half);
                assertThat(why.get("readds").asBoolean()).isTrue();
                assertThat(why.get("sum").asLong())
                        .isEqualTo(effect.get(side).get(half).asLong());
            }
        }
        var early =
                READER.ask("/api/learning/summary?practice=BOOK&day=2026-04-09").at("/patterns/0/effect");
        assertThat(early.get("enough").asBoolean()).as("18 decisions since").isFalse();
        assertThat(early.at("/after/value").isNull()).isTrue();
        assertThat(early.at("/after/denominator").asLong()).isEqualTo(18);
    }

    @Test
    void before_the_correction_practice_is_in_progress_and_without_any_it_has_not_started() {
        var earlier = READER.ask(SUMMARY + "&asOf=" + begun).get("returns");
        assertThat(corrected).isGreaterThan(begun);
        assertThat(earlier.get("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(earlier.at("/leftOut/0/why").asString()).isEqualTo("NO_CORRECTION");
        assertThat(earlier.get("percent").asDouble()).isEqualTo(-100.0);
        var nobody = READER.ask("/api/learning/summary?practice=EMPTY&day=2026-04-30");
        assertThat(nobody.at("/returns/state").asString()).isEqualTo("NOT_STARTED");
        assertThat(nobody.at("/returns/percent").isNull()).isTrue();
        assertThat(nobody.at("/returns/lowCents").isNull()).isTrue();
    }

    @Test
    void an_hour_costs_what_is_set_for_the_day() {
        assertThat(READER.ask(SUMMARY).get("hourCents").asLong()).isEqualTo(6_000);
        var march = READER.ask("/api/learning/summary?practice=BOOK&day=2026-03-31");
        assertThat(march.get("hourCents").asLong()).isEqualTo(5_000);
        assertThat(march.get("costCents").asLong()).isEqualTo(7_500);
    }
}
