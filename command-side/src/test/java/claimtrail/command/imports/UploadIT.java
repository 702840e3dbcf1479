package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/// How files come in over the wire: packed together, in chunks, broken off by their sender; and what is left on disk.
class UploadIT {

    private static final int MANY = 2_000; // bills: above the size up to which an answer waits

    @TempDir
    private static Path folder;

    private static RunningSide side;
    private static FileDoor door;
    private static String port = "";

    @BeforeAll
    static void start() {
        side = RunningSide.start("--claimtrail.imports.directory=" + folder);
        port = String.valueOf(side.bean(Environment.class).getProperty("local.server.port"));
        door = new FileDoor(port, "OA");
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
    void a_small_archive_is_answered_by_the_reports_of_its_files() {
        var zip = new Zips()
                .with("a.837", Interchanges.bills(List.of("UP-1"), "20260227"))
                .with("b.835", Interchanges.denial("UP-1", "20260227", "UP-TRACE", "PUP1"))
                .with("letter.txt", "Dear Sir or Madam");

        var answer = door.file(zip.bytes(), "");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.state()).isEqualTo("COMPLETED");
        assertThat(answer.count("stored")).isEqualTo(2);
        assertThat(answer.body().at("/entries/2/why").asString("")).isEqualTo("FORMAT_INVALID");
        assertThat(door.report(answer.body().at("/entries/1/report/importId").asString(""))
                        .count("stored"))
                .isEqualTo(1);
        var place = answer.http().headers().firstValue("Location").orElseThrow();
        assertThat(door.get(place).body()).isEqualTo(answer.body());
        try (var other = new FileDoor(port, "PB")) {
            assertThat(other.get(place).code()).isEqualTo("ARCHIVE_UNKNOWN");
        }
    }

    @Test
    void a_large_archive_tells_its_progress_and_can_be_broken_off_and_gone_on_with() {
        var zip = new Zips().with("a", many("UPA-")).with("b", many("UPB-")).bytes();

        var taken = door.file(zip, "");
        var place = taken.http().headers().firstValue("Location").orElseThrow();
        assertThat(taken.status()).isEqualTo(202);
        assertThat(door.file(zip, "").code()).isEqualTo("FILE_IN_PROGRESS");
        assertThat(door.delete(place).status()).isEqualTo(202);
        assertThat(door.eventsAt(place)).endsWith("report");
        var cancelled = door.get(place);
        assertThat(cancelled.state()).isEqualTo("CANCELLED");
        assertThat(cancelled.count("read")).isLessThan(2 * MANY);
        assertThat(cancelled.body().at("/entries/1/state").asString("")).isEqualTo("WAITING");

        var again = door.file(zip, "");
        assertThat(door.eventsAt(place)).endsWith("report").contains("progress");
        var over = door.get(place);
        assertThat(again.status()).isEqualTo(202);
        assertThat(over.state()).isEqualTo("COMPLETED");
        assertThat(over.count("stored") + over.count("seenBefore")).isEqualTo(2 * MANY);
        assertThat(over.body().at("/entries/0/report/resumed").asBoolean()).isTrue();
        assertThat(over.count("bytesRead")).isEqualTo(over.count("bytes"));
    }

