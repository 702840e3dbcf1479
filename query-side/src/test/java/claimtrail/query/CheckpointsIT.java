package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.proof.ConsistencyProof;
import claimtrail.proof.Hash;
import claimtrail.proof.InclusionProof;
import claimtrail.proof.LeafBytes;
import claimtrail.proof.LogKey;
import claimtrail.proof.SignedCheckpoint;
import claimtrail.proof.TreeHash;
import claimtrail.query.feed.LogReader;
import claimtrail.query.integrity.Checkpoints;
import claimtrail.query.integrity.Verification;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Checkpoints follow the log, stand outside the database, and each proves what it stands for to anybody.
class CheckpointsIT {

    private static final String VERIFICATION = "/api/audit/integrity/verification";

    @TempDir
    private Path place;

    @Test
    void every_fact_is_proved_against_every_checkpoint_and_every_checkpoint_against_the_ones_before() {
        var evident = new Evident(place);
        try (var log = told(37);
                var reader = new Reader(log, 1, evident.settings(37))) {
            for (long size = 37; size <= 37 * 5; size += 37) {
                Evident.tell(log, size); // one by one, so that trees of odd sizes grow on
                Evident.await(reader, size);
            }
            var key = LogKey.parse(reader.ask("/api/audit/key").get("text").asString());
            var notes = reader.ask("/api/audit/checkpoints?limit=500").get("checkpoints");
            assertThat(notes.valueStream().map(it -> it.get("size").asLong()))
                    .containsExactly(185L, 148L, 111L, 74L, 37L);
            for (var it : notes) {
                var signed = signed(it);
                assertThat(signed.isSignedBy(key)).isTrue();
                var size = signed.checkpoint().size();
                for (long position = 1; position <= size; position += position % 8 == 3 ? 5 : 1) {
                    assertProved(reader, position, signed);
                }
                for (var earlier : notes) {
                    if (earlier.get("size").asLong() <= size) {
                        assertGrown(reader, signed(earlier), signed);
                    }
                }
            }
            assertThat(reader.ask("/api/audit/checkpoints/latest")).isEqualTo(notes.get(0));
            assertThat(reader.ask("/api/audit/checkpoints/37")).isEqualTo(notes.get(4));
        }
    }

    @Test
    void a_question_without_an_answer_says_why() {
        var evident = new Evident(place);
        try (var log = new TestLog();
                var reader = new Reader(log, 1, evident.settings(1))) {
            assertThat(reader.get("/api/audit/checkpoints/latest").body()).contains("CHECKPOINT_UNKNOWN");
            assertThat(reader.get("/integrity").body()).contains("No checkpoint yet");
            Evident.tell(log, 20);
            Evident.await(reader, 20);
            assertThat(reader.get("/api/audit/events/1/proof?size=99").body()).contains("CHECKPOINT_UNKNOWN");
            assertThat(reader.get("/api/audit/events/21/proof").body()).contains("FACT_NOT_IN_CHECKPOINT");
            assertThat(reader.get("/api/audit/events/0/proof").body()).contains("FACT_NOT_IN_CHECKPOINT");
            assertThat(reader.get("/api/audit/consistency?from=20").body()).contains("SIZE_MISSING");
            assertThat(reader.get("/api/audit/consistency?from=20&to=19").body())
                    .contains("PARAMETER_INVALID");
            assertThat(reader.get("/api/audit/key?of=me").body()).contains("PARAMETER_UNKNOWN");
            assertThat(reader.get("/events/20").body()).contains("In the log for good", "as it was");
        }
    }

