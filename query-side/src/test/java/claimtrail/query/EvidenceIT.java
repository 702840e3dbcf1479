package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.proof.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the product gives to outsiders convinces the verifier; what somebody changed in the database does not.
class EvidenceIT {

    private static final String SPRING = "practice=BOOK&from=2026-03-01&to=2026-04-30";

    @TempDir
    private static Path directory;

    private static TestLog log;
    private static Reader reader;
    private static long head;

    private record Answer(int code, String says) {}

    /// Two versions of the fold of claims count from the first fact on.
    @BeforeAll
    static void tell() {
        log = new TestLog();
        reader = new Reader(
                log,
                1,
                "--claimtrail.jobs.enabled=false",
                "--claimtrail.integrity.signing-key=" + directory.resolve("signing.key"),
                "--claimtrail.integrity.directory=" + directory.resolve("checkpoints"),
                "--claimtrail.integrity.events=10",
                "--claimtrail.integrity.every=100ms",
                "--claimtrail.integrity.poll=50ms");
        log.jdbc()
                .sql("update read_model.edition set number = number + 1, folds = folds || 'claim/2'::text")
                .update();
        LittleBook.open(log);
        PatternBook.open(log);
        LittleBook.tell(log);
        LittleBook.denied(log, "DX", LocalDate.of(2026, 3, 9), 7700, "11");
        PatternBook.tellMore(log);
        head = log.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        reader.caughtUp();
        reader.await(
                "a checkpoint stands for all facts",
                () -> log.jdbc()
                        .sql("select coalesce(max(size), 0) from read_model.checkpoint")
                        .query(Long.class)
                        .single()
                        .equals(head));
    }

    @AfterAll
    static void stop() {
        reader.close();
        log.close();
    }

    static List<String> questions() {
        return List.of(
                "metric=idr.claims",
                "metric=denied.open",
                "metric=appeal.rate",
                "metric=t.remit",
                "metric=recovered.amount&road=APPEAL",
                "metric=aging.denials&age=0-30",
                "metric=denied.opened&provider=" + LittleBook.A,
                "metric=denied.opened&reason=NECESSITY&fold=claim/2",
                "metric=pattern.rate&pattern=" + PatternBook.PATTERN,
                "metric=practice.accuracy",
                "metric=dq.held");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void the_pack_of_a_figure_is_sound(String question) throws IOException {
        var pack = reader.get("/api/audit/pack?" + question + "&" + SPRING);
        assertThat(pack.statusCode()).as(pack.body()).isEqualTo(200);
        var answer = verify(pack.body());
        assertThat(answer.code()).as(answer.says()).isZero();
        assertThat(answer.says().contains("claim/2")).isEqualTo(question.contains("claim/2"));
    }

    @Test
    void a_question_that_makes_no_sense_is_refused() {
        var ahead = reader.get("/api/audit/pack?metric=idr.claims&asOf=" + (head + 1) + "&" + SPRING);
        assertThat(ahead.statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/audit/pack?" + SPRING).statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/audit/pack?metric=tea&" + SPRING).statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/api/audit/export?until=7").statusCode()).isEqualTo(400);
    }

    @Test
    void the_export_is_sound_and_every_figure_can_be_counted_from_it() throws IOException {
        var export = reader.get("/api/audit/export").body();
        for (var question : List.of(
                "--metric idr.claims",
                "--metric appeal.rate",
                "--metric denied.opened --reason NECESSITY --fold claim/2",
                "--metric denied.opened --reason CODE_MISMATCH")) {
            var shown = reader.ask("/api/audit/explain?"
                    + question.substring(2).replace(" --", "&").replace(' ', '=') + "&" + SPRING);
            var answer =
                    verify(export, (question + " --practice BOOK --from 2026-03-01 --to 2026-04-30").split(" ", -1));
            assertThat(answer.code()).as(answer.says()).isZero();
            assertThat(answer.says())
                    .startsWith(shown.path("shown").asString() + ": "
                            + shown.path("figure").decimalValue().toPlainString())
                    .contains("every position from 1 to " + head);
        }
    }

    @Test
    void a_proof_says_that_the_log_is_what_was_signed() {
        var chain = reader.ask("/api/audit/prove?metric=idr.claims&" + SPRING).path("chain");
        assertThat(chain.path("intact").asBoolean()).isTrue();
        assertThat(chain.path("to").asLong()).isEqualTo(head);
        assertThat(chain.path("unsigned").asLong()).isZero();
        assertThat(chain.path("root")).isEqualTo(chain.path("checkpoint"));
    }

    @Test
    void a_cent_changed_by_the_owner_of_the_database_is_found_by_all_of_them() throws IOException {
        change("\"chargeCents\":20000", "\"chargeCents\":20001");
        try {
            assertThat(verify(reader.get("/api/audit/export").body()).says()).startsWith("REFUSED.");
            assertThat(reader.ask("/api/audit/prove?metric=idr.claims&" + SPRING)
                            .at("/chain/intact")
                            .asBoolean())
                    .isFalse();
            var answer = verify(
                    reader.get("/api/audit/pack?metric=idr.claims&" + SPRING).body());
            assertThat(answer.code()).isEqualTo(Verify.REFUSED);
            assertThat(answer.says()).contains("Line ", "is not what the checkpoint stands for");
        } finally {
            change("\"chargeCents\":20001", "\"chargeCents\":20000");
        }
    }

    private static void change(String from, String to) {
        log.jdbc().sql("alter table event_store.event disable trigger user").update();
        var changed = log.jdbc().sql("""
                        update event_store.event
                           set payload = convert_to(replace(convert_from(payload, 'UTF8'), :from, :to), 'UTF8')
                         where name = 'claim.submitted' and position(:from in convert_from(payload, 'UTF8')) > 0
                        """).param("from", from).param("to", to).update();
        log.jdbc().sql("alter table event_store.event enable trigger user").update();
        assertThat(changed).isPositive();
    }

    private static Answer verify(String evidence, String... more) throws IOException {
        var file = Files.writeString(directory.resolve("evidence.ndjson"), evidence);
        var says = new ByteArrayOutputStream();
        var print = new PrintStream(says, true, StandardCharsets.UTF_8);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return new Answer(
                Verify.run(arguments.toArray(String[]::new), print, print), says.toString(StandardCharsets.UTF_8));
    }
}
