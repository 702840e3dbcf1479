package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// A record that waits for a claim is stored when the claim is told by hand, without another file.
class HeldRecordsIT {

    private static final String APPEAL = """
            {"type":"appeal","claim":"HELD-1","lines":[1],"level":1,"filedOn":"2026-03-25"}
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    @Timeout(120)
    void an_appeal_that_came_first_is_stored_when_its_denial_is_told_by_hand() {
        try (var database = TestDatabase.fresh();
                var side = side(database, folder);
                var door = door(side)) {
            enrol(door);
            var report = door.file(APPEAL);
            assertThat(report.count("held")).as("%s", report.body()).isEqualTo(1);

            deny(door);

            waitForAppeal(side);
            assertThat(count(side, "import.record-judged")).isEqualTo(1);
        }
    }

    @Test
    @Timeout(120)
    void an_appeal_that_could_not_be_told_then_is_stored_at_the_next_start() {
        try (var database = TestDatabase.fresh()) {
            try (var side = side(database, folder);
                    var door = door(side)) {
                enrol(door);
                assertThat(door.file(APPEAL).count("held")).isEqualTo(1);
            }
            try (var side = side(database, elsewhere);
                    var door = door(side)) {
                deny(door);
                assertThat(count(side, "claim.appealed"))
                        .as("its file is not here")
                        .isZero();
            }
            try (var side = side(database, folder)) {
                waitForAppeal(side);
                assertThat(count(side, "import.record-judged")).isEqualTo(1);
            }
        }
    }

    private static ConfigurableApplicationContext side(TestDatabase database, Path files) {
        return RunningSide.beside(database, "--claimtrail.imports.directory=" + files);
    }

    private static FileDoor door(ConfigurableApplicationContext side) {
        return new FileDoor(String.valueOf(side.getEnvironment().getProperty("local.server.port")), "OA");
    }

    private static void enrol(FileDoor door) {
        assertThat(door.post("/api/practices", """
                {"number":"OA","name":"Ortho Austin","timeZone":"America/Chicago"}""").status()).isEqualTo(201);
        assertThat(door.post("/api/providers", """
                {"number":"DR1","name":"A. Doe","npi":"1234567893"}""").status()).isEqualTo(201);
        assertThat(door.post("/api/payers", """
                {"number":"00431","name":"Blue Plan","payerClass":"COMMERCIAL"}""").status()).isEqualTo(201);
    }

    private static void deny(FileDoor door) {
        var claim = door.post("/api/claims", """
                {"number":"HELD-1","submittedOn":"2026-03-02","payer":"00431","provider":"DR1","chargeCents":15000,
                 "patient":{"name":"Canary, Yellow","bornOn":"1970-07-07","memberId":"M1"},"diagnoses":["E119"],
                 "lines":[{"no":1,"code":"99213","units":1,"chargeCents":15000,"serviceFrom":"2026-02-27"}]}""");
        assertThat(claim.status()).as("%s", claim.body()).isEqualTo(201);
        var denied = door.post("/api/claims/" + claim.body().path("id").asString() + "/decisions", """
                {"payer":"00431","status":"1","decidedOn":"2026-03-18","chargeCents":15000,"paidCents":0,
                 "lines":[{"no":1,"chargeCents":15000,"paidCents":0,
                           "adjustments":[{"group":"CO","code":"97","cents":15000}]}]}""");
        assertThat(denied.status()).as("%s", denied.body()).isEqualTo(201);
    }

    private static void waitForAppeal(ConfigurableApplicationContext side) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (count(side, "import.record-judged") == 0) {
            assertThat(System.nanoTime()).as("not told within 30 s").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(count(side, "claim.appealed")).isEqualTo(1);
    }

    private static long count(ConfigurableApplicationContext side, String name) {
        return side.getBean(EventLog.class).pages().after(0, Integer.MAX_VALUE).stream()
                .filter(it -> it.envelope().name().equals(name))
                .count();
    }
}
