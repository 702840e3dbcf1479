package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar that people get: it starts, forgets nothing however it ends, and says in one sentence why it will not start.
class ProcessIT {

    private static final String PRACTICE =
            "{\"number\":\"1234567893\",\"name\":\"Kept\",\"timeZone\":\"UTC\",\"simulated\":false}";

    @TempDir
    private Path place;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void what_was_acknowledged_survives_a_kill_and_a_fresh_start() throws Exception {
        try (var first = sandbox()) {
            assertThat(register(first.address(), "key-1").statusCode()).isEqualTo(201);
            first.kill();
        }
        try (var second = sandbox()) {
            // The same key gets its first answer, from the log of the killed sandbox.
            assertThat(register(second.address(), "key-1").statusCode()).isEqualTo(201);
            assertThat(register(second.address(), "key-2").statusCode()).isLessThan(300);
            second.interrupt();
            assertThat(second.exit()).isEqualTo(130);
            assertThat(place.resolve("data/postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void a_second_sandbox_on_the_same_directory_is_refused_in_one_sentence() throws Exception {
        try (var first = sandbox()) {
            assertThat(first.address()).isNotNull();
            try (var second = sandbox()) {
                assertThat(second.exit()).isEqualTo(3);
                assertThat(second.output())
                        .contains("Another sandbox")
                        .contains("--data")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void a_port_in_use_is_refused_in_one_sentence() throws Exception {
        try (var other = new ServerSocket(0);
                var refused = ProductProcess.start(
                        "--data", place.resolve("data").toString(), "--port", Integer.toString(other.getLocalPort()))) {
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.output())
                    .endsWith("Port %d is in use by another program: stop it, or choose another with --port."
                            .formatted(other.getLocalPort()));
        }
    }

    @Test
    void help_names_the_commands_and_the_exit_codes() throws Exception {
        try (var help = ProductProcess.start("--help")) {
            assertThat(help.exit()).isZero();
            assertThat(help.output()).contains("import").contains("--data").contains("Exit codes:");
        }
    }

    private ProductProcess sandbox() throws Exception {
        return ProductProcess.start(
                "--no-samples", "--port", "0", "--data", place.resolve("data").toString());
    }

    private HttpResponse<String> register(URI address, String key) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/api/practices"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(PRACTICE))
                        .build(),
                BodyHandlers.ofString());
    }
}
