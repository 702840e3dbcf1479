package claimtrail.query;

import claimtrail.query.integrity.Checkpoints;
import claimtrail.query.integrity.Checkpoints.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the checkpoints of a test are, and how the reading side is told.
record Evident(Path place) {

    Path directory() {
        return place.resolve("checkpoints");
    }

    Path key() {
        return place.resolve("signing.key");
    }

    Path file(long size) {
        return directory().resolve("%020d.checkpoint".formatted(size));
    }

    /// A checkpoint each so many facts, and otherwise none.
    String[] settings(int events) {
        return new String[] {
            "--claimtrail.integrity.directory=" + directory(),
            "--claimtrail.integrity.signing-key=" + key(),
            "--claimtrail.integrity.events=" + events,
            "--claimtrail.integrity.every=1h",
            "--claimtrail.integrity.poll=50ms"
        };
    }

    /// Waits for a checkpoint.
    static void await(Reader reader, long size) {
        reader.await("a checkpoint of " + size + " facts", () -> newest(reader) >= size);
    }

    static long newest(Reader reader) {
        return reader.bean(Checkpoints.class).newest().map(Kept::size).orElse(0L);
    }

    /// The names of the files in the directory, sorted.
    List<String> files() {
        try (var files = Files.list(directory())) {
            return files.map(it -> String.valueOf(it.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells many random lives until the log has so many facts.
    static void tell(TestLog log, long upTo) {
        var head = head(log);
        if (head == 0) {
            ManyLives.open(log);
        }
        for (long seed = head + 1; head(log) < upTo; seed++) {
            var life = "N" + seed;
            log.append(
                    LittleBook.PRACTICE,
                    LittleBook.claim(life),
                    LittleBook.submitted(life, LittleBook.A, LittleBook.PAYER, LittleBook.day(3, 1), 10_000)
                            .event());
        }
    }

    static long head(TestLog log) {
        return log.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
    }
}
