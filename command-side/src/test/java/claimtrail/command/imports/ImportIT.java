package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.Environment;

/// Files over the wire: taken in once, refused by code, broken off and gone on with, judged by a person.
class ImportIT {

    private static final int LIMIT_BYTES = 30_000_000;
    private static final int MANY = 2_000; // bills: above the size up to which an answer waits

    @TempDir
    private static Path folder;

    private static RunningSide side;
    private static FileDoor door;

    @BeforeAll
    static void start() {
        side = RunningSide.start(
                "--claimtrail.imports.directory=" + folder, "--claimtrail.imports.limit-bytes=" + LIMIT_BYTES);
        door = new FileDoor(String.valueOf(side.bean(Environment.class).getProperty("local.server.port")), "OA");
        assertThat(side.post("/api/practices", """
                {"number":"OA","name":"Ortho Austin","timeZone":"America/Chicago"}""").status()).isEqualTo(201);
        assertThat(side.post("/api/practices", """
                {"number":"PB","name":"Pediatrics Boston","timeZone":"America/New_York"}""").status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        door.close();
        side.close();
    }

    @Test
    void a_small_file_is_answered_by_its_report_and_the_second_time_seen_again() {
        var file = Interchanges.bills(List.of("SMALL-1", "SMALL-2"), "20260227");

        var first = door.file(file);
        var before = facts();
        var again = door.file(file);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.state()).isEqualTo("COMPLETED");
        assertThat(first.count("stored")).as("%s", first.body()).isEqualTo(2);
        assertThat(first.http().headers().firstValue("Location")).hasValue("/api/admin/imports/" + first.id());
        assertThat(door.report(first.id()).body()).isEqualTo(first.body());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.state()).isEqualTo("SEEN_AGAIN");
        assertThat(more(before)).isEqualTo(Map.of("import.seen-again", 1));
    }

    @Test
    void a_transaction_set_in_other_bytes_is_seen_again_as_a_whole() {
        var old = Interchanges.bills(List.of("RESENT-1", "RESENT-2"), "20260227");
        var other = Interchanges.bills(List.of("RESENT-3"), "20260227");
        door.file(old);
        var before = facts();

        var again = door.file(old.replaceAll("(.{80})", "$1\r\n"));
        var mixed = door.file(other + old.replace("~", "\n"));

        assertThat(again.state()).isEqualTo("COMPLETED");
        assertThat(again.count("seenBefore")).as("%s", again.body()).isEqualTo(2);
        assertThat(again.count("setsSeenBefore")).isEqualTo(1);
        assertThat(mixed.count("stored")).as("%s", mixed.body()).isEqualTo(1);
        assertThat(mixed.count("seenBefore")).isEqualTo(2);
        assertThat(mixed.count("transactionSets")).isEqualTo(2);
        assertThat(mixed.count("setsSeenBefore")).isEqualTo(1);
        assertThat(more(before))
                .isEqualTo(Map.of(
                        "claim.submitted",
                        1,
                        "import.started",
                        2,
                        "import.completed",
                        2,
                        "import.seen-again",
                        2,
                        "import.record-noted",
                        1)); // SE01 of the new set
    }

    @Test
    void a_large_file_is_taken_at_once_and_tells_its_progress_until_it_is_over() {
        var taken = door.file(many("LARGE-"));

        assertThat(taken.status()).isEqualTo(202);
        var place = taken.http().headers().firstValue("Location").orElseThrow();
        assertThat(place).isEqualTo("/api/admin/imports/" + taken.id());
        assertThat(door.get(place).status()).isEqualTo(200);
        assertThat(door.events(taken.id())).endsWith("report").contains("progress");
        var report = door.whenOver(taken.id());
        assertThat(report.state()).isEqualTo("COMPLETED");
        assertThat(report.count("stored")).as("%s", report.body()).isEqualTo(MANY);
        assertThat(report.count("bytesRead")).isEqualTo(report.count("bytes"));
        assertThat(door.events(taken.id())).containsExactly("report");
    }

    @Test
    void a_dry_run_tells_everything_and_stores_nothing() {
        var before = facts();

        var report = door.file(
                Interchanges.bills(List.of("DRY-1"), "20260227").getBytes(StandardCharsets.UTF_8), "?dryRun=true");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().path("dryRun").asBoolean()).isTrue();
        assertThat(report.count("stored")).isEqualTo(1);
        assertThat(more(before)).isEmpty();
    }

    @Test
    void a_cancelled_import_goes_on_with_the_same_bytes() {
        var file = many("CANCEL-");
        var before = facts();

        var taken = door.file(file);
        assertThat(door.cancel(taken.id()).status()).isEqualTo(202);
        var cancelled = door.whenOver(taken.id());
        assertThat(cancelled.state()).isEqualTo("CANCELLED");
        assertThat(cancelled.count("read")).isLessThan(MANY);
        var goneOn = door.whenOver(door.file(file).id());

        assertThat(goneOn.state()).isEqualTo("COMPLETED");
        assertThat(goneOn.body().path("resumed").asBoolean()).isTrue();
        assertThat(goneOn.count("stored") + goneOn.count("seenBefore"))
                .as("%s", goneOn.body())
                .isEqualTo(MANY);
        assertThat(more(before)).containsEntry("claim.submitted", MANY).containsEntry("import.completed", 1);
    }

    @Test
    void findings_are_a_table_without_patients() {
        var report = door.file(Interchanges.bills(List.of("TABLE-1"), "2026022X"));

        var table = door.get("/api/admin/imports/" + report.id() + "/report.csv");

        assertThat(report.count("refused")).as("%s", report.body()).isEqualTo(1);
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.http().headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.http().body())
                .startsWith("severity,code,place,where,")
                .contains("REFUSED,DATE_UNREADABLE")
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("TABLE-1")
                .doesNotContain("2026022X");
    }

    @Test
    void an_accepted_duplicate_is_a_fact_and_a_discarded_one_is_none() {
        var accepted = suspected("JUDGE-1");
        var discarded = suspected("JUDGE-2");
        var before = facts();

        assertThat(door.verdict(accepted, "8", "ACCEPTED").status()).isEqualTo(200);
        assertThat(door.verdict(discarded, "8", "DISCARDED").status()).isEqualTo(200);

        assertThat(more(before)).isEqualTo(Map.of("claim.denied", 1, "import.record-judged", 2));
    }

    @Test
    void a_second_verdict_is_refused_before_anything_is_stored() {
        var discarded = suspected("JUDGE-3");
        door.verdict(discarded, "8", "DISCARDED");
        var accepted = suspected("JUDGE-4");
        door.verdict(accepted, "8", "ACCEPTED");
        var before = facts();

        var late = door.verdict(discarded, "8", "ACCEPTED");
        var early = door.verdict(accepted, "8", "DISCARDED");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("RECORD_NOT_HELD");
        assertThat(early.code()).isEqualTo("RECORD_NOT_HELD");
        assertThat(door.verdict(accepted, "8", "ACCEPTED").status()).isEqualTo(200);
        assertThat(more(before)).isEmpty();
    }

    @Test
    void a_verdict_on_what_is_not_held_is_refused() {
        var report = door.file(Interchanges.bills(List.of("JUDGE-5"), "20260227"));

        assertThat(door.verdict(report.id(), "8", "ACCEPTED").code()).isEqualTo("RECORD_NOT_HELD");
        assertThat(door.verdict(report.id(), "999", "DISCARDED").code()).isEqualTo("RECORD_UNKNOWN");
        assertThat(door.verdict("01990000-0000-7000-8000-000000000000", "8", "ACCEPTED")
                        .code())
                .isEqualTo("IMPORT_UNKNOWN");
        assertThat(door.verdict(report.id(), "8", "PERHAPS").code()).isEqualTo("MALFORMED");
    }

    @Test
    void an_import_of_another_practice_is_unknown() {
        var report = door.file(Interchanges.bills(List.of("TENANT-1"), "20260227"));
        try (var other =
                new FileDoor(String.valueOf(side.bean(Environment.class).getProperty("local.server.port")), "PB")) {
            assertThat(other.report(report.id()).code()).isEqualTo("IMPORT_UNKNOWN");
            assertThat(other.cancel(report.id()).code()).isEqualTo("IMPORT_UNKNOWN");
            assertThat(other.get("/api/admin/imports/" + report.id() + "/report.csv")
                            .code())
                    .isEqualTo("IMPORT_UNKNOWN");
        }
    }

    static Stream<Arguments> filesThatAreNotTaken() throws IOException {
        var x12 = Interchanges.bills(List.of("BAD-1"), "20260227").getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("nothing at all", new byte[0], "", 422, "FORMAT_INVALID"),
                Arguments.of("blanks", " \n\n ".getBytes(StandardCharsets.UTF_8), "", 422, "FORMAT_INVALID"),
                Arguments.of("random bytes", random(4_000), "", 422, "FORMAT_INVALID"),
                Arguments.of(
                        "a picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0},
                        "",
                        422,
                        "FORMAT_INVALID"),
                Arguments.of(
                        "a letter", "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8), "", 422, "FORMAT_INVALID"),
                Arguments.of("XML", "<claims/>".getBytes(StandardCharsets.UTF_8), "", 422, "FORMAT_INVALID"),
                Arguments.of(
                        "X12 in UTF-16",
                        new String(x12, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16),
                        "",
                        422,
                        "FORMAT_INVALID"),
                Arguments.of(
                        "a table of unknown columns",
                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                        "",
                        422,
                        "PROFILE_INVALID"),
                Arguments.of(
                        "an unknown profile",
                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                        "?profile=none",
                        422,
                        "PROFILE_INVALID"),
                Arguments.of(
                        "a profile of other columns",
                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                        "?profile=portal",
                        422,
                        "PROFILE_INVALID"),
                Arguments.of("more bytes than allowed", big(), "", 422, "FILE_TOO_LARGE"),
                Arguments.of("a bomb", gzip(new byte[50_000_000]), "", 422, "ARCHIVE_SUSPECT"),
                Arguments.of("an archive in an archive", zip(Map.of("a", gzip(x12))), "", 422, "ARCHIVE_SUSPECT"),
                Arguments.of(
                        "half an archive", Arrays.copyOf(gzip(text("ARCHIVED-")), 10_000), "", 422, "ARCHIVE_INVALID"),
                Arguments.of("a broken archive", broken(gzip(text("ARCHIVED-"))), "", 422, "ARCHIVE_INVALID"),
                Arguments.of("a broken zip", broken(zip(Map.of("a", text("ARCHIVED-")))), "", 422, "ARCHIVE_INVALID"),
                Arguments.of("no practice", x12, "?practice=XX", 400, "MALFORMED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreNotTaken")
    void a_file_that_is_not_taken_is_refused_by_code_and_leaves_nothing(
            String what, byte[] bytes, String query, int status, String code) {
        var before = facts();

        var answer = door.file(bytes, query);

        assertThat(answer.status()).as("%s: %s", what, answer.http().body()).isEqualTo(status);
        assertThat(answer.code()).as(what).isEqualTo(code);
        assertThat(answer.http().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(more(before)).isEmpty();
        assertThat(folder.toFile().list((_, name) -> name.endsWith(".part"))).isEmpty();
    }

    static Stream<Arguments> filesWithBadRecords() {
        var good = Interchanges.bills(List.of("DIRTY-1"), "20260227");
        return Stream.of(
                Arguments.of("JSON that ends", "{\"claims\":[{\"id\":", "JSON_INVALID"),
                Arguments.of("JSON too deep", "[".repeat(100_000), "JSON_INVALID"),
                Arguments.of("a record of no kind", "{\"type\":\"claim\"}", "REQUIRED_MISSING"),
                Arguments.of("X12 cut in a line", good.substring(0, good.indexOf("LX*1") + 10), "REQUIRED_MISSING"),
                Arguments.of("X12 cut behind a line", good.substring(0, good.indexOf("SE*0")), "TRANSACTION_CUT"),
                Arguments.of("a charge that is none", good.replace("*178***", "*1O8***"), "AMOUNT_UNREADABLE"),
                Arguments.of("a fraction of a cent", good.replace("*178***", "*178.005***"), "AMOUNT_NOT_IN_CENTS"),
                Arguments.of("money beyond measure", good.replace("*178***", "*99999999999***"), "AMOUNT_TOO_LARGE"),
                Arguments.of("no day of service", good.replace("20260227", "20261399"), "DATE_UNREADABLE"),
                Arguments.of("a wrong count", good, "CONTROL_COUNT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesWithBadRecords")
    void a_bad_record_stands_on_the_report_by_code(String what, String text, String code) {
        var answer = door.file(text);

        assertThat(answer.status()).as("%s: %s", what, answer.http().body()).isEqualTo(200);
        assertThat(answer.body().path("codes").path(code).asInt(0))
                .as("%s: %s", what, answer.body())
                .isPositive();
        assertThat(answer.count("read"))
                .isEqualTo(answer.count("stored")
                        + answer.count("seenBefore")
                        + answer.count("held")
                        + answer.count("refused"));
    }

    /// An answer that came a second time under another payment: its import, in which it is held at segment 8.
    private static String suspected(String account) {
        door.file(Interchanges.bills(List.of(account), "20260227"));
        door.file(Interchanges.denial(account, "20260227", "TRACE-" + account, "P" + account));
        var held = door.file(Interchanges.denial(account, "20260227", "AGAIN-" + account, "P" + account));
        assertThat(held.count("held")).as("%s", held.body()).isEqualTo(1);
        return held.id();
    }

    private static String many(String prefix) {
        return Interchanges.withNotes(Interchanges.bills(
                IntStream.range(0, MANY).mapToObj(no -> prefix + no).toList(), "20260227"));
    }

    private static byte[] text(String prefix) {
        return many(prefix).getBytes(StandardCharsets.UTF_8);
    }

    /// How many facts there are of each name.
    private static Map<String, Integer> facts() {
        var facts = new TreeMap<String, Integer>();
        for (var stored : side.bean(EventLog.class).pages().after(0, Integer.MAX_VALUE)) {
            facts.merge(stored.envelope().name(), 1, Integer::sum);
        }
        return facts;
    }

    private static Map<String, Integer> more(Map<String, Integer> before) {
        var more = facts();
        before.forEach((name, count) -> more.merge(name, -count, Integer::sum));
        more.values().removeIf(count -> count == 0);
        return more;
    }

    private static byte[] big() {
        return random(LIMIT_BYTES + 1);
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new Random(7).nextBytes(random);
        return random;
    }

    private static byte[] broken(byte[] packed) {
        Arrays.fill(packed, 60, 90, (byte) 0xff);
        return packed;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                packed.putNextEntry(new ZipEntry(file.getKey()));
                packed.write(file.getValue());
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
