package claimtrail.command.imports;

import claimtrail.command.imports.ArchiveRun.Received;
import claimtrail.command.imports.ImportReport.State;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the files of archives, one after the other; what is wrong with one does not stop those behind it.
final class Archives {

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);

    private final ImportFolder folder;
    private final Clock clock;
    private final Map<UUID, ArchiveRun> running = new ConcurrentHashMap<>();

    Archives(ImportFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// Begins the import of one file.
    @FunctionalInterface
    interface Start {

        /// Begins it, on the thread of the caller.
        ///
        /// @throws ImportRefused if the file as a whole is not taken
        ImportRun of(ImportRequest request, Arrival file) throws IOException;
    }

    /// Reads on a thread of its own.
    ///
    /// @throws ImportRefused `FILE_IN_PROGRESS` if the same files are being read; nothing is left of these
    ArchiveRun start(ImportRequest request, List<Received> received, Start start) {
        var run = new ArchiveRun(request, received, clock);
        if (!request.dryRun()) {
            if (running.putIfAbsent(run.id(), run) != null) {
                Reception.discard(received);
                throw new ImportRefused(run.id(), "FILE_IN_PROGRESS", 409);
            }
            keepFirst(run);
        }
        Thread.ofVirtual().name("archive-" + run.id()).start(() -> readToEnd(run, start));
        return run;
    }

    private void keepFirst(ArchiveRun run) {
        boolean kept = false;
        try {
            folder.keep(run.report());
            kept = true;
        } finally {
            if (!kept) {
                running.remove(run.id(), run);
                Reception.discard(run.received());
            }
        }
    }

    /// A reading that goes on.
    Optional<ArchiveRun> running(UUID id) {
        return Optional.ofNullable(running.get(id));
    }

    /// A reading that goes on, or the report of one that is over; one left in the middle by a crash has failed.
    Optional<ArchiveReport> report(UUID id) {
        var run = running.get(id);
        return run == null
                ? folder.archive(id).map(it -> it.state() == State.RUNNING ? it.abandoned() : it)
                : Optional.of(run.report());
    }

    private void readToEnd(ArchiveRun run, Start start) {
        try {
            for (var it : run.received()) {
                if (run.isCancelled()) {
                    break;
                }
                var arrival = it.arrival();
                if (arrival == null) {
                    run.left(null);
                } else {
                    read(run, arrival, start);
                }
            }
        } finally {
            finish(run);
        }
    }

    private static void read(ArchiveRun archive, Arrival arrival, Start start) {
        try {
            var run = start.of(archive.request(), arrival);
            archive.began(run);
            run.await();
        } catch (ImportRefused e) {
            archive.left(e.code());
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "a file of archive {} was not begun: {}",
                    archive.id(),
                    e.getClass().getSimpleName());
            archive.left("IMPORT_FAILED");
        }
    }

    /// Kept before anybody is told that it is over: who waits may look at once.
    private void finish(ArchiveRun run) {
        var report = run.last();
        try {
            Reception.discard(run.received());
            if (!run.request().dryRun()) {
                folder.keep(report);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "the report of archive {} was not kept: {}",
                    run.id(),
                    e.getClass().getSimpleName());
        } finally {
            // Also where a full disk keeps no report: nobody waits for ever, and the same files may come again.
            running.remove(run.id(), run);
            run.end(report);
        }
    }
}
