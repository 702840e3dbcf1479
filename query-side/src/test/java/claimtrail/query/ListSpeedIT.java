package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.query.TestLog.Told;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// How long lists take over a history of so many claims, asked for by twenty at once. The build runs it over a small
/// one, which proves that the questions are in order; `-Dclaims=100000` makes it a measurement.
class ListSpeedIT {

    private static final int CLAIMS = Integer.getInteger("claims", 400);
    private static final int CLIENTS = 20;
    private static final int EACH = Integer.getInteger("requests", 5);
    private static final int PROVIDERS = 20;
    private static final int PER_DAY = Math.max(1, CLAIMS / 700);

    private static final List<String> PATHS = List.of(
            "/api/metrics/dashboard?practice=BOOK&day=2026-03-30",
            "/api/claims?practice=BOOK&day=2026-03-30",
            "/api/claims?practice=BOOK&status=denied&dateRange=30&day=2026-03-30&pattern=" + PatternBook.PATTERN,
            "/api/patterns?practice=BOOK&day=2026-03-30",
            "/api/policies?practice=BOOK&day=2026-03-30",
            "/api/status");

    @Test
    void twenty_clients_are_answered_over_a_long_history() throws Exception {
        try (var log = new TestLog();
                var reader = new Reader(log, 2)) {
            LittleBook.open(log);
            PatternBook.open(log);
            write(log);
            reader.caughtUp();
            log.jdbc().sql("vacuum analyze").update();
            for (var path : PATHS) {
                assertThat(reader.get(path).statusCode()).as(path).isEqualTo(200);
                measure(reader, path);
            }
            var frequency = reader.ask(PATHS.get(3))
                    .get("patterns")
                    .get(0)
                    .get("score")
                    .get("frequency")
                    .asLong();
            assertThat(frequency).isPositive();
        }
    }

    private static void write(TestLog log) {
        var facts = new ArrayList<Told>();
        var last = LittleBook.day(3, 28);
        for (int i = 0; i < CLAIMS; i++) {
            var number = "S" + i;
            var stream = LittleBook.claim(number);
            var on = last.minusDays((CLAIMS - i) / PER_DAY);
            var denied = i % 3 == 0;
            var provider = Ids.named("speed", "provider", String.valueOf(i % PROVIDERS));
            for (var event : LittleBook.claim(number, provider, on, 10000 + i % 700, denied ? "97" : null)) {
                facts.add(new Told(stream, event));
            }
            facts.add(new Told(
                    stream,
                    new ClaimScreened(
                            1,
                            "screening/1",
                            false,
                            ScreeningCause.SUBMISSION,
                            List.of(new PolicyMatch(
                                    PatternBook.POLICY,
                                    1,
                                    List.of(new LineResult(1, denied ? Screening.VIOLATED : Screening.MET)))),
                            List.of(
                                    new PatternExposure(PatternBook.PATTERN, List.of(1)),
                                    new PatternExposure(PatternBook.QUIET, List.of(1))))));
            if (denied) {
                facts.add(new Told(
                        stream,
                        new DenialLinked(
                                number + "/" + on.plusDays(2),
                                "linking/1",
                                false,
                                LinkCause.DECISION,
                                List.of(new DenialLink(
                                        1, List.of(PatternBook.PATTERN), List.of(PatternBook.POLICY), 10000)))));
            }
            if (facts.size() >= 5_000) {
                log.appendAll(LittleBook.PRACTICE, facts);
                facts.clear();
            }
        }
        log.appendAll(LittleBook.PRACTICE, facts);
    }

    private static void measure(Reader reader, String path) throws Exception {
        var nanos = new long[CLIENTS * EACH];
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var runs = new ArrayList<Callable<Void>>();
            for (int client = 0; client < CLIENTS; client++) {
                var first = client * EACH;
                runs.add(() -> {
                    for (int i = 0; i < EACH; i++) {
                        var start = System.nanoTime();
                        var status = reader.get(path).statusCode();
                        nanos[first + i] = System.nanoTime() - start;
                        assertThat(status).isEqualTo(200);
                    }
                    return null;
                });
            }
            for (var run : clients.invokeAll(runs)) {
                run.get();
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%d claims, %d clients, %-60s p50 %6.1f ms  p99 %6.1f ms%n",
                CLAIMS,
                CLIENTS,
                path.substring(0, Math.min(60, path.length())),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
