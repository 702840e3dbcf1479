package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.StoredEvent;
import claimtrail.command.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node may die in the middle of a file: the next one goes on, and every record of it is there once.
class ImportCrashIT {

    private static final int BILLS = 3_000;
    private static final int BEFORE_THE_END = 700;

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void an_import_killed_in_the_middle_goes_on_and_stores_nothing_twice() throws Exception {
        var file = Interchanges.withNotes(Interchanges.bills(
                IntStream.range(0, BILLS).mapToObj(no -> "CRASH-" + no).toList(), "20260227"));
        try (var database = TestDatabase.fresh()) {
            killInTheMiddle(database, file);
            try (var side = RunningSide.beside(database, "--claimtrail.imports.directory=" + folder);
                    var door = new FileDoor(
                            String.valueOf(side.getEnvironment().getProperty("local.server.port")), "OA")) {
                var left = submitted(side.getBean(EventLog.class));
                var report = door.whenOver(door.file(file).id());

                assertThat(left).isBetween(BEFORE_THE_END / 2, BILLS - 1);
                assertThat(report.state()).isEqualTo("COMPLETED");
                assertThat(report.body().path("resumed").asBoolean()).isTrue();
                assertThat(report.count("read")).isEqualTo(BILLS);
                assertThat(report.count("seenBefore")).isEqualTo(left);
                assertThat(report.count("stored")).isEqualTo(BILLS - left);
                assertWhole(side.getBean(EventLog.class));
            }
        }
    }

    private void killInTheMiddle(TestDatabase database, String file) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportingUntilKilled.class.getName()));
        command.addAll(RunningSide.arguments(database, "--claimtrail.imports.directory=" + folder));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8);
                var door = new FileDoor(
                        lines.lines()
                                .filter(it -> it.startsWith("port "))
                                .findFirst()
                                .orElseThrow()
                                .substring("port ".length()),
                        "OA")) {
            assertThat(door.post("/api/practices", """
                            {"number":"OA","name":"Ortho Austin","timeZone":"America/Chicago"}""").status()).isEqualTo(201);
            var taken = door.file(file);
            assertThat(door.whenRead(taken.id(), BEFORE_THE_END).state()).isEqualTo("RUNNING");
            process.toHandle().destroyForcibly(); // SIGKILL: no hook, no finally, no flush
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    private static int submitted(EventLog log) {
        return (int) log.pages().after(0, Integer.MAX_VALUE).stream()
                .filter(it -> it.envelope().name().equals("claim.submitted"))
                .count();
    }

    private static void assertWhole(EventLog log) {
        var events = log.pages().after(0, Integer.MAX_VALUE);
        assertThat(events)
                .extracting(it -> it.envelope().position())
                .isEqualTo(LongStream.rangeClosed(1, log.head()).boxed().toList());
        Map<String, Long> counts = events.stream()
                .collect(Collectors.groupingBy(it -> it.envelope().name(), Collectors.counting()));
        assertThat(counts)
                .containsEntry("claim.submitted", (long) BILLS)
                .containsEntry("import.started", 1L)
                .containsEntry("import.completed", 1L);
        assertThat(events.stream()
                        .filter(it -> it.envelope().name().equals("claim.submitted"))
                        .map(StoredEvent::envelope)
                        .map(it -> it.streamId())
                        .distinct())
                .hasSize(BILLS);
    }
}