    @Test
    @Timeout(600)
    void a_node_killed_while_it_makes_checkpoints_leaves_none_torn_and_the_next_one_goes_on() throws Exception {
        var evident = new Evident(place);
        try (var log = new TestLog()) {
            Evident.tell(log, 400);
            var killedAt = new ArrayList<Integer>();
            for (int files = 20; files <= 140; files += 60) {
                killInTheMiddle(log, evident, files);
                killedAt.add(evident.files().size());
                for (var name : evident.files()) {
                    if (name.endsWith(".checkpoint")) {
                        SignedCheckpoint.parse(
                                Files.readAllBytes(evident.directory().resolve(name)));
                    }
                }
            }
            try (var reader = new Reader(log, 1, evident.settings(1))) {
                Evident.await(reader, 400);
                assertThat(evident.files().stream().filter(it -> it.endsWith(".checkpoint")))
                        .hasSize(400);
                var outcome = reader.bean(Verification.class).run();
                assertThat(outcome.first()).as("killed at %s", killedAt).isEmpty();
                assertThat(outcome.says()).contains("compared with 400 checkpoints", "everything is as it was");
            }
        }
    }

    @Test
    void a_database_counted_again_from_nothing_takes_in_the_checkpoints_outside() {
        var evident = new Evident(place);
        try (var log = new TestLog()) {
            Evident.tell(log, 65);
            try (var reader = new Reader(log, 1, evident.settings(20))) {
                Evident.await(reader, 60);
            }
            log.jdbc().sql("drop schema read_model cascade").update();
            try (var reader = new Reader(log, 1, evident.settings(20))) {
                Evident.await(reader, 60);
                assertThat(reader.bean(Verification.class).run().first()).isEmpty();
                assertThat(evident.files()).hasSize(3);
            }
        }
    }

    @Test
    void without_its_key_or_its_files_no_checkpoint_is_made_and_everybody_is_told() throws IOException {
        var evident = new Evident(place);
        try (var log = new TestLog()) {
            Evident.tell(log, 25);
            try (var reader = new Reader(log, 1, evident.settings(20))) {
                Evident.await(reader, 20);
            }
            Files.move(evident.key(), place.resolve("away"));
            Evident.tell(log, 45);
            try (var reader = new Reader(log, 1, evident.settings(20))) {
                reader.await("it is told", () -> reader.get("/jobs").body().contains("their signing key is missing"));
                Files.move(place.resolve("away"), evident.key());
                Evident.await(reader, 40);
                reader.await("all is well", () -> !reader.get("/jobs").body().contains("signing key is missing"));
                Files.delete(evident.file(40));
                Evident.tell(log, 65);
                reader.await(
                        "it is told",
                        () -> reader.get("/jobs").body().contains("The checkpoint of 40 facts is missing"));
                assertThat(evident.files()).hasSize(1);
            }
        }
    }

    @Test
    void two_nodes_make_one_chain() {
        var evident = new Evident(place);
        try (var log = new TestLog();
                var one = new Reader(log, 1, evident.settings(5));
                var other = new Reader(log, 1, evident.settings(5))) {
            Evident.tell(log, 150);
            Evident.await(one, 146); // the first is made with the first fact that is seen
            assertThat(other.bean(Verification.class).run().first()).isEmpty();
            assertThat(one.ask("/api/audit/integrity").get("trouble").isNull()).isTrue();
        }
    }

