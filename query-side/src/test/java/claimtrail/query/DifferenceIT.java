package claimtrail.query;

import static claimtrail.query.LittleBook.day;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Ids;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Two answers to one question differ by the postings in between: first + explained = second, to the cent.
class DifferenceIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);
    private static final long SEED = 11;
    private static final String MARCH = "practice=BOOK&from=2026-03-01&to=2026-03-31";
    private static final String YEAR = "practice=BOOK&from=2026-01-01&to=2026-12-31";

    /// Positions at which the book was looked at: nothing told, the book up to the end of March, all of it, and after
    /// each part of the many lives.
    private static final List<Long> AT = new ArrayList<>();

    @BeforeAll
    static void tell() {
        ManyLives.open(LOG);
        AT.add(0L);
        AT.add(LittleBook.tell(LOG, day(3, 30)));
        AT.add(LittleBook.tellAfter(LOG, day(3, 30)));
        for (var part : ManyLives.of(SEED)) {
            AT.add(ManyLives.tell(LOG, part));
        }
        READER.caughtUp();
        learnt(0, AT.get(3), "2026-05-14");
        learnt(AT.get(3), AT.get(5), "2026-11-20");
    }

    private static void learnt(long after, long upTo, String on) {
        LOG.jdbc()
                .sql("update event_store.event set recorded_at = ?::timestamptz where position > ? and position <= ?")
                .params(on + "T12:00:00Z", after, upTo)
                .update();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"event", "submission"})
    void every_figure_of_a_report_comes_from_the_first_to_the_second(String basis) {
        var moved = 0L;
        for (int i = 0; i < AT.size(); i++) {
            for (int j = i; j < AT.size(); j++) {
                var found = reports(YEAR + "&basis=" + basis, AT.get(i), AT.get(j));
                lines(found).forEach(line -> comesOut(line));
                assertThat(found.get("exact").asBoolean()).isTrue();
                assertThat(found.get("moved").asLong() == 0)
                        .as("%s %s", AT.get(i), AT.get(j))
                        .isEqualTo(i == j);
                moved += found.get("moved").asLong();
            }
        }
        assertThat(moved).isGreaterThan(200);
    }

    private static void comesOut(JsonNode line) {
        for (var half : List.of("numerator", "denominator")) {
            if (line.hasNonNull(half)) {
                var it = line.get(half);
                assertThat(it.get("first").asLong() + it.get("explained").asLong())
                        .as("%s of %s", half, line)
                        .isEqualTo(it.get("second").asLong());
                assertThat(it.get("first")).isEqualTo(line.at("/before/" + half));
                assertThat(it.get("second")).isEqualTo(line.at("/after/" + half));
            }
        }
    }

    private static Stream<JsonNode> lines(JsonNode report) {
        return Stream.concat(
                report.get("lines").valueStream(),
                report.get("months")
                        .valueStream()
                        .flatMap(month -> month.get("lines").valueStream()));
    }

    @Test
    void two_differences_in_a_row_are_the_difference_of_their_ends() {
        for (var metric : List.of("denied.amount", "paid.amount", "denied.open", "claims.submitted", "appeal.rate")) {
            var whole = half(metric, AT.get(1), AT.get(5));
            assertThat(half(metric, AT.get(1), AT.get(3)) + half(metric, AT.get(3), AT.get(5)))
                    .as(metric)
                    .isEqualTo(whole);
        }
    }

    private static long half(String metric, long first, long second) {
        return diff(metric, YEAR, first, second, "").at("/numerator/explained").asLong();
    }

    @Test
    void the_facts_in_between_are_named_and_grouped_by_what_kind_of_news_they_are() {
        var found = diff("idr.claims", "practice=BOOK&from=2026-03-01&to=2026-04-30", AT.get(1), AT.get(2), "");

        assertThat(found.at("/before/numerator").asLong()).isEqualTo(3);
        assertThat(found.at("/before/denominator").asLong()).isEqualTo(4);
        assertThat(found.at("/after/numerator").asLong()).isEqualTo(4);
        assertThat(found.at("/after/denominator").asLong()).isEqualTo(5);
        assertThat(found.get("causes").propertyNames()).containsExactly("late remittance");
        assertThat(found.at("/causes/late remittance").asLong()).isEqualTo(1);
        assertThat(found.get("postings").valueStream().map(it -> it.get("name").asString()))
                .containsExactly("claim.denied", "claim.denied");
        var above = 0L;
        for (var cause : found.get("explained")) {
            above += cause.get("numerator").asLong();
        }
        assertThat(above).isEqualTo(found.at("/numerator/explained").asLong());
    }

    @Test
    void page_by_page_and_as_a_table_the_lines_lead_from_the_first_to_the_second() {
        var pages = new ArrayList<JsonNode>();
        var first = diff("idr.dollars", YEAR, AT.get(1), AT.get(5), "&limit=7");
        for (int page = 1; page <= first.at("/pagination/pages").asInt(); page++) {
            diff("idr.dollars", YEAR, AT.get(1), AT.get(5), "&limit=7&page=" + page)
                    .get("postings")
                    .forEach(pages::add);
        }
        assertThat(pages).hasSizeGreaterThan(50);
        for (var half : List.of("numerator", "denominator")) {
            var running = first.at("/before/" + half).asLong();
            for (var line : pages) {
                if (line.get("part").asString().equals(half)) {
                    running += line.get("amount").asLong();
                    assertThat(line.get("running").asLong()).isEqualTo(running);
                }
            }
            assertThat(running).isEqualTo(first.at("/after/" + half).asLong());
        }

        var table = READER.get(address("idr.dollars", YEAR, AT.get(1), AT.get(5)) + "&format=csv");

        assertThat(table.body().lines().skip(1).map(line -> line.split(",", -1)[5]))
                .containsExactlyElementsOf(
                        pages.stream().map(it -> it.get("running").asString()).toList());
    }

    @Test
    void days_that_became_old_enough_in_between_are_told_apart_from_news() {
        var found = diff("appeal.rate", YEAR, AT.get(1), AT.get(5), "");

        assertThat(found.get("exact").asBoolean()).isTrue();
        assertThat(found.at("/causes/old enough to be counted now").asLong())
                .as(found.get("causes") + " " + found.get("before") + found.get("after"))
                .isGreaterThanOrEqualTo(3);
        assertThat(found.get("causes").size()).isGreaterThan(1);
    }

    @Test
    void a_report_made_again_from_the_same_position_is_the_same_byte_by_byte() {
        var address = "/api/audit/report?" + MARCH + "&asOf=" + AT.get(2);
        var once = READER.get(address).body();
        LittleBook.denied(LOG, "LATE", day(3, 28), 12300, "16");
        READER.caughtUp();

        assertThat(READER.get(address).body()).isEqualTo(once);
        assertThat(READER.get(address + "&format=csv").body())
                .isEqualTo(READER.get(address + "&format=csv").body());
        var now = READER.ask("/api/audit/report?" + MARCH);
        assertThat(now.get("asOf").asLong()).isGreaterThan(AT.get(5));
        for (var line : now.get("lines")) {
            assertThat(line.get("text").asString()).isNotEmpty();
        }
    }

    @Test
    void a_closed_month_is_compared_as_it_was_reported_and_as_it_is_now() {
        LOG.append(
                LittleBook.PRACTICE,
                Ids.named("setting", "period-closed"),
                new SettingChanged("period-closed", String.valueOf(AT.get(1)), "position", day(3, 1)));
        READER.caughtUp();

        var found = READER.ask("/api/audit/report/diff?practice=BOOK&closed=2026-03");

        assertThat(found.get("from").asString()).isEqualTo("2026-03-01");
        assertThat(found.get("to").asString()).isEqualTo("2026-03-31");
        assertThat(found.get("asOf").asLong()).isEqualTo(AT.get(1));
        assertThat(found.get("moved").asLong()).isPositive();
        assertThat(found.get("exact").asBoolean()).isTrue();
        var closing = READER.ask("/api/audit/closings?practice=BOOK").at("/closings/0");
        assertThat(closing.get("value").asLong()).isEqualTo(AT.get(1));
        assertThat(closing.get("actor").asString()).isEqualTo("importer");
        assertThat(READER.get("/api/audit/report/diff?practice=BOOK&closed=2026-02")
                        .statusCode())
                .isEqualTo(404);
        assertThat(READER.get("/api/audit/report/diff?practice=BOOK&closed=2026-03&asOf=5")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} is refused because of {1}")
    @CsvSource({
        "/api/audit/diff?metric=idr.claims, asOf",
        "/api/audit/diff?metric=idr.claims&asOf=20&against=10, against",
        "/api/audit/diff?asOf=5, metric",
        "/api/audit/diff?metric=appeals.avoided&asOf=5, metric",
        "/api/audit/diff?metric=idr.claims&asOf=5&part=numerator, part",
        "/api/audit/report/diff?asOf=5&against=99999999, against",
        "/api/audit/report?format=pdf, format",
    })
    void what_makes_no_sense_is_refused(String path, String parameter) {
        var answer = READER.get(path + "&practice=BOOK");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + parameter + "\"");
    }

    private static JsonNode reports(String question, long first, long second) {
        return READER.ask("/api/audit/report/diff?" + question + "&asOf=" + first + "&against=" + second);
    }

    private static JsonNode diff(String metric, String question, long first, long second, String more) {
        return READER.ask(address(metric, question, first, second) + more);
    }

    private static String address(String metric, String question, long first, long second) {
        return "/api/audit/diff?metric=" + metric + "&" + question + "&asOf=" + first + "&against=" + second;
    }
}
