package claimtrail.simulator.bench;

import claimtrail.simulator.bench.Clients.Answers;
import claimtrail.simulator.bench.history.Scale;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// How long the lists of patterns and policies take, on a quiet log and while facts arrive, beside an answer of the
/// same server that asks the database nothing.
final class Lists {

    private static final int OK = 200;
    private static final int NOT_THERE = 404;
    private static final String PRACTICE = "?practice=BENCH-1";

    private static final List<String> PATTERN_LISTS = List.of(
            "",
            "&limit=50",
            "&page=2",
            "&sort=-rate",
            "&sort=frequency",
            "&sort=-risk",
            "&status=active",
            "&tier=critical",
            "&search=bundled",
            "&days=30",
            "&days=90",
            "&days=365",
            "&basis=submission");
    private static final List<String> POLICY_LISTS = List.of(
            "",
            "&limit=60",
            "&page=2",
            "&sort=-hits",
            "&sort=rate",
            "&sort=-denied",
            "&mode=edit",
            "&search=97",
            "&days=30",
            "&days=180",
            "&days=365",
            "&basis=submission");

    private final Report report;
    private final int clients;
    private final Duration time;
    private final int perSecond;

    /// @param clients who ask at once
    /// @param time of each measurement
    /// @param perSecond facts a second that arrive in the second half
    Lists(Report report, int clients, Duration time, int perSecond) {
        this.report = report;
        this.clients = clients;
        this.time = time;
        this.perSecond = perSecond;
    }

    void run(Ground ground, Scale scale, long seed) throws SQLException {
        try (var stage = Stage.set(ground, scale, seed)) {
            report.about("claims", scale.claims());
            report.about("facts", stage.history().position());
            report.about("clients", clients + ", closed loop");
            if (stage.countedPerSecond() > 0) {
                report.about("counted live, facts a second", Math.round(stage.countedPerSecond()));
            }
            var asking = new Clients(stage.address(), clients);
            all(asking, "quiet");
            try (var _ = Arrivals.of(stage, perSecond)) {
                all(asking, perSecond + " facts/s");
            }
            Stage.awaitCounted(stage.connection(), stage.history().position());
        }
    }

    private void all(Clients asking, String log) {
        measure(asking, "nothing there, " + log, _ -> "/api/nothing", NOT_THERE);
        measure(asking, "patterns, " + log, _ -> "/api/patterns" + PRACTICE, OK);
        measure(
                asking,
                "patterns, many lists, " + log,
                dice -> "/api/patterns" + PRACTICE + one(PATTERN_LISTS, dice),
                OK);
        measure(asking, "patterns, any days, " + log, dice -> "/api/patterns" + PRACTICE + days(dice), OK);
        measure(asking, "policies, " + log, _ -> "/api/policies" + PRACTICE, OK);
        measure(
                asking,
                "policies, many lists, " + log,
                dice -> "/api/policies" + PRACTICE + one(POLICY_LISTS, dice),
                OK);
        measure(asking, "policies, any days, " + log, dice -> "/api/policies" + PRACTICE + days(dice), OK);
    }

    private void measure(Clients asking, String what, Function<RandomGenerator, String> path, int status) {
        report.add(what, figures(asking.ask(path, status, time)));
    }

    /// Count, rate and percentiles in milliseconds.
    static Map<String, Number> figures(Answers answers) {
        var figures = new LinkedHashMap<String, Number>();
        figures.put("answers", answers.count());
        figures.put("/s", answers.perSecond());
        figures.put("p50", answers.millis(50));
        figures.put("p90", answers.millis(90));
        figures.put("p99", answers.millis(99));
        figures.put("most", answers.millis(100));
        return figures;
    }

    private static String one(List<String> all, RandomGenerator dice) {
        return all.get(dice.nextInt(all.size()));
    }

    /// Windows that hardly anybody has asked about before, so that no answer is remembered.
    private static String days(RandomGenerator dice) {
        var to = LocalDate.of(2025, 12, 28).minusDays(dice.nextInt(400));
        return "&from=" + to.minusDays(20L + dice.nextInt(160)) + "&to=" + to;
    }
}
