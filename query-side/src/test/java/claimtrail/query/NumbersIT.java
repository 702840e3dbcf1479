package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.definition.FirstDefinitions;
import claimtrail.event.Ids;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The figures of the little book are those that its five stories add up to, each with its evidence.
class NumbersIT {

    private static final String MARCH = "/api/metrics/dashboard?practice=BOOK&from=2026-03-01&to=2026-03-30";
    private static final String APRIL = "/api/metrics/dashboard?practice=BOOK&from=2026-04-01&to=2026-04-30";

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static long endOfMarch;
    private static long definition;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        endOfMarch = LittleBook.tell(LOG, LittleBook.day(3, 30));
        READER.caughtUp();
        LittleBook.tellAfter(LOG, LittleBook.day(3, 30));
        publish(null, cost("40000", LocalDate.EPOCH));
        publish(LittleBook.PRACTICE, cost("50000", LittleBook.day(7, 1)));
        publish(null, cost("45000", LittleBook.day(7, 3)));
        definition = publish(null, FirstDefinitions.all().getLast());
        publish(null, FirstDefinitions.all().getFirst());
        READER.caughtUp();
    }

    /// A fact of reference data, of a practice or of the platform.
    private static long publish(@Nullable UUID practice, ReferenceEvent fact) {
        return LOG.append(practice, Ids.next(), fact);
    }

    private static SettingChanged cost(String cents, LocalDate from) {
        return new SettingChanged("cost-per-appeal", cents, "cents", from);
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void march_by_what_happened_in_march() {
        assertThat(figures(READER.ask(MARCH)))
                .contains(
                        "claims.submitted 4",
                        "claims.decided 4",
                        "claims.denied 3",
                        "claims.approved 1",
                        "idr.claims 75.0 = 3/4",
                        "fpr 25.0 = 1/4",
                        "idr.lines 60.0 = 3/5",
                        "idr.dollars 65.22 = 75000/115000",
                        "idr.dollars.gross 73.91 = 85000/115000",
                        "billed.amount 85000",
                        "paid.amount 32000",
                        "denied.amount 75000",
                        "average.denied 25000 = 75000/3",
                        "denied.opened 3",
                        "denied.opened.amount 75000",
                        "denied.open 55000",
                        "writeoff.rate 17.39 = 20000/115000",
                        "appeals.filed 2",
                        "appeals.decided 1",
                        "overturn.appeals 100.0 = 1/1",
                        "preventable.rate 100.0 = 3/3",
                        "preventable.partly.rate 0.0 = 0/3",
                        "dq.split 0",
                        "dq.unmapped 0");
    }

    @Test
    void what_is_open_at_the_end_of_march_is_less_than_a_month_old_and_each_class_is_explained() {
        for (var asOf : List.of("", "&asOf=" + endOfMarch)) {
            var aging = READER.ask(MARCH + asOf).get("aging");
            assertThat(rows(aging.get("byAge")))
                    .containsExactly("0-30 2 55000", "31-60 0 0", "61-90 0 0", "91-120 0 0", "over-120 0 0");
            assertThat(rows(aging.get("byDeadline")))
                    .containsExactly("passed 0 0", "0-7 0 0", "8-30 0 0", "over-30 2 55000", "not-known 0 0");
        }
        var later = READER.ask("/api/metrics/dashboard?practice=BOOK&day=2026-04-30")
                .get("aging");
        assertThat(rows(later.get("byAge"))).contains("31-60 1 40000");
        var late = READER.ask("/api/metrics/dashboard?practice=BOOK&day=2026-07-07")
                .get("aging");
        assertThat(rows(late.get("byAge"))).contains("over-120 1 40000");
        assertThat(rows(late.get("byDeadline"))).contains("passed 1 40000");
        assertThat(rows(READER.ask("/api/metrics/dashboard?practice=BOOK&day=2026-07-06")
                        .get("aging")
                        .get("byAge")))
                .contains("91-120 1 40000");
    }

    /// Each class with its denials and cents, explained.
    private static List<String> rows(JsonNode rows) {
        return rows.valueStream()
                .map(row -> {
                    readds(row.get("denials").get("explain").asString(), "numerator", row.get("denials"));
                    readds(row.get("dollars").get("explain").asString(), "numerator", row.get("dollars"));
                    return row.get("key").asString() + " "
                            + row.get("denials").get("numerator").asLong() + " "
                            + row.get("dollars").get("numerator").asLong();
                })
                .toList();
    }

    @Test
    void what_became_of_the_denials_of_march() {
        assertThat(figures(READER.ask(MARCH))).contains("appeal.rate 66.67 = 2/3", "overturn.denials 33.33 = 1/3");
        assertThat(figures(READER.ask(MARCH + "&asOf=" + endOfMarch))).contains("overturn.denials 0.0 = 0/3");
        var mature = figure(READER.ask(MARCH), "appeal.rate");
        assertThat(mature.get("immature").asLong()).isZero();
        assertThat(figure(READER.ask(MARCH), "idr.claims").get("immature").isNull())
                .isTrue();
    }

    @Test
    void appeals_avoided_are_estimated_by_the_pace_of_at_least_90_days_before_and_the_cost_in_force() {
        var from = "/api/metrics/dashboard?practice=BOOK&day=";
        assertThat(figures(READER.ask(from + "2026-06-25"))).contains("appeals.avoided 0.7", "admin.savings 26667");
        assertThat(figures(READER.ask(from + "2026-07-05"))).contains("appeals.avoided 0.6", "admin.savings 30000");
        assertThat(figures(READER.ask(from + "2026-07-05&asOf=" + endOfMarch)))
                .as("nobody had set a cost")
                .contains("appeals.avoided 0.6", "admin.savings ");
        var early = READER.ask(from + "2026-06-24");
        assertThat(figure(early, "appeals.avoided").get("value").isNull()).isTrue();
        var ground = figure(READER.ask(from + "2026-06-25"), "admin.savings").get("ground");
        assertThat(ground.get("days").asLong()).isEqualTo(90);
        assertThat(ground.get("filed").asLong()).isEqualTo(2);
        assertThat(ground.get("costCents").asLong()).isEqualTo(40000);
        assertThat(READER.ask(ground.get("explain").asString()).get("sum").asLong())
                .isEqualTo(2);
    }

    @Test
    void a_figure_names_its_definition_and_the_fact_that_published_it() {
        var figure = figure(READER.ask(MARCH), FirstDefinitions.all().getLast().id());
        var answer = READER.ask(figure.get("definition").asString());
        assertThat(answer.get("definitions")).hasSize(1);
        var published = answer.get("published").get(0);
        assertThat(published.get("version").asInt())
                .isEqualTo(figure.get("version").asInt());
        assertThat(published.get("text").asString())
                .isEqualTo(FirstDefinitions.all().getLast().text());
        assertThat(published.get("standardFromPosition").asLong()).isEqualTo(definition);
        assertThat(READER.ask(published.get("event").asString())
                        .get("event")
                        .get("name")
                        .asString())
                .isEqualTo("definition.published");
        assertThat(READER.ask("/api/metrics/definitions").get("published"))
                .extracting(it -> it.get("kind").asString() + " " + it.get("id").asString())
                .contains("RULE denial");
    }

    @Test
    void april_by_what_happened_in_april() {
        assertThat(figures(READER.ask(APRIL)))
                .contains(
                        "recovered.amount 20000",
                        "appeals.decided 1",
                        "overturn.appeals 0.0 = 0/1",
                        "idr.claims 100.0 = 1/1");
    }

    @Test
    void the_claims_of_march_as_they_were_known_at_its_end_and_a_month_later() {
        assertThat(figures(READER.ask(MARCH + "&basis=submission&asOf=" + endOfMarch)))
                .contains(
                        "claims.submitted 4",
                        "denial.rate.submitted 50.0 = 2/4",
                        "approval.rate.submitted 25.0 = 1/4",
                        "pending.rate 25.0 = 1/4",
                        "collection.rate 37.65 = 32000/85000",
                        "appeal.rate.submitted 50.0 = 1/2");
        assertThat(figures(READER.ask(MARCH + "&basis=submission"))).contains("denial.rate.submitted 75.0 = 3/4");
    }

    @Test
    void reasons_share_all_denials_opened() {
        var series = READER.ask("/api/metrics/denied.opened?practice=BOOK&from=2026-03-01&to=2026-03-30&by=reason")
                .get("series");
        assertThat(series.valueStream().map(part -> part.get("numerator").asLong()))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void denials_are_mixed_by_reason_category_payer_and_provider_and_the_counts_add_up_to_all() {
        for (var by : List.of("reason 3", "category 3", "payer 1", "provider 2")) {
            var words = by.split(" ", -1);
            for (var id : List.of("denial.mix 3", "denial.mix.amount 75000")) {
                var names = id.split(" ", -1);
                var answer = READER.ask(
                        "/api/metrics/" + names[0] + "?practice=BOOK&from=2026-03-01&to=2026-03-30&by=" + words[0]);
                assertThat(answer.get("series")).as(by).hasSize(Integer.parseInt(words[1]));
                var sum = 0L;
                for (var part : answer.get("series")) {
                    sum += part.get("numerator").asLong();
                    assertThat(part.get("denominator").asLong()).isEqualTo(Long.parseLong(names[1]));
                    readds(part.get("explain").asString(), "numerator", part);
                }
                assertThat(sum).as(by).isEqualTo(Long.parseLong(names[1]));
            }
        }
        var reasons = READER.ask("/api/metrics/denial.mix?practice=BOOK&from=2026-03-01&to=2026-03-30&by=reason");
        assertThat(reasons.get("series")
                        .valueStream()
                        .map(part -> part.get("value").asDouble()))
                .containsExactly(33.33, 33.33, 33.33);
    }

    @Test
    void times_are_those_of_the_stories() {
        var march = READER.ask(MARCH);
        var april = READER.ask(APRIL);
        assertThat(times(march, "t.remit")).isEqualTo("4 cases, median 10.0, mean 11.0, p90 14");
        assertThat(times(march, "t.denial.appeal")).isEqualTo("2 cases, median 8.5, mean 8.5, p90 12");
        assertThat(times(march, "t.appeal.decision")).isEqualTo("1 cases, median 10.0, mean 10.0, p90 10");
        assertThat(times(april, "t.appeal.decision")).isEqualTo("1 cases, median 21.0, mean 21.0, p90 21");
        assertThat(times(march, "t.denial.resolution")).isEqualTo("1 cases, median 12.0, mean 12.0, p90 12");
        assertThat(times(april, "t.denial.resolution")).isEqualTo("2 cases, median 17.0, mean 17.0, p90 21");
        assertThat(figure(april, "t.denial.appeal").get("value").isNull()).isTrue();
    }

    private static String times(JsonNode dashboard, String id) {
        var times = figure(dashboard, id).get("times");
        return times.get("cases").asLong() + " cases, median "
                + times.get("median").asDouble() + ", mean " + times.get("mean").asDouble() + ", p90 "
                + times.get("p90").asLong();
    }

    @Test
    void every_figure_on_both_bases_now_and_then_is_the_sum_of_the_postings_shown_for_it() {
        var explained = 0;
        for (var window : List.of(MARCH, APRIL)) {
            for (var basis : List.of("event", "submission")) {
                for (var asOf : List.of("", "&asOf=" + endOfMarch)) {
                    for (var figure :
                            READER.ask(window + "&basis=" + basis + asOf).get("metrics")) {
                        readds(figure.get("explain").asString(), "numerator", figure);
                        explained++;
                        if (!figure.get("denominator").isNull()) {
                            readds(figure.get("explain").asString(), "denominator", figure);
                            explained++;
                        }
                    }
                }
            }
        }
        assertThat(explained).isGreaterThan(200);
    }

    @Test
    void every_part_of_a_series_is_explained_and_the_parts_add_up_to_the_whole() {
        for (var by : List.of("payer", "provider", "day", "week", "month", "quarter")) {
            var answer = READER.ask("/api/metrics/idr.claims?practice=BOOK&from=2026-03-01&to=2026-04-30&by=" + by);
            var parts = answer.get("series").valueStream().toList();
            assertThat(parts.stream()
                            .mapToLong(part -> part.get("denominator").asLong())
                            .sum())
                    .as(by)
                    .isEqualTo(answer.get("metric").get("denominator").asLong());
            for (var part : parts) {
                readds(part.get("explain").asString(), "numerator", part);
                readds(part.get("explain").asString(), "denominator", part);
            }
        }
    }

    private static void readds(String link, String part, JsonNode figure) {
        var sum = 0L;
        for (int page = 1; ; page++) {
            var why = READER.ask(link + "&limit=2&part=" + part + "&page=" + page);
            assertThat(why.get("readds").asBoolean()).as(link).isTrue();
            for (var posting : why.get("postings")) {
                sum += posting.get("amount").asLong();
                assertThat(posting.get("running").asLong()).as(link).isEqualTo(sum);
                assertThat(posting.get("source").get("file").asString()).hasSize(64);
            }
            if (page >= why.get("pagination").get("pages").asLong()) {
                break;
            }
        }
        assertThat(sum).as("%s %s", link, part).isEqualTo(figure.get(part).asLong());
    }

    @Test
    void a_list_that_is_the_evidence_of_a_figure_is_as_long_as_the_figure_says() {
        var march = READER.ask(MARCH);
        for (var pair : List.of(
                "claims.submitted submitted submitted",
                "claims.decided decided decided",
                "claims.denied denied decided",
                "claims.approved approved decided")) {
            var words = pair.split(" ", -1);
            var list = READER.ask("/api/claims?practice=BOOK&from=2026-03-01&to=2026-03-30&status=" + words[1]
                    + "&dateField=" + words[2]);
            assertThat(list.get("pagination").get("total").asLong())
                    .as(pair)
                    .isEqualTo(figure(march, words[0]).get("numerator").asLong());
        }
        var open = READER.ask("/api/appeals/worklist?practice=BOOK");
        var april = READER.ask(APRIL);
        assertThat(open.get("totals").get("denials").asLong())
                .isEqualTo(figure(april, "denied.open.count").get("numerator").asLong());
        assertThat(open.get("totals").get("cents").asLong())
                .isEqualTo(figure(april, "denied.open").get("numerator").asLong());
    }

    @Test
    void an_empty_practice_has_counts_of_zero_and_rates_that_are_not_known() {
        var empty = READER.ask("/api/metrics/dashboard?practice=EMPTY&day=2026-03-30");
        assertThat(figure(empty, "claims.submitted").get("value").asLong()).isZero();
        for (var id : List.of("idr.claims", "fpr", "idr.lines", "idr.dollars", "average.denied", "overturn.appeals")) {
            assertThat(figure(empty, id).get("value").isNull()).as(id).isTrue();
        }
        assertThat(empty.get("summary").get("denialRate").isNull()).isTrue();
        assertThat(empty.get("meta").get("simulated").asBoolean()).isTrue();
    }

    @Test
    void a_life_names_the_place_in_the_file_of_each_of_its_facts() {
        var life = READER.ask("/api/claims/" + LittleBook.claim("K1"));
        assertThat(life.get("claim").get("number").asString()).isEqualTo("K1");
        assertThat(life.get("claim").get("recoveredCents").asLong()).isEqualTo(12000);
        assertThat(life.get("episodes")).hasSize(1);
        assertThat(life.get("appeals")).hasSize(1);
        assertThat(life.get("decisions")).hasSize(2);
        assertThat(life.get("events")).hasSize(5).allSatisfy(event -> {
            assertThat(event.get("source").get("place").asString()).startsWith("/claims/");
            assertThat(event.get("source").get("from").asLong()).isEqualTo(10);
        });
        var position = life.get("events").get(1).get("position").asLong();
        var event = READER.ask("/api/audit/events/" + position);
        assertThat(event.get("event")
                        .get("payload")
                        .get("decision")
                        .get("outcome")
                        .asString())
                .isEqualTo("PARTLY_DENIED");
        assertThat(event.get("postings")).isNotEmpty();
    }

    @Test
    void what_is_not_known_is_refused_and_not_ignored() {
        for (var path : List.of(
                MARCH + "&providr=1",
                MARCH + "&basis=cash",
                MARCH + "&asOf=999999",
                "/api/metrics/dashboard?practice=BOOK&days=0",
                "/api/metrics/dashboard?practice=BOOK&day=yesterday",
                "/api/metrics/dashboard",
                "/api/claims?practice=BOOK&status=lost",
                "/api/metrics/idr.claims?practice=BOOK&by=reason",
                "/api/audit/explain?practice=BOOK&metric=appeals.avoided",
                "/api/metrics/admin.savings?practice=BOOK&by=month",
                "/api/metrics/denied.open?practice=BOOK&by=age",
                "/api/metrics/aging.denials?practice=BOOK&by=due",
                "/api/audit/explain?practice=BOOK&metric=aging.deadlines&age=0-30",
                "/api/audit/explain?practice=BOOK&metric=aging.denials&age=0-29",
                "/api/audit/explain?practice=BOOK&metric=denied.opened&reason=BUNDLED&category=bundling",
                "/api/audit/explain?practice=BOOK&metric=claims.denied&part=denominator")) {
            var answer = READER.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\"");
        }
        assertThat(READER.get("/api/metrics/no.such?practice=BOOK").statusCode())
                .isEqualTo(404);
        assertThat(READER.get("/api/claims/" + LittleBook.PRACTICE).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_provider_stands_beside_all_providers_together() {
        var a = READER.ask("/api/providers/" + LittleBook.A
                + "/performance?practice=BOOK&from=2026-03-01&to=2026-04-30&grain=quarter");
        assertThat(figures(a)).contains("idr.claims 100.0 = 2/2", "recovered.amount 12000");
        assertThat(a.get("practice").get("value").asDouble()).isEqualTo(80.00);
        assertThat(a.get("rank").isNull())
                .as("two decisions are too few for a rank")
                .isTrue();
        assertThat(a.get("series").get(0).get("key").asString()).isEqualTo("2026-Q1");
    }

    @Test
    void providers_add_up_to_the_practice_and_each_of_their_figures_is_explained() {
        var answer = READER.ask("/api/providers?practice=BOOK&from=2026-03-01&to=2026-03-30");
        assertThat(answer.get("practice").get("value").asDouble()).isEqualTo(75.00);
        assertThat(answer.get("meta").get("from").asString()).isEqualTo("2026-03-01");
        var names = new ArrayList<String>();
        var decided = 0L;
        for (var provider : answer.get("providers")) {
            names.add(provider.get("number").asString() + " "
                    + provider.get("metrics").get("denied").get("value").asLong() + "/"
                    + provider.get("metrics").get("decided").get("value").asLong());
            decided += provider.get("metrics").get("decided").get("numerator").asLong();
            assertThat(provider.get("rank").isNull()).isTrue();
            assertThat(provider.get("metrics").properties()).hasSize(10);
            for (var metric : provider.get("metrics")) {
                readds(metric.get("explain").asString(), "numerator", metric);
                if (!metric.get("denominator").isNull()) {
                    readds(metric.get("explain").asString(), "denominator", metric);
                }
            }
        }
        assertThat(names).containsExactlyInAnyOrder("A 2/2", "B 1/2");
        assertThat(decided).isEqualTo(answer.get("practice").get("denominator").asLong());
        var one = READER.ask("/api/providers?practice=BOOK&from=2026-03-01&to=2026-03-30&provider=" + LittleBook.B);
        assertThat(one.get("providers")).hasSize(1);
        assertThat(READER.get("/api/providers?practice=BOOK&dys=90").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_answer_says_how_much_of_it_is_assumed_and_how_far_behind_it_is() {
        var meta = READER.ask(MARCH).get("meta");
        assertThat(figures(READER.ask(MARCH)))
                .as("4 submissions, 4 decisions, 2 appeals, 1 outcome")
                .contains("dq.assumed 0.0 = 0/11");
        assertThat(meta.get("assumed").get("days").asLong()).isZero();
        assertThat(meta.get("assumed").get("splits").asLong()).isZero();
        assertThat(meta.get("lag").get("events").asLong()).isZero();
        assertThat(meta.get("lag").get("millis").asLong()).isZero();
    }

    @Test
    void the_views_for_sql_show_the_rates_that_are_answered() {
        var book = LOG.jdbc()
                .sql("""
                        select round(100.0 * sum(denied_claims) / sum(decided_claims), 2) = 75.00
                               and bool_and(denial_rate is null or basis = 'EVENT')
                               and count(write_off_rate) > 0
                          from read_model.practice_daily_metrics_rates
                         where practice = ? and basis = 'EVENT' and day between '2026-03-01' and '2026-03-30'
                        """)
                .param(LittleBook.PRACTICE)
                .query(Boolean.class)
                .single();
        assertThat(book).isTrue();
        var cohort = LOG.jdbc()
                .sql("""
                        select denied_of_submitted from read_model.provider_performance_rates
                         where provider = ? and basis = 'SUBMISSION' and grain = 'DAY'
                           and period_start = '2026-03-02'
                        """)
                .param(LittleBook.A)
                .query(java.math.BigDecimal.class)
                .single();
        assertThat(cohort).isEqualByComparingTo("100");
    }

    @Test
    void what_one_has_is_not_sent_again() {
        var first = READER.get(MARCH);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(READER.get(MARCH, tag).statusCode()).isEqualTo(304);
        assertThat(READER.get(APRIL, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void an_instant_is_resolved_to_the_position_that_was_known_then() {
        var at = LOG.jdbc()
                .sql("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                        + " from event_store.event where position = 5")
                .query(String.class)
                .single();
        assertThat(READER.ask(MARCH + "&asOf=" + at).get("meta").get("asOf").asLong())
                .isBetween(5L, endOfMarch);
    }

    @Test
    void the_pages_open() {
        for (var path : List.of(
                "/?practice=BOOK&from=2026-03-01&to=2026-03-30",
                "/?practice=EMPTY&basis=submission",
                "/",
                "/why?metric=idr.claims&practice=BOOK&from=2026-03-01&to=2026-03-30",
                "/why?metric=denied.open&practice=BOOK&from=2026-03-01&to=2026-03-30",
                "/events/6",
                "/claims?practice=BOOK&status=denied",
                "/claims/" + LittleBook.claim("K1"),
                "/work?practice=BOOK&day=2026-04-30",
                "/imports?practice=BOOK")) {
            var page = READER.get(path);
            assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
            assertThat(page.body()).as(path).contains("</html>").doesNotContain("http://", "https://");
        }
        assertThat(READER.get("/claims/" + LittleBook.PRACTICE).statusCode()).isEqualTo(404);
        assertThat(READER.get("/?days=many").statusCode()).isEqualTo(400);
    }

    private static JsonNode figure(JsonNode dashboard, String id) {
        return dashboard
                .get("metrics")
                .valueStream()
                .filter(figure -> figure.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> figures(JsonNode dashboard) {
        var lines = new ArrayList<String>();
        for (var figure : dashboard.get("metrics")) {
            lines.add(figure.get("id").asString() + " " + figure.get("value").asString()
                    + (figure.get("denominator").isNull()
                            ? ""
                            : " = " + figure.get("numerator").asLong() + "/"
                                    + figure.get("denominator").asLong()));
        }
        return lines;
    }
}
