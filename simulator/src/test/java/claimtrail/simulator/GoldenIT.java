package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Half a year of a portal's files gives the figures that were counted from the files by other means, figure by figure:
/// patterns, policies, providers, practice, codes and reasons. The files are our own, in the portal's shape; their
/// expected figures stand beside them.
class GoldenIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PRACTICE = "GOLDEN";

    /// In the order in which they refer to each other.
    private static final List<String> FILES = List.of(
            "providers.json",
            "policies.json",
            "codeIntelligence.json",
            "patterns.json",
            "claims.json",
            "learningEvents.json");

    @TempDir
    private static Path place;

    private static ProductProcess product;
    private static HttpClient client;
    private static URI address;
    private static JsonNode expected;
    private static String window;

    @BeforeAll
    static void tell() throws Exception {
        client = HttpClient.newHttpClient();
        product = ProductProcess.start(
                "--port", "0", "--data", place.resolve("data").toString());
        address = product.address();
        expected = JSON.readTree(resource("expected.json"));
        window = "practice=" + PRACTICE + "&days=180&day=" + expected.get("day").asString();
        try (var delivery = new Delivery(address, PRACTICE)) {
            var registered = delivery.post("/api/practices", "golden-practice", """
                    {"number":"GOLDEN","name":"Golden Practice","timeZone":"UTC"}""");
            assertThat(registered).isEqualTo(201);
            for (var name : FILES) {
                var file = place.resolve(name);
                try (var bytes = resource(name)) {
                    Files.copy(bytes, file);
                }
                assertThat(delivery.deliver(file, _ -> {}))
                        .singleElement()
                        .satisfies(it -> assertThat(it.taken()).as(name).isTrue());
            }
        }
        awaiting(
                "everything is counted",
                () -> ask("/api/status").toString().contains("\"events\":0")
                        && ask("/api/patterns?" + window).get("patterns").size() == 7);
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        product.close();
    }

    @Test
    void patterns_weigh_what_was_counted() throws Exception {
        var counted = new TreeMap<String, String>();
        for (var it : ask("/api/patterns?" + window).get("patterns")) {
            var score = it.get("score");
            var exposed = ask("/api/audit/explain?metric=pattern.exposed&pattern="
                    + it.get("id").asString() + "&" + window);
            counted.put(
                    it.get("number").asString(),
                    line(
                            exposed.get("sum"),
                            it.at("/rate/denominator"),
                            score.get("frequency"),
                            score.get("impactCents"),
                            it.get("averageDeniedCents"),
                            it.at("/rate/value"),
                            it.at("/lastDays/denied"),
                            it.at("/daysBefore/denied"),
                            score.get("trend"),
                            score.get("velocity"),
                            score.get("confidence"),
                            score.get("recency"),
                            it.get("atRiskCents"),
                            it.get("recoverableCents"),
                            it.get("recoveryStatus"),
                            it.get("tier")));
        }
        assertThat(counted)
                .isEqualTo(told(
                        "patterns",
                        "exposed",
                        "exposedDecided",
                        "frequency",
                        "impactCents",
                        "averageDeniedCents",
                        "rate180",
                        "deniedLast30",
                        "deniedPrevious30",
                        "trend",
                        "velocityPerMonth",
                        "confidence",
                        "recencyDays",
                        "atRiskCents",
                        "recoverableCents",
                        "recoveryStatus",
                        "tier"));
    }

    @Test
    void providers_perform_as_counted_and_the_practice_is_pooled() throws Exception {
        var counted = new TreeMap<String, String>();
        for (var it : ask("/api/providers?" + window).get("providers")) {
            var metrics = it.get("metrics");
            counted.put(
                    it.get("number").asString(),
                    line(
                            metrics.at("/claims/numerator"),
                            metrics.at("/decided/numerator"),
                            metrics.at("/denied/numerator"),
                            metrics.at("/billed/numerator"),
                            metrics.get("denied.amount").get("numerator"),
                            metrics.at("/paid/numerator"),
                            metrics.at("/idr/value")));
        }
        assertThat(counted)
                .isEqualTo(told(
                        "byProvider",
                        "claims",
                        "decided",
                        "denied",
                        "chargeCents",
                        "deniedCents",
                        "paidCents",
                        "idrClaims"));
        assertThat(figure("idr.claims").get("value").asDouble()).isEqualTo(56.73);
    }

    @Test
    void policies_are_hit_as_the_source_says_and_the_codes_are_used_as_counted() throws Exception {
        var hit = new TreeMap<String, String>();
        for (var it : ask("/api/policies?limit=100&" + window).get("policies")) {
            if (it.at("/asserted/hits/numerator").asLong() > 0) {
                hit.put(
                        it.get("number").asString(),
                        line(it.at("/asserted/hits/numerator"), it.at("/asserted/decided/numerator")));
            }
        }
        assertThat(hit).isEqualTo(told("byAssertedPolicy", "claims", "decided"));

        var used = new TreeMap<String, String>();
        for (var code : expected.get("byCode").propertyNames()) {
            var it = ask("/api/codes/" + code + "?" + window);
            used.put(code, line(it.at("/claims/numerator"), it.at("/decided/numerator"), it.at("/denied/numerator")));
        }
        assertThat(used).isEqualTo(told("byCode", "claims", "decided", "denied"));
    }

    @Test
    void practice_comes_to_what_was_counted() throws Exception {
        var summary = ask("/api/learning/summary?practice=" + PRACTICE + "&day="
                + expected.get("day").asString());
        var told = expected.get("learning");
        assertThat(line(
                        summary.at("/sessions/numerator"),
                        summary.at("/correctionsApplied/numerator"),
                        summary.at("/correctionsReported/numerator"),
                        summary.get("minutes"),
                        summary.get("meanMinutes"),
                        summary.at("/accuracy/value")))
                .isEqualTo(line(
                        told.get("sessionsCompleted"),
                        told.get("correctionsApplied"),
                        told.get("correctionsReportedInSessions"),
                        told.get("practiceMinutes"),
                        told.get("meanMinutes"),
                        told.get("accuracy")));

        var counted = new TreeMap<String, String>();
        for (var it : summary.get("patterns")) {
            counted.put(
                    it.get("number").asString(),
                    line(
                            it.at("/sessions/numerator"),
                            it.at("/correctionsApplied/numerator"),
                            it.at("/correctionsReported/numerator"),
                            it.get("minutes"),
                            it.get("progress")));
        }
        assertThat(counted)
                .isEqualTo(rows(
                        told.get("byPattern"),
                        "sessions",
                        "correctionsApplied",
                        "correctionsReported",
                        "minutes",
                        "learningProgress"));
    }

    @Test
    void denials_are_of_the_classes_that_were_counted_and_as_old() throws Exception {
        var cents = new TreeMap<String, Long>();
        ask("/api/metrics/denied.opened.amount?by=reason&" + window)
                .get("series")
                .forEach(it ->
                        cents.put(it.get("key").asString(), it.get("numerator").asLong()));
        var told = new TreeMap<String, Long>();
        expected.get("byReason")
                .forEach(it -> told.put(
                        it.get("reasonClass").asString(), it.get("deniedCents").asLong()));
        assertThat(cents).isEqualTo(told);

        var episodes = expected.get("episodes");
        assertThat(Map.of(
                        "open", figure("denied.open.count").get("numerator").asLong(),
                        "openCents", figure("denied.open").get("numerator").asLong(),
                        "awaited",
                                figure("denied.awaited.count").get("numerator").asLong(),
                        "awaitedCents",
                                figure("denied.awaited").get("numerator").asLong()))
                .isEqualTo(Map.of(
                        "open", episodes.get("opened").asLong(),
                        "openCents", episodes.get("openCents").asLong(),
                        "awaited", episodes.get("awaitingPayment").asLong(),
                        "awaitedCents", episodes.get("awaitingPaymentCents").asLong()));
        assertThat(figure("t.remit").get("value").asDouble())
                .isEqualTo(expected.at("/daysToFirstDecision/median").asDouble());
    }

    @Test
    void every_job_of_both_sides_runs_now_where_it_is_shown_and_finds_nothing() throws Exception {
        for (var job : ask("/api/admin/jobs").get("jobs")) {
            var name = job.get("name").asString();
            var pressed = client.send(
                    HttpRequest.newBuilder(address.resolve("/api/admin/jobs/" + name + "/run"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(pressed.statusCode()).as("%s: %s", name, pressed.body()).isEqualTo(202);
            awaiting(
                    name,
                    () -> ask("/api/admin/jobs/" + name)
                            .at("/job/last/finishedAt")
                            .isString());
            var last = ask("/api/admin/jobs/" + name).at("/job/last");
            assertThat(last.get("outcome").asString()).as("%s", last).isEqualTo("DONE");
            assertThat(last.get("differences").asLong()).isZero();
        }
        assertThat(names(ask("/api/admin/jobs"))).contains("nightly-proof QUERY", "pattern-check COMMAND");
    }

    private static void awaiting(String what, Callable<Boolean> condition) throws Exception {
        var started = System.nanoTime();
        while (!condition.call()) {
            assertThat(System.nanoTime() - started).as(what).isLessThan(TimeUnit.SECONDS.toNanos(90));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static List<String> names(JsonNode jobs) {
        return jobs.get("jobs")
                .valueStream()
                .map(it -> it.get("name").asString() + " " + it.get("side").asString())
                .toList();
    }

    private static JsonNode figure(String id) throws Exception {
        return ask("/api/metrics/" + id + "?" + window).get("metric");
    }

    private static Map<String, String> told(String part, String... fields) {
        return rows(expected.get(part), fields);
    }

    /// One line for each subject, so that a difference names it.
    private static Map<String, String> rows(JsonNode told, String... fields) {
        var rows = new TreeMap<String, String>();
        told.propertyStream().forEach(each -> {
            var values = new ArrayList<JsonNode>();
            for (var field : fields) {
                values.add(Objects.requireNonNull(each.getValue().get(field), field));
            }
            rows.put(each.getKey(), line(values.toArray(JsonNode[]::new)));
        });
        return rows;
    }

    /// Numbers are compared as numbers: 2.0 is 2.
    private static String line(JsonNode... values) {
        var words = new ArrayList<String>();
        for (var value : values) {
            words.add(
                    value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString(""));
        }
        return String.join(" | ", words);
    }

    private static JsonNode ask(String path) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(GoldenIT.class.getResourceAsStream("/golden/" + name), name);
    }
}