    @Test
    void copies_reach_an_object_storage_that_was_away_for_a_while() throws IOException {
        var evident = new Evident(place);
        var kept = new ConcurrentHashMap<String, String>();
        var refusals = new AtomicInteger(2);
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/bucket/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var refused = refusals.getAndDecrement() > 0;
            if (!refused && exchange.getRequestMethod().equals("PUT")) {
                kept.put(exchange.getRequestURI().getPath().substring("/bucket/".length()), body);
            }
            exchange.sendResponseHeaders(refused ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        var settings = new ArrayList<>(List.of(evident.settings(20)));
        settings.add("--claimtrail.integrity.storage=http://localhost:"
                + server.getAddress().getPort() + "/bucket/");
        try (var log = told(40);
                var reader = new Reader(log, 1, settings.toArray(String[]::new))) {
            Evident.await(reader, 40);
            reader.await("both are copied", () -> kept.size() == 2);
            assertThat(kept).isEqualTo(written(evident));
            reader.await(
                    "it is known",
                    () -> reader.bean(Checkpoints.class).list(2, 0).stream().allMatch(it -> it.copiedAt() != null));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_verification_shows_how_far_it_is_and_can_be_stopped() throws Exception {
        var evident = new Evident(place);
        try (var log = told(25);
                var reader = new Reader(log, 1, evident.settings(20))) {
            Evident.await(reader, 20);
            try (var lock = DriverManager.getConnection(log.url(), "postgres", "");
                    var statement = lock.createStatement()) {
                lock.setAutoCommit(false);
                statement.execute("lock table read_model.tree_tile in access exclusive mode");
                reader.post(VERIFICATION, "application/json");
                reader.await(
                        "it shows",
                        () -> !reader.ask("/api/audit/integrity")
                                .at("/running/of")
                                .isMissingNode());
                assertThat(reader.get("/integrity").body()).contains("0 of 25 facts, 0 %");
                assertThat(reader.delete(VERIFICATION).statusCode()).isEqualTo(202);
                lock.rollback();
            }
            reader.await(
                    "it has stopped",
                    () -> reader.ask("/api/admin/jobs/log-verification")
                            .at("/runs/0/outcome")
                            .asString("")
                            .equals("FAILED"));
            assertThat(reader.get("/integrity").body()).contains("It was stopped by hand, at fact 25.");
        }
    }

    private static TestLog told(long facts) {
        var log = new TestLog();
        Evident.tell(log, facts);
        return log;
    }

    private static SignedCheckpoint signed(JsonNode view) {
        return SignedCheckpoint.parse(view.get("note").asString().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProved(Reader reader, long position, SignedCheckpoint against) {
        var size = against.checkpoint().size();
        var answer = reader.ask("/api/audit/events/" + position + "/proof?size=" + size);
        var fact = reader.bean(LogReader.class).at(position).orElseThrow();
        var leaf = new TreeHash().leaf(LeafBytes.of(fact.envelope(), fact.payload()));
        assertThat(answer.get("leafHash").asString()).isEqualTo(leaf.base64());
        assertThat(new InclusionProof(position - 1, size, path(answer))
                        .shows(leaf, against.checkpoint().root()))
                .as("fact %d of %d", position, size)
                .isTrue();
        assertThat(answer.get("shows").asBoolean()).isTrue();
    }

    private static void assertGrown(Reader reader, SignedCheckpoint from, SignedCheckpoint to) {
        var first = from.checkpoint();
        var second = to.checkpoint();
        var answer = reader.ask("/api/audit/consistency?from=" + first.size() + "&to=" + second.size());
        assertThat(new ConsistencyProof(first.size(), second.size(), path(answer)).shows(first.root(), second.root()))
                .as("from %d to %d", first.size(), second.size())
                .isTrue();
        assertThat(answer.get("shows").asBoolean()).isTrue();
    }

    private static List<Hash> path(JsonNode answer) {
        return answer.get("path")
                .valueStream()
                .map(it -> Hash.ofBase64(it.asString()))
                .toList();
    }

    private static Map<String, String> written(Evident evident) throws IOException {
        var written = new ConcurrentHashMap<String, String>();
        for (var name : evident.files()) {
            written.put(name, Files.readString(evident.directory().resolve(name)));
        }
        return written;
    }

    private static void killInTheMiddle(TestLog log, Evident evident, int files)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                QuerySide.class.getName()));
        command.addAll(List.of(Reader.arguments(log.url(), 1, evident.settings(1))));
        Files.createDirectories(evident.directory());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Reader.awaiting("checkpoints are made", 120, () -> evident.files().size() >= files);
        } finally {
            process.toHandle().destroyForcibly(); // SIGKILL: no hook, no finally, no flush
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(evident.files().size()).isLessThan(400);
    }
}
