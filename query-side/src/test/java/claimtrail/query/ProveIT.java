package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.metric.Basis;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.SubjectCatalogue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Any figure is counted again from the log alone; whoever changed a row of the read model is found, with the
/// place.
class ProveIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1, "--claimtrail.jobs.enabled=false");
    private static final String SPRING = "practice=BOOK&from=2026-03-01&to=2026-04-30";

    private static long early;
    private static long last;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        early = LittleBook.tell(LOG, LittleBook.day(3, 20));
        LittleBook.tellAfter(LOG, LittleBook.day(3, 20));
        PatternBook.tellMore(LOG);
        last = LOG.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        READER.caughtUp();
    }

    @AfterAll
    static void stop() {
        READER.close();
        LOG.close();
    }

    @Test
    void every_figure_is_what_the_log_makes_now_and_then_on_both_bases() {
        var proved = 0;
        for (var definition : Stream.concat(MetricCatalogue.all().stream(), SubjectCatalogue.all().stream())
                .filter(it -> !it.shape().isEstimate())
                .toList()) {
            for (var basis : Basis.values()) {
                if (!definition.bases().contains(basis)) {
                    continue;
                }
                for (var asOf : List.of(early, last)) {
                    var question =
                            "metric=" + definition.id() + "&basis=" + basis.word() + "&asOf=" + asOf + "&" + SPRING;
                    var proof = prove(question);
                    assertThat(proof.path("differences").toString())
                            .as(question)
                            .isEqualTo("[]");
                    assertThat(proof.path("verdict").asString()).as(question).isEqualTo("SAME");
                    assertThat(proof.path("recomputed")).as(question).isEqualTo(proof.path("stored"));
                    var explained = READER.ask("/api/audit/explain?" + question);
                    assertThat(proof.at("/recomputed/value")).as(question).isEqualTo(explained.path("figure"));
                    proved++;
                }
            }
        }
        assertThat(proved).isGreaterThan(200);
    }

    @Test
    void parts_of_a_figure_are_proved_as_they_are_explained() {
        for (var question : List.of(
                "metric=idr.claims&provider=" + LittleBook.A,
                "metric=idr.claims&payer=" + LittleBook.PAYER,
                "metric=idr.claims&provider=" + LittleBook.EMPTY_PRACTICE,
                "metric=denied.opened&reason=BUNDLING",
                "metric=denied.opened&category=authorization",
                "metric=aging.denials&age=0-30",
                "metric=aging.deadlines&due=not-known",
                "metric=recovered.amount&road=APPEAL",
                "metric=pattern.rate&pattern=" + PatternBook.PATTERN,
                "metric=policy.hit.rate&basis=submission&policy=" + PatternBook.POLICY,
                "metric=policy.hits&asserted=" + PatternBook.POLICY,
                "metric=code.claims&code=99213")) {
            var proof = prove(question + "&" + SPRING);
            assertThat(proof.path("verdict").asString()).as(question).isEqualTo("SAME");
            assertThat(proof.at("/recomputed/numerator").asLong())
                    .as(question)
                    .isEqualTo(READER.ask("/api/audit/explain?" + question + "&" + SPRING)
                            .path("value")
                            .asLong());
        }
    }

    @Test
    void the_proof_says_what_it_read() {
        var proof = prove("metric=idr.claims&asOf=" + last + "&" + SPRING);
        var facts = LOG.jdbc()
                .sql("select count(*) from event_store.event where practice = ? and stream_type = any(?)")
                .params(LittleBook.PRACTICE, new String[] {"claim", "import", "practice-session", "pattern"})
                .query(Long.class)
                .single();
        assertThat(proof.path("eventsRead").asLong()).isEqualTo(facts).isGreaterThan(20);
        assertThat(proof.path("streams").asLong()).isGreaterThan(5).isLessThan(facts);
        assertThat(proof.path("postings").asLong()).isGreaterThan(5);
        assertThat(proof.path("threads").asInt()).isPositive();
        assertThat(proof.path("fold").asString()).isEqualTo("claim/1");
        assertThat(proof.path("rule").asString()).isEqualTo("denial/1");
        assertThat(proof.at("/meta/asOf").asLong()).isEqualTo(last);
    }

    @Test
    void what_is_no_sum_of_postings_is_refused() {
        assertThat(READER.get("/api/audit/prove?metric=appeals.avoided&" + SPRING)
                        .statusCode())
                .isEqualTo(400);
        assertThat(READER.get("/api/audit/prove?metric=nothing&" + SPRING).statusCode())
                .isEqualTo(404);
        assertThat(READER.get("/api/audit/prove?metric=idr.claims&page=2&" + SPRING)
                        .body())
                .contains("PARAMETER_UNKNOWN");
    }

    @Test
    void a_changed_posting_is_found_with_its_place() {
        var denied = position("denied.cents");
        changing(
                "update read_model.metric_posting set amount = amount + 100 where measure = 'denied.cents' and position = "
                        + denied);
        try {
            var proof = prove("metric=denied.amount&asOf=" + (last - 1) + "&" + SPRING);
            assertThat(proof.path("verdict").asString()).isEqualTo("DIFFERENT");
            assertThat(proof.at("/stored/numerator").asLong())
                    .isEqualTo(proof.at("/recomputed/numerator").asLong() + 100);
            assertThat(proof.at("/differences/0/position").asLong()).isEqualTo(denied);
            assertThat(proof.at("/differences/0/cell").asString()).contains("denied.cents");
            assertThat(prove("metric=idr.claims&" + SPRING).path("verdict").asString())
                    .as("another figure is not touched")
                    .isEqualTo("SAME");
        } finally {
            changing(
                    "update read_model.metric_posting set amount = amount - 100 where measure = 'denied.cents' and position = "
                            + denied);
        }
    }

    @Test
    void a_posting_that_is_missing_is_found() {
        var denied = position("denied.claims");
        LOG.jdbc()
                .sql(
                        "create table kept as select * from read_model.metric_posting where measure = 'denied.claims' and position = "
                                + denied)
                .update();
        changing("delete from read_model.metric_posting where measure = 'denied.claims' and position = " + denied);
        try {
            var proof = prove("metric=idr.claims&" + SPRING);
            assertThat(proof.path("verdict").asString()).isEqualTo("DIFFERENT");
            assertThat(proof.at("/differences/0/position").asLong()).isEqualTo(denied);
            assertThat(proof.at("/differences/0/stored").isNull()
                            || proof.at("/differences/0/stored").isMissingNode())
                    .isTrue();
        } finally {
            changing("insert into read_model.metric_posting select * from kept");
            LOG.jdbc().sql("drop table kept").update();
        }
    }

    @Test
    void a_posting_that_no_fact_makes_is_found() {
        var denied = position("denied.claims");
        var added = "fold, position, 30000 as ordinal, event_id, measure, practice, payer, provider, facet, event_day,"
                + " cohort_day, amount from read_model.metric_posting where measure = 'denied.claims' and position = "
                + denied;
        changing("insert into read_model.metric_posting select " + added);
        try {
            var proof = prove("metric=idr.claims&asOf=" + (last - 1) + "&" + SPRING);
            assertThat(proof.path("verdict").asString()).isEqualTo("DIFFERENT");
            assertThat(proof.path("differences").toString()).contains("posting 30000");
            assertThat(proof.at("/differences/0/position").asLong()).isEqualTo(denied);
        } finally {
            changing("delete from read_model.metric_posting where ordinal = 30000");
        }
    }

    @Test
    void a_posting_that_was_moved_into_the_window_is_found() {
        var where = " where measure = 'denied.claims' and position = " + position("denied.claims");
        changing("update read_model.metric_posting set event_day = event_day - 1000" + where);
        try {
            var moved =
                    prove("metric=claims.denied&asOf=" + (last - 1) + "&practice=BOOK&from=2023-01-01&to=2024-12-31");
            assertThat(moved.path("verdict").asString()).isEqualTo("DIFFERENT");
            assertThat(moved.path("differencesInAll").asInt()).isEqualTo(2);
            assertThat(moved.at("/differences/0/cell").asString()).contains(", counted again ");
        } finally {
            changing("update read_model.metric_posting set event_day = event_day + 1000" + where);
        }
    }

    @Test
    void a_changed_total_over_right_postings_is_found() {
        var total = "update read_model.practice_daily_metrics set denied_claims = denied_claims %s 1"
                + " where basis = 'EVENT' and day = (select min(day) from read_model.practice_daily_metrics where denied_claims > 0"
                + " and basis = 'EVENT' and day >= '2026-03-01')";
        LOG.jdbc().sql(total.formatted("+")).update();
        try {
            var proof = prove("metric=idr.claims&" + SPRING);
            assertThat(proof.path("verdict").asString()).isEqualTo("DIFFERENT");
            assertThat(proof.at("/differences/0/place").asString()).isEqualTo("figure");
            assertThat(proof.at("/differences/0/cell").asString()).contains("its postings are right");
        } finally {
            LOG.jdbc().sql(total.formatted("-")).update();
        }
    }

    @Test
    void a_person_reads_the_proof_on_a_page() {
        var page = READER.get("/prove?metric=idr.claims&asOf=" + last + "&" + SPRING);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Counted again from the log", "the same");
        assertThat(READER.get("/why?metric=idr.claims&asOf=" + last + "&" + SPRING)
                        .body())
                .contains("/prove?metric=idr.claims&amp;");
    }

    private static JsonNode prove(String question) {
        return READER.ask("/api/audit/prove?" + question);
    }

    private static long position(String measure) {
        return LOG.jdbc()
                .sql(
                        "select min(position) from read_model.metric_posting where measure = ? and event_day >= '2026-03-01'")
                .param(measure)
                .query(Long.class)
                .single();
    }

    /// As somebody could who owns the tables.
    private static void changing(String change) {
        LOG.jdbc()
                .sql("alter table read_model.metric_posting disable trigger metric_posting_is_written_once")
                .update();
        LOG.jdbc().sql(change).update();
        LOG.jdbc()
                .sql("alter table read_model.metric_posting enable trigger metric_posting_is_written_once")
                .update();
    }
}
