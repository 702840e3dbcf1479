package claimtrail.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.store.Appended.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node may die at any instant: what it acknowledged is in the log, and nothing is there by halves or twice.
class CrashIT {

    private static final int ACKNOWLEDGED = 400;

    @Test
    @Timeout(120)
    void a_killed_process_loses_nothing_it_acknowledged() throws Exception {
        try (var database = TestDatabase.fresh()) {
            for (var life = 1; life <= 3; life++) {
                var acknowledged = killInTheMiddle(database);

                try (var log = database.openLog()) {
                    assertThat(log.append(WritingUntilKilled.append(UUID.randomUUID())))
                            .isInstanceOf(Stored.class);
                    assertWhole(database, log, acknowledged);
                }
            }
        }
    }

    private static Set<UUID> killInTheMiddle(TestDatabase database) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingUntilKilled.class.getName(),
                        database.writerUrl(),
                        database.masterKey().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new HashSet<UUID>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(UUID.fromString(line));
                if (acknowledged.size() == ACKNOWLEDGED) {
                    process.toHandle().destroyForcibly(); // SIGKILL: no hook, no finally, no flush
                    // What is in the pipe was acknowledged too. Its last line may be cut off.
                    lines.lines()
                            .filter(it -> it.length() == 36)
                            .map(UUID::fromString)
                            .forEach(acknowledged::add);
                    break;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        return acknowledged;
    }

    private static void assertWhole(TestDatabase database, EventLog log, Set<UUID> acknowledged) {
        var events = log.pages().after(0, Integer.MAX_VALUE);

        assertThat(events)
                .extracting(it -> it.envelope().position())
                .isEqualTo(LongStream.rangeClosed(1, log.head()).boxed().toList());
        var streams = events.stream()
                .collect(Collectors.groupingBy(
                        it -> it.envelope().streamId(),
                        Collectors.mapping(it -> it.envelope().sequence(), Collectors.toList())));
        assertThat(streams).containsKeys(acknowledged.toArray(UUID[]::new));
        assertThat(streams.values()).allMatch(List.of(0L, 1L)::equals);
        assertThat(events.stream().map(it -> it.envelope().eventId()).distinct().count())
                .isEqualTo(events.size());
        for (var table : List.of("directory", "idempotency_key", "vault_entry", "data_key")) {
            assertThat(JdbcClient.create(database.owner())
                            .sql("select count(*) from event_store." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isEqualTo(streams.size());
        }
    }
}
