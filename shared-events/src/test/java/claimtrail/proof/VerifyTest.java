package claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Evidence is believed when every fact is in the signed log and the figure follows from the facts; one changed
/// byte anywhere is refused, in a sentence that says where.
class VerifyTest {

    private static final SignedLog LOG = new SignedLog();
    private static final String PACK = LOG.pack();
    private static final String EXPORT = LOG.export();

    @TempDir
    private Path directory;

    private record Answer(int code, String says) {}

    @Test
    void a_pack_shows_its_figure_with_its_definition() {
        var answer = verify(PACK);
        assertThat(answer.code()).as(answer.says()).isEqualTo(Verify.SOUND);
        assertThat(answer.says())
                .contains("Denial rate: 66.67 (2 of 3) percent")
                .contains("idr.claims, version 1: percent of denied.claims ÷ decided.claims")
                .contains("each of 6 facts of 3 streams is in the log")
                .contains("exactly these 5 postings")
                .contains("A pack cannot show that no fact was left out");
    }

    @Test
    void it_is_read_packed_by_gzip_too() throws IOException {
        var file = directory.resolve("pack.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(PACK.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file.toString()).code()).isEqualTo(Verify.SOUND);
    }

    @Test
    void only_the_key_one_trusts_is_believed_where_one_is_given() throws IOException {
        var trusted = Files.writeString(directory.resolve("log.key"), LOG.key().text() + "\n");
        var other = Files.writeString(
                directory.resolve("other.key"), new SignedLog().key().text());
        assertThat(verify(PACK, "--key", trusted.toString()).says()).contains("which is the one you trust");
        assertThat(verify(PACK).says()).contains("which came with the evidence itself");
        for (var evidence : List.of(PACK, EXPORT)) {
            var answer = verify(evidence, "--key", other.toString());
            assertThat(answer.code()).isEqualTo(Verify.REFUSED);
            assertThat(answer.says()).contains("the key you trust is");
        }
    }

    @Test
    void a_changed_payload_is_refused_at_its_line() {
        refused(
                PACK,
                it -> once(it, "\\\"chargeCents\\\":20000", "\\\"chargeCents\\\":20001"),
                "Line 2: ",
                "position 1");
    }

    @Test
    void a_changed_column_is_refused_at_its_line() {
        refused(PACK, it -> once(it, "\"actorId\":\"test\"", "\"actorId\":\"tesT\""), "Line 2: ", "position 1");
    }

    @Test
    void a_changed_node_of_a_proof_is_refused_at_its_line() {
        refused(PACK, it -> flipBehind(it, "\"path\":[\""), "Line 2: ", "its proof was changed");
    }

    @Test
    void a_changed_posting_is_refused() {
        refused(PACK, it -> once(it, "\"amount\":1}", "\"amount\":2}"), "the pack has a posting", "+2", "+1");
        refused(PACK, it -> once(it, "\"facet\":\"FULL\"", "\"facet\":\"PARTIAL\""), "the pack has a posting");
    }

    @Test
    void a_posting_that_was_dropped_or_added_is_refused() {
        var posting = lines(PACK).stream()
                .filter(it -> it.startsWith("{\"posting\""))
                .findFirst()
                .orElseThrow();
        refused(PACK, it -> once(it, posting + "\n", ""), "the facts make that of position 4");
        refused(PACK, it -> once(it, posting, posting + "\n" + posting), "the pack has a posting of position 4");
    }

    @Test
    void a_fact_that_was_dropped_is_refused() {
        refused(PACK, it -> without(it, 1), "should go on with fact 0");
        refused(PACK, it -> without(it, 2), "the facts make none there");
    }

    @Test
    void a_stream_that_was_dropped_with_all_its_postings_is_refused() {
        refused(
                PACK,
                it -> it.replaceFirst("(?s)\\{\"fact\":\\{\"position\":1,.*?(?=\\{\"fact\":\\{\"position\":2,)", ""),
                "The pack ends with 6 facts and 5 postings, and there are 4 and 3.");
    }

    @Test
    void another_window_or_filter_or_figure_is_refused() {
        refused(
                PACK,
                it -> once(it, "\"from\":\"2026-03-01\"", "\"from\":\"2026-03-13\""),
                "the facts make none there");
        refused(
                PACK,
                it -> once(
                        it,
                        "\"basis\":\"EVENT\"",
                        "\"basis\":\"SUBMISSION\",\"provider\":\"" + java.util.UUID.randomUUID() + "\""),
                "the facts make none there");
        refused(
                PACK,
                it -> once(it, "\"value\":66.67", "\"value\":66.66"),
                "The pack says 66.66 (2 of 3)",
                "66.67 (2 of 3)");
        refused(PACK, it -> once(it, "\"asOf\":7", "\"asOf\":5"), "lies behind position 5");
        refused(PACK, it -> once(it, "\"asOf\":7", "\"asOf\":8"), "the checkpoint ends at 7");
        refused(PACK, it -> once(it, "among all claims", "among some claims"), "Line 1 does not say what idr.claims");
    }

    @Test
    void a_changed_checkpoint_or_signature_or_key_is_refused() {
        refused(
                PACK,
                it -> flipBehind(it, "\"checkpoint\":\"claimtrail/" + id() + "\\n7\\n"),
                "is not signed by the key");
        refused(PACK, it -> once(it, "\\n7\\n", "\\n8\\n"), "is not signed by the key");
        refused(PACK, it -> flipBehind(it, "— claimtrail/" + id() + " "), "checkpoint");
        refused(PACK, it -> flipBehind(it, "\"key\":\"claimtrail/" + id() + "+"), "no key of a log");
    }

    /// Also one that says the same in other bytes, such as the letter of an id.
    @Test
    void no_single_byte_can_be_changed_unseen() {
        for (var evidence : List.of(PACK, EXPORT)) {
            var bytes = evidence.getBytes(StandardCharsets.UTF_8);
            for (var at = 0; at < bytes.length; at += 11) {
                var before = bytes[at];
                bytes[at] ^= at % 2 == 0 ? (byte) 1 : (byte) 0x20;
                assertThat(verify(bytes).code()).as("byte " + at).isIn(Verify.REFUSED, Verify.UNREADABLE);
                bytes[at] = before;
            }
        }
        refused(PACK, it -> once(it, "\"to\":\"2026-03-31\"", "\"to\":\"2026-03-30\""), "Some byte before line 13");
    }

    @Test
    void a_pack_that_was_cut_off_is_unreadable_and_says_where() {
        for (var cut : List.of(PACK.length() - 2, PACK.length() / 2, PACK.lastIndexOf("{\"end\""))) {
            var answer = verify(PACK.substring(0, cut));
            assertThat(answer.code()).isEqualTo(Verify.UNREADABLE);
            assertThat(answer.says()).containsIgnoringCase("line ").contains("breaks off");
        }
        assertThat(verify("{}\n").code()).isEqualTo(Verify.UNREADABLE);
        assertThat(verify(PACK + "{}\n").code()).isEqualTo(Verify.UNREADABLE);
        assertThat(verify(once(PACK, "\"sequence\":0", "\"sequence\":zero")).says())
                .contains("Line 2", "byte ");
        assertThat(verify(once(PACK, "\"sequence\":0", "\"sequenz\":0")).code()).isEqualTo(Verify.UNREADABLE);
        assertThat(run(directory.resolve("nothing").toString()).code()).isEqualTo(Verify.UNREADABLE);
        assertThat(run().code()).isEqualTo(Verify.UNREADABLE);
        assertThat(verify(PACK, "--keys", "x").says()).contains("no option --keys");
    }

    @Test
    void an_export_shows_that_it_is_the_signed_log() {
        var answer = verify(EXPORT);
        assertThat(answer.code()).as(answer.says()).isEqualTo(Verify.SOUND);
        assertThat(answer.says())
                .contains("every position from 1 to 7", "checkpoints 2")
                .doesNotContain("NOT signed");
    }

    @Test
    void any_figure_is_counted_from_an_export() {
        var practice = claimtrail.metric.Log.PRACTICE.toString();
        var answer = verify(
                EXPORT, "--metric", "idr.claims", "--practice", practice, "--from", "2026-03-01", "--to", "2026-03-31");
        assertThat(answer.code()).as(answer.says()).isEqualTo(Verify.SOUND);
        assertThat(answer.says()).contains("Denial rate: 66.67 (2 of 3) percent", "counted from all facts of the log");
        assertThat(verify(
                                EXPORT,
                                "--metric",
                                "denied.amount",
                                "--practice",
                                practice,
                                "--from",
                                "2026-03-01",
                                "--to",
                                "2026-03-31",
                                "--asOf",
                                "4")
                        .says())
                .contains("Denied amount: 200.00 dollars");
        assertThat(verify(EXPORT, "--metric", "idr.claims", "--practice", practice)
                        .says())
                .contains("Say --from too");
    }

    @Test
    void a_changed_export_is_refused_behind_the_last_good_checkpoint() {
        refused(
                EXPORT,
                it -> once(it, "\\\"chargeCents\\\":20000", "\\\"chargeCents\\\":20001"),
                "the facts up to position 4",
                "one of them was changed");
        refused(
                EXPORT,
                it -> it.replace(
                        "\"position\":6,", "\"position\":6,\"causation\":\"" + java.util.UUID.randomUUID() + "\","),
                "one behind position 4 was changed");
        refused(EXPORT, it -> without(it, 2), "behind position 1 comes position 3");
        refused(EXPORT, it -> without(it, 5), "names another one before it");
        refused(EXPORT, it -> without(without(it, 9), 8), "ends after 6");
        var unsigned = verify(LOG.export(4));
        assertThat(unsigned.code()).isEqualTo(Verify.SOUND);
        assertThat(unsigned.says()).contains("NOT signed  the 3 facts behind position 4");
    }

    /// The one who signs may have kept the log badly.
    @Test
    void a_signed_log_whose_streams_are_out_of_order_is_refused() {
        var disordered = new SignedLog(facts -> {
            Collections.swap(facts, 0, 3);
            return facts;
        });
        var answer = verify(disordered.export());
        assertThat(answer.code()).isEqualTo(Verify.REFUSED);
        assertThat(answer.says()).contains("Line 2: claim/", "should go on with fact 0", "position 1 is its fact 1");
    }

    private void refused(String evidence, UnaryOperator<String> lie, String... says) {
        var changed = lie.apply(evidence);
        assertThat(changed).isNotEqualTo(evidence);
        var answer = verify(changed);
        assertThat(answer.code()).as(answer.says()).isEqualTo(Verify.REFUSED);
        assertThat(answer.says()).startsWith("REFUSED. ").contains(says);
    }

    private static String id() {
        return LOG.key().log().toString();
    }

    private static String once(String text, String what, String by) {
        var at = text.indexOf(what);
        assertThat(at).as(what).isNotNegative();
        return text.substring(0, at) + by + text.substring(at + what.length());
    }

    /// Changes the first letter behind a text into another one.
    private static String flipBehind(String text, String what) {
        var at = text.indexOf(what) + what.length();
        assertThat(at).as(what).isGreaterThanOrEqualTo(what.length());
        return text.substring(0, at) + (text.charAt(at) == 'B' ? 'C' : 'B') + text.substring(at + 1);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static String without(String text, int line) {
        var lines = new ArrayList<>(lines(text));
        lines.remove(line);
        return String.join("\n", lines);
    }

    private Answer verify(String evidence, String... more) {
        return verify(evidence.getBytes(StandardCharsets.UTF_8), more);
    }

    private Answer verify(byte[] evidence, String... more) {
        try {
            var file = Files.write(directory.resolve("evidence.ndjson"), evidence);
            var arguments = new ArrayList<>(List.of(file.toString()));
            arguments.addAll(List.of(more));
            return run(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer run(String... arguments) {
        var says = new ByteArrayOutputStream();
        var print = new PrintStream(says, true, StandardCharsets.UTF_8);
        return new Answer(Verify.run(arguments, print, print), says.toString(StandardCharsets.UTF_8));
    }
}
