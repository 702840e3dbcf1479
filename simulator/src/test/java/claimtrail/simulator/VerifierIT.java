package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Evidence of the running product is checked at home: one jar, one file, an empty directory, and no product.
class VerifierIT {

    private static final Path JAR = Path.of("../shared-events/target/claimtrail-verify.jar");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FROM = "2025-07-01";
    private static final String TO = "2026-06-30";
    private static final String FIGURE =
            "metric=idr.claims&practice=" + Samples.PRACTICE + "&from=" + FROM + "&to=" + TO;

    @TempDir
    private Path place;

    private final HttpClient client = HttpClient.newHttpClient();

    private record Answer(int code, String says) {}

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void evidence_is_believed_at_home_also_after_erasures_and_refused_after_one_byte_was_changed() throws Exception {
        Path home = Files.createDirectories(place.resolve("home"));
        Files.copy(JAR, home.resolve("verify.jar"));
        JsonNode shown;
        long asOf;
        try (var product = ProductProcess.start(
                "--port", "0", "--data", place.resolve("data").toString())) {
            asOf = awaitSigned(product.address());
            shown = JSON.readTree(get(product.address(), "/api/audit/explain?" + FIGURE + "&asOf=" + asOf));
            download(product.address(), asOf, home, "before");
            assertThat(eraseEverybody()).isPositive();
            download(product.address(), asOf, home, "after");
        }
        var figure = "Denial rate: %s (%d of "
                .formatted(
                        shown.path("figure").decimalValue().setScale(2).toPlainString(),
                        shown.path("value").asLong());
        assertThat(shown.path("value").asLong()).isPositive();
        for (var when : List.of("before", "after")) {
            var pack = verify(home, when + ".pack");
            assertThat(pack.says()).startsWith(figure).contains("inclusion", "recount", "which is the one you trust");
            assertThat(pack.code()).isZero();
            var log = verify(
                    home,
                    when + ".log",
                    "--metric",
                    "idr.claims",
                    "--practice",
                    Samples.PRACTICE,
                    "--from",
                    FROM,
                    "--to",
                    TO);
            assertThat(log.says())
                    .startsWith(figure)
                    .contains("every position from 1 to %,d".formatted(asOf))
                    .doesNotContain("NOT signed");
            assertThat(log.code()).isZero();
        }
        refused(home, "before.pack", "\\\"chargeCents\\\":", "REFUSED. Line ", "is not what the checkpoint stands for");
        refused(home, "before.pack", "\"actorId\":\"", "REFUSED. Line ", "is not what the checkpoint stands for");
        refused(home, "before.pack", "\"path\":[\"", "REFUSED. Line ", "its proof was changed");
        refused(home, "before.pack", "\"amount\":", "REFUSED. Line ", "the pack has a posting of position ");
        refused(home, "before.pack", "\"numerator\":", "REFUSED. The pack says ", "and its facts make ");
        refused(home, "before.pack", "\\nprevious ", "REFUSED. The checkpoint ", "in line 1");
        refused(home, "before.log", "\\\"chargeCents\\\":", "REFUSED. Line ", "was changed, left out or added");
    }

    /// Waits until a checkpoint stands for all the samples.
    private long awaitSigned(URI address) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (true) {
            var answer = get(address, "/api/audit/prove?" + FIGURE);
            var chain = JSON.readTree(answer).path("chain");
            if (chain.path("intact").asBoolean(false) && chain.path("unsigned").asLong(1) == 0) {
                return chain.path("to").asLong();
            }
            assertThat(System.nanoTime()).as(answer).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void download(URI address, long asOf, Path home, String when) throws Exception {
        Files.writeString(home.resolve(when + ".pack"), get(address, "/api/audit/pack?" + FIGURE + "&asOf=" + asOf));
        Files.writeString(home.resolve(when + ".log"), get(address, "/api/audit/export?asOf=" + asOf));
        Files.writeString(
                home.resolve("log.key"),
                JSON.readTree(get(address, "/api/audit/key")).path("text").asString());
    }

    private String get(URI address, String path) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// Destroys the keys of all patients, as the vault does it: what was told about them cannot be read any more.
    private int eraseEverybody() throws Exception {
        var port = Files.readAllLines(place.resolve("data/postgres/data/postmaster.pid"))
                .get(3);
        try (var owner = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/claimtrail", Postgres.OWNER, "");
                var statement = owner.createStatement()) {
            return statement.executeUpdate(
                    "update event_store.data_key set wrapped = null, destroyed_at = now() where wrapped is not null");
        }
    }

    /// Changes the byte behind a text into another of its kind, and asks again.
    private static void refused(Path home, String file, String behind, String... says) throws Exception {
        var bytes = Files.readAllBytes(home.resolve(file));
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(behind) + behind.length();
        assertThat(at).as(behind).isGreaterThanOrEqualTo(behind.length());
        bytes[at] = (byte)
                (Character.isDigit(bytes[at]) ? bytes[at] == '9' ? '8' : bytes[at] + 1 : bytes[at] == 'b' ? 'c' : 'b');
        Files.write(home.resolve("changed"), bytes);
        var answer = verify(home, "changed");
        assertThat(answer.says()).as(behind).contains(says);
        assertThat(answer.code()).as(behind).isEqualTo(1);
    }

    private static Answer verify(Path home, String file, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("-jar", "verify.jar", file, "--key", "log.key"));
        arguments.addAll(List.of(more));
        try (var verifier = ProductProcess.java(home, arguments)) {
            return new Answer(verifier.exit(), verifier.output());
        }
    }
}
