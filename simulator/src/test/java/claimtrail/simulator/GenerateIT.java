package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A history made for benchmarks is a log like any other: the reading side counts it to its end.
class GenerateIT {

    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path place;

    @Test
    void the_reading_side_counts_a_history_to_its_end() throws Exception {
        var data = place.resolve("history");
        var out = new StringWriter();
        var line = Simulator.commandLine().setOut(new PrintWriter(out));
        assertThat(line.execute("bench", "generate", "--events", "3000", "--data", data.toString()))
                .isZero();
        assertThat(out.toString()).startsWith("3,000 facts up to ");

        try (var ground = BenchGround.open(data);
                var reading = ground.read(List.of())) {
            var status = counted(reading.address(), 3000);
            assertThat(status.path("state").asString()).isNotEqualTo("STOPPED");
            var patterns =
                    ask(reading.address(), "/api/patterns?days=3660&limit=100").path("patterns");
            assertThat(patterns.size()).isEqualTo(50);
            assertThat(patterns.get(0).path("score").path("frequency").asLong()).isPositive();
        }
    }

    private static JsonNode counted(URI address, long position) throws Exception {
        var deadline = System.nanoTime() + DEADLINE_NANOS;
        while (true) {
            var status = ask(address, "/api/status");
            if (status.path("counted").asLong() >= position
                    || status.path("state").asString().equals("STOPPED")) {
                return status;
            }
            assertThat(System.nanoTime()).as("not counted in time: " + status).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static JsonNode ask(URI address, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
