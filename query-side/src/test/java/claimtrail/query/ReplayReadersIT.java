package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever reads while tables are switched is answered from the old ones or from the new ones, never from
/// some of both, and never with an error.
class ReplayReadersIT {

    private static final String REPLAYS = "/api/audit/replays";
    private static final String YEAR = "practice=BOOK&from=2026-01-01&to=2026-12-31";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int READERS = 4;
    private static final int SWITCHES = 6;

    @Test
    void readers_see_one_edition_in_each_answer_while_facts_arrive_and_tables_are_switched() throws Exception {
        try (var log = new TestLog();
                var reader = new Reader(log, 2)) {
            ManyLives.open(log);
            for (var part : ManyLives.of(5)) {
                ManyLives.tell(log, part);
            }
            reader.caughtUp();
            var stop = new AtomicBoolean();
            var answers = new AtomicInteger();
            var known = new ConcurrentHashMap<String, JsonNode>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Void> reading = () -> {
                    while (!stop.get()) {
                        var dashboard = reader.ask("/api/metrics/dashboard?" + YEAR);
                        laws(dashboard);
                        once(known, dashboard);
                        explained(reader, dashboard);
                        assertThat(reader.ask("/api/claims?practice=BOOK&dateRange=3660&limit=5")
                                        .get("claims")
                                        .size())
                                .isEqualTo(5);
                        answers.incrementAndGet();
                    }
                    return null;
                };
                var readers = IntStream.range(0, READERS)
                        .mapToObj(_ -> threads.submit(reading))
                        .toList();
                for (int round = 0; round < SWITCHES; round++) {
                    LittleBook.denied(
                            log, "R" + round, LocalDate.of(2026, 3, 20).plusDays(round), 100 + round, "97");
                    change(reader);
                }
                var before = answers.get();
                reader.await(
                        "everybody has read the last edition, or failed",
                        () -> answers.get() >= before + READERS
                                || readers.stream().anyMatch(it -> it.isDone()));
                stop.set(true);
                for (var each : readers) {
                    each.get();
                }
            }
            assertThat(answers.get()).isGreaterThan(SWITCHES);
            assertThat(log.jdbc()
                            .sql("select number from read_model.edition")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1 + SWITCHES);
        }
    }

    private static void change(Reader reader) {
        var started = reader.post(REPLAYS, "application/json", "{\"threads\":1}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var id = JSON.readTree(started.body()).get("id").asLong();
        reader.await("it is compared", () -> state(reader, id).equals("COMPARED"));
        assertThat(reader.ask(REPLAYS + "/" + id)
                        .get("replay")
                        .get("differences")
                        .asLong())
                .isZero();
        assertThat(reader.post(REPLAYS + "/" + id + "/switch", "application/json")
                        .statusCode())
                .isEqualTo(202);
        reader.await("it is live", () -> state(reader, id).equals("SWITCHED"));
    }

    private static String state(Reader reader, long id) {
        return reader.ask(REPLAYS + "/" + id).get("replay").get("state").asString();
    }

    /// At one position there is one answer, from whichever edition it comes.
    private static void once(Map<String, JsonNode> known, JsonNode dashboard) {
        var before = known.putIfAbsent(dashboard.get("meta").get("asOf").asString(), dashboard.get("metrics"));
        if (before != null) {
            assertThat(dashboard.get("metrics")).isEqualTo(before);
        }
    }

    private static void laws(JsonNode dashboard) {
        var rate = figure(dashboard, "idr.claims");
        var first = figure(dashboard, "fpr");
        assertThat(rate.get("value")
                        .asDecimal()
                        .add(first.get("value").asDecimal())
                        .intValueExact())
                .isEqualTo(100);
        assertThat(rate.get("numerator").asLong())
                .isLessThanOrEqualTo(rate.get("denominator").asLong());
    }

    /// The figure comes from totals, what explains it from the ledger.
    private static void explained(Reader reader, JsonNode dashboard) {
        for (var id : List.of("idr.claims", "denied.opened", "paid.amount")) {
            var why = reader.ask(figure(dashboard, id).get("explain").asString() + "&limit=1");
            assertThat(why.get("readds").asBoolean()).as(id).isTrue();
        }
    }

    private static JsonNode figure(JsonNode dashboard, String id) {
        for (var figure : dashboard.get("metrics")) {
            if (figure.get("id").asString().equals(id)) {
                return figure;
            }
        }
        throw new AssertionError("no " + id);
    }
}
