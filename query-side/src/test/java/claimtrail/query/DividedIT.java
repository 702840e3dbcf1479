package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A figure divided by road, pattern, month or quarter adds up to the whole, and each part to its postings.
class DividedIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final String APRIL = "practice=BOOK&from=2026-04-01&to=2026-04-30";
    private static final String MARCH = "practice=BOOK&from=2026-03-01&to=2026-03-30";

    private static long then;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        LittleBook.tell(LOG);
        then = LOG.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        PatternBook.tellMore(LOG);
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void what_was_recovered_came_by_an_appeal_and_by_a_correction() {
        for (var asOf : List.of("", "&asOf=" + then)) {
            var answer = READER.ask("/api/metrics/recovered.amount?by=road&" + APRIL + asOf);
            assertThat(parts(answer)).containsExactly("APPEAL 12000", "CORRECTION 8000");
            assertThat(answer.get("metric").get("value").asLong()).isEqualTo(20_000);
            readd(answer);
        }
        assertThat(READER.get("/why?metric=recovered.amount&road=APPEAL&" + APRIL)
                        .body())
                .contains("$120.00");
    }

    @Test
    void of_the_denials_of_march_an_appeal_turned_one_and_of_those_of_april_a_correction() {
        var march = READER.ask("/api/metrics/overturn.denials?by=road&" + MARCH);
        assertThat(parts(march)).containsExactly("APPEAL 1/3");
        assertThat(march.get("series").get(0).get("value").asDouble()).isEqualTo(33.33);
        readd(march);
        var april = READER.ask("/api/metrics/overturn.denials?by=road&" + APRIL);
        assertThat(parts(april)).containsExactly("CORRECTION 1/1");
        readd(april);
    }

    @Test
    void a_figure_is_not_divided_by_what_its_postings_do_not_tell() {
        for (var refused : List.of(
                "/api/metrics/paid.amount?by=road&" + APRIL,
                "/api/metrics/denied.open?by=road&" + APRIL,
                "/api/metrics/idr.claims?by=pattern&" + APRIL,
                "/api/audit/explain?metric=paid.amount&road=appeal&" + APRIL,
                "/api/audit/explain?metric=recovered.amount&road=luck&" + APRIL)) {
            assertThat(READER.get(refused).statusCode()).as(refused).isEqualTo(400);
        }
    }

    @Test
    void the_figures_of_patterns_are_divided_by_pattern() {
        var both = "practice=BOOK&from=2026-03-01&to=2026-04-30";
        for (var id : List.of("pattern.frequency", "pattern.impact", "pattern.rate", "practice.sessions")) {
            var answer = READER.ask("/api/metrics/" + id + "?by=pattern&" + both);
            assertThat(answer.get("series")).as(id).hasSize(1);
            assertThat(answer.get("series").get(0).get("key").asString()).isEqualTo(PatternBook.PATTERN.toString());
            readd(answer);
        }
        assertThat(parts(READER.ask("/api/metrics/pattern.rate?by=pattern&" + both)))
                .containsExactly(PatternBook.PATTERN + " 2/3");
    }

    @Test
    void what_is_at_risk_of_a_recoverable_pattern_can_all_be_recovered() {
        var answer = READER.ask("/api/metrics/recoverable.amount?practice=BOOK&day=2026-03-20");
        var metric = answer.get("metric");
        assertThat(metric.get("value").asLong()).isEqualTo(15_000);
        assertThat(metric.get("atRiskCents").asLong()).isEqualTo(15_000);
        var part = metric.get("parts").get(0);
        assertThat(part.get("number").asString()).isEqualTo("PTN-1");
        assertThat(part.get("recoveryStatus").asString()).isEqualTo("recoverable");
        var why = READER.ask(part.get("explain").asString());
        assertThat(why.get("readds").asBoolean()).isTrue();
        assertThat(why.get("sum").asLong()).isEqualTo(part.get("atRiskCents").asLong());
        var won = READER.ask("/api/metrics/recoverable.amount?practice=BOOK&day=2026-03-27");
        assertThat(won.get("metric").get("value").asLong()).isZero();
        assertThat(won.get("metric").get("parts")).isEmpty();
    }

    @Test
    void months_and_quarters_of_every_flow_add_up_to_the_window() {
        var added = 0;
        for (var basis : List.of("event", "submission")) {
            var window = "practice=BOOK&from=2026-02-01&to=2026-04-30&basis=" + basis;
            for (var figure : READER.ask("/api/metrics/dashboard?" + window).get("metrics")) {
                var id = figure.get("id").asString();
                for (var by : List.of("month", "quarter")) {
                    var answer = READER.get("/api/metrics/" + id + "?by=" + by + "&" + window);
                    if (answer.statusCode() == 400) {
                        assertThat(answer.body()).as(id).containsAnyOf("A stock is", "is an estimate");
                        continue;
                    }
                    var series = READER.ask("/api/metrics/" + id + "?by=" + by + "&" + window)
                            .get("series");
                    assertThat(sum(series, "numerator"))
                            .as(id)
                            .isEqualTo(figure.get("numerator").asLong());
                    if (!figure.get("denominator").isNull() && !id.startsWith("denial.mix")) {
                        assertThat(sum(series, "denominator"))
                                .as(id)
                                .isEqualTo(figure.get("denominator").asLong());
                    }
                    added++;
                }
            }
        }
        assertThat(added).isGreaterThan(100);
    }

    private static long sum(JsonNode series, String half) {
        return series.valueStream().mapToLong(part -> part.get(half).asLong(0)).sum();
    }

    /// Every part is the sum of its postings, and all parts together are the figure.
    private static void readd(JsonNode answer) {
        var sum = 0L;
        for (var part : answer.get("series")) {
            for (var half : List.of("numerator", "denominator")) {
                if (!part.get(half).isNull()) {
                    var why = READER.ask(part.get("explain").asString() + "&part=" + half);
                    assertThat(why.get("readds").asBoolean()).isTrue();
                    assertThat(why.get("sum").asLong())
                            .as(part.get("explain").asString() + half)
                            .isEqualTo(part.get(half).asLong());
                }
            }
            sum += part.get("numerator").asLong();
        }
        assertThat(sum).isEqualTo(answer.get("metric").get("numerator").asLong());
    }

    private static List<String> parts(JsonNode answer) {
        var parts = new ArrayList<String>();
        for (var part : answer.get("series")) {
            parts.add(part.get("key").asString() + " " + part.get("numerator").asLong()
                    + (part.get("denominator").isNull()
                            ? ""
                            : "/" + part.get("denominator").asLong()));
        }
        return parts;
    }
}
