package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Avoided denials are an estimate with an interval, from patterns whose baseline is fixed, and nothing booked.
class AvoidedIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final String APRIL = "practice=BOOK&days=30&day=2026-04-30";
    private static final String ESTIMATE = "/api/metrics/avoided.estimate?";

    private static long beforeTheBaseline;
    private static long provisional;

    /// 400 claims of which 80 were denied when it was found; 50 and 6 in April, each of 282.00.
    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        beforeTheBaseline = found("P-1");
        provisional = fixed("P-1", LocalDate.of(2026, 3, 1), 10, 5, true);
        fixed("P-1", LocalDate.of(2026, 3, 31), 400, 80, false);
        for (int no = 0; no < 50; no++) {
            LittleBook.exposed(LOG, "E" + no, pattern("P-1"), LittleBook.day(4, 1 + no % 30), 28_200, no < 6);
        }
        found("P-2");
        found("P-3");
        fixed("P-3", LocalDate.of(2026, 2, 1), 19, 5, true);
        found("P-4");
        fixed("P-4", LocalDate.of(2026, 4, 1), 50, 5, false);
        found("P-5");
        fixed("P-5", LocalDate.of(2026, 2, 1), 50, 5, false);
        found("P-6");
        fixed("P-6", LocalDate.of(2026, 2, 1), 100, 20, false);
        for (int no = 0; no < 5; no++) {
            LittleBook.exposed(LOG, "F" + no, pattern("P-6"), LittleBook.day(4, 10), 10_000, no == 0);
        }
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void from_20_to_12_of_100_of_50_claims_avoids_1_128_dollars_perhaps_none() {
        var metric = READER.ask(ESTIMATE + APRIL).get("metric");
        assertThat(metric.get("cents").asLong()).isEqualTo(112_800);
        assertThat(metric.get("lowCents").asLong()).isEqualTo(-25_711);
        assertThat(metric.get("highCents").asLong()).isEqualTo(251_311);
        assertThat(metric.get("shares")).hasSize(1);
        var share = metric.get("shares").get(0);
        assertThat(counts(share.get("baseline"))).isEqualTo("80/400 20.0");
        assertThat(counts(share.get("window"))).isEqualTo("6/50 12.0");
        assertThat(share.get("averageCents").asLong()).isEqualTo(28_200);
        assertThat(share.get("cents").asLong()).isEqualTo(112_800);
        assertThat(READER.ask(share.at("/baseline/event").asString())
                        .at("/event/name")
                        .asString())
                .isEqualTo("pattern.baseline-fixed");
    }

    @Test
    void the_others_are_named_with_why_they_have_no_part() {
        assertThat(leftOut(ESTIMATE + APRIL))
                .containsExactlyInAnyOrder(
                        "P-2 NO_BASELINE", "P-3 PROVISIONAL", "P-4 OVERLAPS", "P-5 NOTHING_DECIDED", "P-6 NOT_LOWER");
    }

    @Test
    void what_was_known_earlier_stays_what_it_was() {
        assertThat(leftOut(ESTIMATE + APRIL + "&asOf=" + beforeTheBaseline)).containsExactly("P-1 NO_BASELINE");
        assertThat(leftOut(ESTIMATE + APRIL + "&asOf=" + provisional)).containsExactly("P-1 PROVISIONAL");
        var metric = READER.ask(ESTIMATE + APRIL + "&asOf=" + provisional).get("metric");
        assertThat(metric.get("cents").asLong()).isZero();
        assertThat(metric.get("lowCents").isNull()).isTrue();
    }

    @Test
    void the_dashboard_shows_it_beside_what_was_recovered_and_never_in_it() {
        var dashboard = READER.ask("/api/metrics/dashboard?" + APRIL);
        assertThat(dashboard.at("/summary/avoidedEstimate").asDouble()).isEqualTo(1128.0);
        assertThat(dashboard.at("/summary/revenueRecovered").asDouble()).isZero();
        assertThat(dashboard.at("/avoided/lowCents").asLong()).isEqualTo(-25_711);
        var cohort = READER.ask("/api/metrics/dashboard?basis=submission&" + APRIL);
        assertThat(cohort.at("/summary/avoidedEstimate").isNull()).isTrue();
        assertThat(READER.get("/?" + APRIL).body()).contains("$1,128.00", "95 %: −$257.11 … $2,513.11");
        assertThat(READER.get("/avoided?" + APRIL).body())
                .contains("$1,128.00", "20.00 %", "80 of 400", "12.00 %", "6 of 50", "rests on too few claims");
    }

    private static List<String> leftOut(String question) {
        return READER.ask(question)
                .get("metric")
                .get("leftOut")
                .valueStream()
                .map(it -> it.at("/pattern/number").asString() + " "
                        + it.get("why").asString())
                .toList();
    }

    private static String counts(JsonNode days) {
        return days.get("denied").asLong() + "/" + days.get("decided").asLong() + " "
                + days.get("rate").asDouble();
    }

    private static UUID pattern(String number) {
        return Ids.named("pattern", number);
    }

    private static long found(String number) {
        return LOG.append(
                LittleBook.PRACTICE,
                pattern(number),
                new PatternDetected(
                        new ExternalId("portal", number),
                        Origin.IMPORTED,
                        null,
                        null,
                        "AUTHORIZATION",
                        "authorization",
                        "No authorization",
                        List.of(),
                        LocalDate.of(2026, 1, 1),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null));
    }

    private static long fixed(String number, LocalDate to, int decided, int denied, boolean provisional) {
        return LOG.append(
                LittleBook.PRACTICE,
                pattern(number),
                new BaselineFixed(
                        to.minusDays(59), to, decided, denied, denied * 30_000L, provisional, "pattern.rate/1", 1));
    }
}
