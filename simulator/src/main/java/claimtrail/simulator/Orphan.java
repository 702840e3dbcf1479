package claimtrail.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL whose sandbox was killed: it runs on, holds the data, and answers to nobody.
final class Orphan {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Orphan() {}

    /// Lets the PostgreSQL that a killed sandbox left behind finish, and clears the way for a new one.
    ///
    /// @param programs where this data directory's own PostgreSQL programs are; only processes of these are ours
    /// @throws CannotStart if it does not finish
    static void stop(Path data, Path programs) throws IOException {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        var own = programs.toRealPath();
        var postmaster = pid(note).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (postmaster.isEmpty()) {
            return; // PostgreSQL itself sees that the process of the note is gone
        }
        if (runs(postmaster.get(), own)) {
            finish(postmaster.get(), data, note);
        } else if (ProcessHandle.allProcesses().noneMatch(it -> runs(it, own))) {
            // The number now belongs to somebody else's process, as happens in containers, whose numbers start anew:
            // PostgreSQL would take that process for itself and refuse.
            Files.delete(note);
        }
    }

    /// The "fast" shutdown: sessions end, everything is written, the note is removed last. The end of the note is what
    /// is waited for: whoever inherited the process may never look at it, and then it stays in the list for ever.
    private static void finish(ProcessHandle postmaster, Path data, Path note) throws IOException {
        try (var watch = data.getFileSystem().newWatchService()) {
            data.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
            var deadline = System.nanoTime() + LIMIT.toNanos();
            while (Files.exists(note) && postmaster.isAlive()) {
                if (System.nanoTime() > deadline) {
                    throw new CannotStart(
                            "PostgreSQL of an earlier sandbox (process %d) does not stop: end it, then start again."
                                    .formatted(postmaster.pid()));
                }
                var gone = watch.poll(1, TimeUnit.SECONDS); // a process that was killed meanwhile leaves its note
                if (gone != null) {
                    gone.reset();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private static boolean runs(ProcessHandle process, Path programs) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(it -> it.startsWith(programs))
                .isPresent();
    }

    private static Optional<Long> pid(Path note) throws IOException {
        try (var lines = Files.lines(note, StandardCharsets.US_ASCII)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        }
    }
}