    @Test
    void a_file_may_come_in_chunks_whose_number_nobody_knows() throws Exception {
        var text = many("UPC-").getBytes(StandardCharsets.UTF_8);
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/admin/claims/import"))
                            .header("X-Practice", "OA")
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(202);
            var place = answer.headers().firstValue("Location").orElseThrow();
            var report = door.whenOver(place.substring(place.lastIndexOf('/') + 1));
            assertThat(report.count("stored")).isEqualTo(MANY);
            assertThat(report.count("bytes")).isEqualTo(text.length);
        }
    }

    /// curl calls every body a form, unless it is told otherwise.
    @Test
    void a_file_that_its_sender_calls_a_form_is_read_whole() throws Exception {
        var small = Interchanges.bills(List.of("UPF-1"), "20260227");
        var large = many("UPG-").repeat(2); // beyond what a server would read of a form
        try (var client = HttpClient.newHttpClient()) {
            for (var text : List.of(small, large)) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                for (var body : List.of(
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))) {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://localhost:" + port + "/api/admin/claims/import?dryRun=true"))
                                    .header("X-Practice", "OA")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(body)
                                    .build(),
                            BodyHandlers.ofString());

                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer.body()).contains("\"bytes\":" + bytes.length + ",");
                }
            }
        }
    }

    @Test
    void a_sender_who_goes_in_the_middle_leaves_nothing() throws Exception {
        var text = many("UPD-").getBytes(StandardCharsets.UTF_8);
        for (var length : List.of("Content-Length: " + text.length, "Transfer-Encoding: chunked")) {
            var before = side.bean(EventLog.class).head();
            try (var socket = new Socket("localhost", Integer.parseInt(port))) {
                var out = socket.getOutputStream();
                out.write("POST /api/admin/claims/import HTTP/1.1\r\nHost: localhost\r\nX-Practice: OA\r\n%s\r\n\r\n"
                        .formatted(length)
                        .getBytes(StandardCharsets.US_ASCII));
                if (length.endsWith("chunked")) {
                    out.write((Integer.toHexString(text.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(text, 0, text.length / 2);
                out.flush();
                until(() -> parts() == 1);
            }
            until(() -> parts() == 0);
            assertThat(side.bean(EventLog.class).head()).as(length).isEqualTo(before);
        }
    }

    @Test
    void no_patient_is_on_disk_and_files_and_reports_are_for_the_owner_only() {
        var report = door.file(Interchanges.bills(List.of("UPE-1"), "2026022X"));
        assertThat(report.count("refused")).isEqualTo(1);
        assertThat(Interchanges.bills(List.of("UPE-1"), "2026022X")).contains("CANARY");

        var files = files();

        assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("canary")
                    .doesNotContain("2026022X");
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        });
    }

    @Test
    void a_practice_publishes_how_its_tables_are_read_and_sees_it_before_anything_is_stored() {
        var mapping = """
                {"profile":"visits","claim":{"id":"NO","provider":"DOC","submittedOn":"SENT","patientName":"WHO"},
                 "line":{"code":"CPT","charge":"USD","serviceDate":"DAY"},
                 "status":{"col":"ST","map":{"D":"denied"}}}""";
        var rows = new StringBuilder("NO,DOC,SENT,WHO,CPT,USD,DAY,ST\n");
        IntStream.range(0, 80)
                .forEach(no -> rows.append(
                        "V-%d,DR1,2026-03-02,Canary Ann,99213,178,2026-02-27,%s\n".formatted(no, no == 0 ? "?" : "D")));
        var table = rows.toString().getBytes(StandardCharsets.UTF_8);

        var wrong = publish(1, mapping.replace("\"CPT\"", "7"));
        var late = publish(2, mapping);
        var ours = publish(1, mapping.replace("visits", "portal"));
        var published = publish(1, mapping);
        var before = side.bean(EventLog.class).head();
        var preview = door.file(table, "?preview=true&profile=visits");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("field").asString("")).isEqualTo("/mapping/line/code");
        assertThat(late.code()).isEqualTo("VERSION_NOT_NEXT");
        assertThat(ours.body().path("field").asString("")).isEqualTo("/mapping/profile");
        assertThat(published.status()).as("%s", published.body()).isEqualTo(201);
        assertThat(publish(1, mapping).status()).as("told again").isEqualTo(200);
        assertThat(preview.status()).as("%s", preview.body()).isEqualTo(200);
        assertThat(preview.body().path("profile").asString("")).isEqualTo("visits@1");
        assertThat(preview.body().path("records")).hasSize(50);
        assertThat(preview.body().at("/records/0/fate").asString("")).isEqualTo("HELD");
        assertThat(preview.body().at("/records/1/facts").findValuesAsString("event"))
                .endsWith("claim.submitted", "claim.denied");
        assertThat(preview.http().body()).doesNotContainIgnoringCase("canary");
        assertThat(side.bean(EventLog.class).head()).isEqualTo(before);
        assertThat(parts()).isZero();
        assertThat(door.file("{}".getBytes(StandardCharsets.UTF_8), "?preview=true")
                        .code())
                .isEqualTo("PREVIEW_OF_TABLES_ONLY");

        var report = door.file(table, "?profile=visits");
        assertThat(report.count("stored")).as("%s", report.body()).isEqualTo(79);
        assertThat(report.count("held")).isEqualTo(1);
        var list = door.get("/api/mapping-profiles").body();
        assertThat(list.findValuesAsString("profile")).startsWith("portal").contains("cms-research", "visits");
        try (var other = new FileDoor(port, "PB")) {
            assertThat(other.get("/api/mapping-profiles").body()).hasSize(2);
            assertThat(other.file(table, "?profile=visits").code()).isEqualTo("PROFILE_INVALID");
        }
    }

    private static FileDoor.Answer publish(int version, String mapping) {
        return door.post(
                "/api/mapping-profiles",
                "{\"version\":%d,\"effectiveFrom\":\"2026-01-01\",\"mapping\":%s}".formatted(version, mapping));
    }

    private static String many(String prefix) {
        return Interchanges.withNotes(Interchanges.bills(
                IntStream.range(0, MANY).mapToObj(no -> prefix + no).toList(), "20260227"));
    }

    private static int parts() {
        var names = folder.toFile().list((_, name) -> name.endsWith(".part"));
        return names == null ? 0 : names.length;
    }

    private static List<Path> files() {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void until(java.util.function.BooleanSupplier reached) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
