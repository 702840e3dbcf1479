package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Every night everything is counted again from the log; one node does it, and a difference is an alarm.
class JobsIT {

    private static final String JOB = "/api/admin/jobs/nightly-proof";
    private static final String JSON = "application/json";

    @Test
    void what_was_counted_is_what_the_log_makes() {
        try (var log = new TestLog();
                var reader = new Reader(log, 2)) {
            LittleBook.open(log);
            LittleBook.tell(log);
            LittleBook.exposed(log, "E1", Ids.named("pattern"), LittleBook.day(4, 1), 5_000, true);
            reader.caughtUp();
            assertThat(count(log, "read_model.pattern_daily_metrics")).isPositive();

            var run = proof(reader);

            assertThat(run.get("outcome").asString()).isEqualTo("DONE");
            assertThat(run.get("differences").asLong()).isZero();
            assertThat(run.get("asOf").asLong()).isEqualTo(count(log, "event_store.event"));
            assertThat(run.get("says").asString())
                    .isEqualTo(
                            "%,d facts counted again and compared with %,d postings and %,d rows of totals: all the same."
                                    .formatted(
                                            count(log, "event_store.event"),
                                            count(log, "read_model.metric_posting"),
                                            count(log, "read_model.practice_daily_metrics")
                                                    + count(log, "read_model.provider_performance")
                                                    + count(log, "read_model.facet_daily_metrics")
                                                    + count(log, "read_model.pattern_daily_metrics")
                                                    + count(log, "read_model.policy_daily_metrics")
                                                    + count(log, "read_model.pattern_totals")
                                                    + count(log, "read_model.policy_totals")));
            var job = reader.ask("/api/admin/jobs").get("jobs").get(0);
            assertThat(job.get("schedule").asString()).isEqualTo("daily at 02:00 UTC");
            assertThat(job.get("next").asString()).contains("T02:00:00Z");
            assertThat(reader.get("/").body()).doesNotContain("The last proof found");
        }
    }

    @Test
    void a_changed_posting_and_changed_cells_are_all_found_and_named() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            LittleBook.tell(log);
            LittleBook.exposed(log, "E1", Ids.named("pattern"), LittleBook.day(4, 1), 5_000, true);
            reader.caughtUp();
            changeLedger(
                    log,
                    "update read_model.metric_posting set amount = amount + 7 where measure = 'denied.cents' and event_day = '2026-03-12'");
            log.jdbc().sql("""
                            update read_model.practice_daily_metrics set denied_claims = denied_claims + 1
                             where basis = 'EVENT' and day = '2026-03-13'
                            """).update();

            log.jdbc().sql("""
                            update read_model.provider_performance set paid_cents = 19999
                             where basis = 'SUBMISSION' and grain = 'QUARTER' and provider = ? and paid_cents = 20000
                            """).param(LittleBook.A).update();

            log.jdbc().sql("""
                            update read_model.pattern_totals set denied_cents = 6000
                             where basis = 'EVENT' and grain = 'MONTH' and denied_cents = 5000
                            """).update();

            var run = proof(reader);

