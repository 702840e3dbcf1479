package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The daily tables say what the ledger says, however the facts were read, and the ledger is written once.
class LedgerIT {

    private static final List<String> TABLES = List.of(
            "practice_daily_metrics",
            "provider_performance",
            "facet_daily_metrics",
            "claim",
            "denial_episode",
            "appeal");

    /// The postings of one column: the measure, and the facets where it takes only some.
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("submitted_claims", "submitted.claims"),
            Map.entry("submitted_cents", "submitted.cents"),
            Map.entry("submitted_lines", "submitted.lines"),
            Map.entry("rejected_claims", "rejected.claims"),
            Map.entry("withdrawn_claims", "withdrawn.claims"),
            Map.entry("decided_claims", "decided.claims"),
            Map.entry("decided_cents", "decided.cents"),
            Map.entry("decided_lines", "decided.lines"),
            Map.entry("denied_claims", "denied.claims"),
            Map.entry("denied_partly_claims", "denied.claims PARTIAL"),
            Map.entry("denied_lines", "denied.lines"),
            Map.entry("denied_cents", "denied.cents"),
            Map.entry("denied_gross_cents", "denied.gross.cents"),
            Map.entry("duplicate_claims", "duplicate.claims"),
            Map.entry("appealed_claims", "appealed.claims"),
            Map.entry("appeals_filed", "appeal.filed"),
            Map.entry("appeals_overturned", "appeal.closed OVERTURNED"),
            Map.entry("appeals_partly", "appeal.closed PARTLY"),
            Map.entry("appeals_upheld", "appeal.closed UPHELD DISMISSED"),
            Map.entry("appeals_withdrawn", "appeal.closed WITHDRAWN"),
            Map.entry("overturned_claims", "overturned.claims"),
            Map.entry("overturned_cents", "overturned.cents"),
            Map.entry("paid_cents", "paid.cents"),
            Map.entry("recovered_cents", "recovered.cents"),
            Map.entry("written_off_cents", "written.off.cents"));

    @Test
    void every_column_of_every_row_is_the_sum_of_its_postings_on_both_bases() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            LittleBook.tell(log);
            reader.caughtUp();
            var checked = 0;
            for (var basis : List.of("EVENT event_day", "SUBMISSION cohort_day")) {
                var words = List.of(basis.split(" ", -1));
                for (var column : COLUMNS.entrySet()) {
                    assertThat(differences(log, "practice_daily_metrics", "day", "", column, words))
                            .as(column.getKey() + basis)
                            .isZero();
                    assertThat(differences(log, "provider_performance", "period_start", ", provider", column, words))
                            .as(column.getKey() + basis)
                            .isZero();
                    checked++;
                }
                assertThat(facetDifferences(log, words)).isZero();
            }
            assertThat(checked).isEqualTo(2 * COLUMNS.size());
            assertThat(number(log, "select count(*) from read_model.practice_daily_metrics"))
                    .isGreaterThan(10);
        }
    }

    private static long differences(
            TestLog log, String table, String day, String more, Map.Entry<String, String> column, List<String> basis) {
        var words = List.of(column.getValue().split(" ", -1));
        var facets = words.subList(1, words.size());
        return number(log, """
                select count(*) from (
                    select practice, payer%2$s, %3$s as day, %4$s as amount from read_model.%1$s
                     where basis = '%5$s' and %4$s <> 0 %10$s) r
                  full join (
                    select practice, payer%2$s, %6$s as day, sum(amount)::bigint as amount
                      from read_model.metric_posting
                     where measure = '%7$s' %8$s group by 1, 2, 3%9$s having sum(amount) <> 0) p
                 using (practice, payer%2$s, day)
                 where r.amount is distinct from p.amount
                """.formatted(
                        table,
                        more,
                        day,
                        column.getKey(),
                        basis.getFirst(),
                        basis.getLast(),
                        words.getFirst(),
                        facets.isEmpty() ? "" : "and facet in ('" + String.join("', '", facets) + "')",
                        more.isEmpty() ? "" : ", 4",
                        more.isEmpty() ? "" : "and grain = 'DAY'"));
    }

    private static long facetDifferences(TestLog log, List<String> basis) {
        return number(log, """
                select count(*) from (
                    select fold, practice, payer, provider, measure, facet, day, amount
                      from read_model.facet_daily_metrics where basis = '%s' and amount <> 0) r
                  full join (
                    select fold, practice, payer, provider, measure, facet, %s as day, sum(amount)::bigint as amount
                      from read_model.metric_posting
                     where split_part(measure, '.', 1) in ('episode', 'wait', 'code', 'flag', 'import')
                     group by 1, 2, 3, 4, 5, 6, 7 having sum(amount) <> 0) p
                 using (fold, practice, payer, provider, measure, facet, day)
                 where r.amount is distinct from p.amount
                """.formatted(basis.getFirst(), basis.getLast()));
    }

    @Test
    void a_batch_that_comes_twice_counts_once() {
        try (var log = new TestLog()) {
            LittleBook.open(log);
            LittleBook.tell(log);
            List<String> once;
            try (var reader = new Reader(log, 1)) {
                reader.caughtUp();
                once = contents(log);
            }
            log.jdbc().sql("delete from read_model.token_entry").update();
            log.jdbc().sql("update read_model.fold_status set token = 0").update();
            try (var reader = new Reader(log, 1)) {
                reader.caughtUp();
                assertThat(contents(log)).isEqualTo(once);
            }
        }
    }

    @Test
    void four_segments_write_the_same_rows_as_one() {
        assertThat(told(4)).isEqualTo(told(1));
    }

    private static List<String> told(int segments) {
        try (var log = new TestLog();
                var reader = new Reader(log, segments)) {
            LittleBook.open(log);
            LittleBook.tell(log, LittleBook.day(3, 15));
            reader.caughtUp();
            LittleBook.tellAfter(log, LittleBook.day(3, 15));
            reader.caughtUp();
            return contents(log);
        }
    }

    @Test
    void nobody_changes_the_ledger() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            LittleBook.tell(log);
            reader.caughtUp();
            for (var attempt : List.of(
                    "update read_model.metric_posting set amount = amount + 1",
                    "delete from read_model.metric_posting",
                    "truncate read_model.metric_posting")) {
                assertThatThrownBy(() -> log.jdbc().sql(attempt).update())
                        .as(attempt)
                        .hasStackTraceContaining("written once");
            }
        }
    }

    @Test
    void a_database_that_does_not_answer_gives_an_error_and_no_zero() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            reader.caughtUp();
            log.cutOff();
            var answer = reader.get("/api/metrics/dashboard?practice=BOOK");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("DATABASE_UNAVAILABLE").doesNotContain("metrics\"");
            var page = reader.get("/?practice=BOOK");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("cannot be read just now");
        }
    }

    @Test
    void a_fold_that_stands_still_shows_in_the_status() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            reader.caughtUp();
            assertThat(reader.ask("/api/status").get("state").asString()).isEqualTo("LIVE");
            log.append(LittleBook.PRACTICE, LittleBook.claim("K9"), LittleBook.voided(), 3);
            reader.await(
                    "the status says so",
                    () -> reader.ask("/api/status").get("state").asString().equals("STOPPED"));
            assertThat(reader.ask("/api/status")
                            .get("segments")
                            .get(0)
                            .get("error")
                            .asString())
                    .contains("jumps");
            assertThat(reader.ask("/api/status").at("/alarms/0/code").asString())
                    .isEqualTo("COUNTING_STOPPED");
            assertThat(reader.get("/?practice=BOOK").body()).contains("Counting has stopped");
        }
    }

    /// All rows of all tables, without what tells of the way they were read.
    private static List<String> contents(TestLog log) {
        return TABLES.stream()
                .map(table -> log.jdbc()
                        .sql(
                                "select coalesce(string_agg(r::text, E'\\n' order by r::text), '') from (select * from read_model."
                                        + table + ") r")
                        .query(String.class)
                        .single())
                .toList();
    }

    private static long number(TestLog log, String sql) {
        return log.jdbc().sql(sql).query(Long.class).single();
    }
}
