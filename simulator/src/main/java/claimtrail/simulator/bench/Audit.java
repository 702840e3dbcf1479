package claimtrail.simulator.bench;

import claimtrail.simulator.bench.history.Scale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What an auditor's questions cost over a long history: the why of a number, numbers as they were known at any
/// position, and how much is kept.
final class Audit {

    private static final String PRACTICE = "?practice=BENCH-1";
    private static final int OK = 200;

    private final Report report;
    private final Duration time;

    Audit(Report report, Duration time) {
        this.report = report;
        this.time = time;
    }

    void run(Ground ground, Scale scale, long seed) throws SQLException, IOException {
        try (var stage = Stage.set(ground, scale, seed)) {
            var head = stage.history().position();
            report.about("facts", head);
            report.about("practices", scale.practices());
            if (stage.countedPerSecond() > 0) {
                report.add("counted live", Map.of("facts/s", stage.countedPerSecond()));
            }
            kept(stage, head);
            var yardsticks = new Yardsticks(ground, report);
            yardsticks.read(head);
            yardsticks.write(Math.min(head, 200_000));
            why(stage);
            asOf(stage, head);
            heap();
        }
    }

    /// Bytes for each fact, all indexes included.
    private void kept(Stage stage, long head) throws SQLException {
        var log = Stage.number(
                stage.connection(),
                "select sum(pg_total_relation_size(oid)) from pg_class where oid = 'event_store.event'::regclass");
        var ledger = Stage.number(
                stage.connection(), "select pg_total_relation_size('read_model.metric_posting'::regclass)");
        var all = Stage.number(stage.connection(), """
                select sum(pg_total_relation_size(oid)) from pg_class
                 where relnamespace = 'read_model'::regnamespace and relkind = 'r'
                """);
        var figures = new LinkedHashMap<String, Number>();
        figures.put("log", (double) log / head);
        figures.put("read models", (double) all / head);
        figures.put("of them the ledger", (double) ledger / head);
        report.add("bytes a fact", figures);
        report.add(
                "postings a fact",
                Map.of(
                        "postings",
                        (double) Stage.number(stage.connection(), "select count(*) from read_model.metric_posting")
                                / head));
    }

    private void why(Stage stage) {
        var one = new Clients(stage.address(), 1);
        ask(one, "why, first page", _ -> "/api/audit/explain" + PRACTICE + "&metric=idr.claims&days=90");
        ask(
                one,
                "why, of all days",
                dice -> "/api/audit/explain" + PRACTICE + "&metric=claims.submitted&from=1900-01-01&to="
                        + LocalDate.of(2025, 1, 1).plusDays(dice.nextInt(360)));
    }

    private void asOf(Stage stage, long head) {
        var one = new Clients(stage.address(), 1);
        ask(one, "dashboard, now", dice -> "/api/metrics/dashboard" + PRACTICE + "&days=" + (20 + dice.nextInt(160)));
        for (var list : new String[] {"/api/metrics/dashboard", "/api/patterns", "/api/claims"}) {
            ask(one, list + ", any position", dice -> list + PRACTICE + "&asOf=" + position(dice, head));
        }
    }

    private static long position(RandomGenerator dice, long head) {
        return head / 20 + dice.nextLong(head - head / 20);
    }

    private void ask(Clients asking, String what, Function<RandomGenerator, String> path) {
        report.add(what, Lists.figures(asking.ask(path, OK, time)));
    }

    /// Of the whole process, the reading side and whoever asks together.
    private void heap() {
        var bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        report.add("heap at most", Map.of("MB", bytes >> 20));
    }
}