            assertThat(run.get("outcome").asString()).isEqualTo("DIFFERENT");
            assertThat(run.get("first").valueStream().map(JobsIT::shortly))
                    .containsExactly(
                            "metric_posting denied.cents 2026-03-12 15007 instead of 15000",
                            "practice_daily_metrics EVENT 2026-03-13 denied_claims 2 instead of 1",
                            "provider_performance QUARTER 2026-01-01 paid_cents 19999 instead of 20000",
                            "pattern_totals MONTH 2026-04-01 denied_cents 6000 instead of 5000");
            assertThat(run.get("first").get(0).get("position").asLong()).isPositive();
            for (var page : List.of("/", "/claims", "/imports", "/jobs")) {
                assertThat(reader.get(page).body())
                        .as(page)
                        .contains("The last proof found 4 differences")
                        .doesNotContain("null\"");
            }
            assertThat(reader.get("/jobs").body()).contains("practice_daily_metrics");
            assertThat(reader.ask("/api/status")
                            .get("lastProof")
                            .get("differences")
                            .asLong())
                    .isEqualTo(4);
            assertThat(reader.ask("/api/status").get("proofMismatch").asLong()).isEqualTo(4);
            var alarm = reader.ask("/api/status").get("alarms").get(0);
            assertThat(alarm.get("level").asString() + " " + alarm.get("code").asString())
                    .isEqualTo("RED PROOF_DIFFERS");
            assertThat(alarm.get("details")).as("the first three").hasSize(3);
        }
    }

    @Test
    void postings_that_are_missing_or_that_no_fact_posts_are_found_and_no_cell_is_blamed_for_them() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            LittleBook.tell(log);
            reader.caughtUp();
            changeLedger(log, "delete from read_model.metric_posting where measure = 'recovered.cents'");
            changeLedger(log, """
                    insert into read_model.metric_posting
                    select fold, 999999, ordinal, event_id, 'never.heard.of', practice, payer, provider, facet, event_day,
                           cohort_day, amount
                      from read_model.metric_posting order by position limit 1
                    """);
            assertThat(proof(reader).get("first").valueStream().map(JobsIT::shortly))
                    .contains("metric_posting recovered.cents 2026-04-02 null instead of 12000")
                    .anyMatch(it -> it.startsWith("metric_posting never.heard.of") && it.endsWith("instead of null"))
                    .allMatch(it -> it.startsWith("metric_posting "));
        }
    }

    @Test
    void a_proof_while_one_segment_is_behind_finds_nothing_amiss_in_what_the_others_have_counted() {
        try (var log = new TestLog();
                var reader = new Reader(log, 3)) {
            LittleBook.open(log);
            log.append(LittleBook.PRACTICE, Ids.named("hole"), LittleBook.provider("C"), 1);
            LittleBook.tell(log);
            var head = count(log, "event_store.event");
            reader.await(
                    "one segment stands still, the others have come to the end",
                    () -> log.jdbc().sql("""
                            select count(*) filter (where error is not null) = 1 and count(*) filter (where token = ?) = 2
                              from read_model.fold_status
                            """).param(head).query(Boolean.class).single());

            var run = proof(reader);

            assertThat(run.get("differences").asLong()).isZero();
            assertThat(run.get("asOf").asLong()).isLessThan(head);
            assertThat(run.get("says").asString()).doesNotContain(" 0 postings");
        }
    }

    @Test
    void of_two_nodes_one_runs_the_job_and_a_second_press_is_refused_while_it_does() throws SQLException {
        try (var log = new TestLog();
                var one = new Reader(log, 1);
                var other = new Reader(log, 1)) {
            LittleBook.open(log);
            one.caughtUp();
            try (var _ = new Standstill(log)) {
                assertThat(one.post(JOB + "/run", JSON).statusCode()).isEqualTo(202);
                one.await(
                        "it runs", () -> one.ask(JOB).get("job").get("running").asBoolean());
                var second = other.post(JOB + "/run", JSON);
                assertThat(second.statusCode()).isEqualTo(409);
                assertThat(second.body()).contains("JOB_IN_PROGRESS");
            }
            one.await(
                    "it is over",
                    () -> !other.ask(JOB).get("job").get("running").asBoolean());
            for (int press = 2; press <= 4; press++) {
                proof(press % 2 == 0 ? one : other);
            }
            var runs = one.ask(JOB).get("runs");
            assertThat(runs.valueStream().map(run -> run.get("outcome").asString()))
                    .containsExactly("DONE", "DONE", "DONE", "DONE");
        }
    }

    @Test
    @Timeout(120)
    void a_run_whose_node_is_killed_is_run_again() throws IOException, InterruptedException, SQLException {
        try (var log = new TestLog()) {
            try (var reader = new Reader(log, 1, "--claimtrail.jobs.enabled=false")) {
                LittleBook.open(log);
                reader.caughtUp();
                assertThat(reader.post(JOB + "/run", JSON).statusCode()).isEqualTo(202);
            }
            killInTheMiddle(log);
            try (var reader = new Reader(log, 1, "--claimtrail.jobs.heartbeat=1s")) {
                reader.await("another node takes it over", () -> outcomes(log).equals(List.of("ABANDONED", "DONE")));
            }
        }
    }

    @Test
    void an_unknown_job_is_not_there_and_a_page_leads_back_to_the_jobs() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            assertThat(reader.post("/api/admin/jobs/tea/run", JSON).statusCode())
                    .isEqualTo(404);
            assertThat(reader.get("/api/admin/jobs/tea").statusCode()).isEqualTo(404);
            var pressed = reader.post(JOB + "/run", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertThat(pressed.statusCode()).isEqualTo(303);
            assertThat(pressed.headers().firstValue("Location")).hasValue("/jobs");
        }
    }

    @Test
    void the_jobs_of_the_command_side_stand_beside_ours_and_what_they_find_is_an_alarm() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            reader.caughtUp();
            log.jdbc().sql("""
                    insert into event_store.job values ('pattern-check', 'Finds patterns anew.', 'daily at 00:30 UTC');
                    insert into event_store.scheduled_job values ('pattern-check', '2030-01-01 00:30Z', false)
                    """).update();
            assertThat(reader.ask("/api/admin/jobs").get("jobs").valueStream().map(JobsIT::nameAndSide))
                    .containsExactly("nightly-proof QUERY", "log-verification QUERY", "pattern-check COMMAND");
            assertThat(reader.get("/jobs").body())
                    .contains("Finds patterns anew.")
                    .contains("Never run yet");

            log.jdbc().sql("""
                    insert into event_store.job_run (job, node, started_at, finished_at, outcome, says, as_of, differences)
                    values ('pattern-check', 'n', '2026-01-01 00:30:00Z', '2026-01-01 00:30:02Z', 'DIFFERENT', 'Missed: 1.', 7, 1);
                    insert into event_store.job_difference values (1, 0, 'reason-class/1 TIMELY', 'practice P, 2026-01-05')
                    """).update();

            var job = reader.ask("/api/admin/jobs/pattern-check");
            assertThat(job.get("job").get("next").asString()).isEqualTo("2030-01-01T00:30:00Z");
            assertThat(job.get("runs").get(0).get("millis").asLong()).isEqualTo(2_000);
            var alarm = reader.ask("/api/status").get("alarms").get(0);
            assertThat(alarm.get("level").asString() + " " + alarm.get("code").asString())
                    .isEqualTo("RED PATTERNS_MISSED");
            assertThat(reader.get("/jobs").body()).contains("reason-class/1 TIMELY", "practice P, 2026-01-05");
            assertThat(reader.post("/api/admin/jobs/pattern-check/run", JSON).body())
                    .contains("JOB_OF_COMMAND_SIDE");
        }
    }

    private static String nameAndSide(JsonNode job) {
        return job.get("name").asString() + " " + job.get("side").asString();
    }

    /// Has it run, and waits for what it comes to.
    private static JsonNode proof(Reader reader) {
        var before = reader.ask(JOB).get("runs").size();
        assertThat(reader.post(JOB + "/run", JSON).statusCode()).isEqualTo(202);
        // Two questions, because the parts of one answer may be of different moments.
        reader.await("the proof is over", () -> {
            var runs = reader.ask(JOB).get("runs");
            return runs.size() > before
                    && !runs.get(0).get("outcome").asString().equals("RUNNING");
        });
        reader.await(
                "the next may begin",
                () -> !reader.ask(JOB).get("job").get("running").asBoolean());
        return reader.ask(JOB).get("runs").get(0);
    }

    /// The table, what stands there, the day, and both amounts; without ids.
    private static String shortly(JsonNode difference) {
        var cell = difference.get("cell").asString();
        var place = difference.get("place").asString();
        var words = cell.replaceFirst("^[^:]*: ", "").replaceFirst(" \\(.*", "").split(" ", -1);
        var shown = place.equals("metric_posting")
                ? words[0] + " " + words[words.length - 1]
                : words[words.length - 3] + " " + words[words.length - 2] + " " + words[words.length - 1];
        return place + " " + shown + " " + amount(difference.get("stored")) + " instead of "
                + amount(difference.get("recounted"));
    }

    private static String amount(JsonNode amount) {
        return amount.isNull() ? "null" : String.valueOf(amount.asLong());
    }

    /// As somebody could who owns the tables.
    private static void changeLedger(TestLog log, String change) {
        log.jdbc()
                .sql("alter table read_model.metric_posting disable trigger metric_posting_is_written_once")
                .update();
        log.jdbc().sql(change).update();
        log.jdbc()
                .sql("alter table read_model.metric_posting enable trigger metric_posting_is_written_once")
                .update();
    }

    private static long count(TestLog log, String table) {
        return log.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> outcomes(TestLog log) {
        return log.jdbc()
                .sql("select outcome from read_model.job_run order by run_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void killInTheMiddle(TestLog log) throws IOException, InterruptedException, SQLException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                QuerySide.class.getName()));
        command.addAll(List.of(Reader.arguments(log.url(), 1)));
        try (var _ = new Standstill(log)) {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                Reader.awaiting("the job runs", 60, () -> outcomes(log).equals(List.of("RUNNING")));
            } finally {
                process.toHandle().destroyForcibly(); // SIGKILL: no hook, no finally, no flush
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(outcomes(log)).containsExactly("RUNNING");
    }

    /// Keeps everybody from the daily totals, so that a proof stands still in its middle.
    private static final class Standstill implements AutoCloseable {

        private final java.sql.Connection connection;

        Standstill(TestLog log) throws SQLException {
            connection = java.sql.DriverManager.getConnection(log.url(), "postgres", "");
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("lock table read_model.facet_daily_metrics in access exclusive mode");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
