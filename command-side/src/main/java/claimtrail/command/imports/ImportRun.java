package claimtrail.command.imports;

import claimtrail.command.imports.ImportReport.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One reading of one file: how far it is, and how to break it off.
public final class ImportRun implements Taken {

    private final UUID id;
    private final ImportRequest request;
    private final Arrival file;
    private final Recognised recognised;
    private final Clock clock;
    private final Instant startedAt;
    private final ImportTally tally = new ImportTally();
    private final CompletableFuture<ImportReport> over = new CompletableFuture<>();
    private final List<Consumer<ImportReport>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;
    private volatile boolean resumed;
    private volatile long bytesRead;
    private volatile int sets;
    private volatile int setsSeenBefore;

    ImportRun(UUID id, ImportRequest request, Arrival file, Recognised recognised, Clock clock) {
        this.id = id;
        this.request = request;
        this.file = file;
        this.recognised = recognised;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    public UUID id() {
        return id;
    }

    /// How far it is now, or what it came to.
    public ImportReport report() {
        var last = over.getNow(null);
        return last == null ? snapshot(State.RUNNING, null) : last;
    }

    /// Breaks the reading off after the records that are being stored. The same bytes go on where it stopped.
    public void cancel() {
        cancelled = true;
    }

    /// Waits for the end.
    public ImportReport await() {
        return over.join();
    }

    /// Hears of progress now and then, and of the end; returns what stops it.
    public Runnable listen(Consumer<ImportReport> listener) {
        listeners.add(listener);
        if (over.isDone()) {
            listener.accept(over.join());
        }
        return () -> listeners.remove(listener);
    }

    boolean isCancelled() {
        return cancelled;
    }

    ImportTally tally() {
        return tally;
    }

    ImportRequest request() {
        return request;
    }

    Arrival file() {
        return file;
    }

    Recognised recognised() {
        return recognised;
    }

    void resumed() {
        resumed = true;
    }

    void met(KnownSets found) {
        sets = found.all();
        setsSeenBefore = found.seenBefore();
    }

    void reached(long bytes) {
        bytesRead = Math.max(bytesRead, bytes);
    }

    void tellListeners() {
        var report = report();
        listeners.forEach(listener -> listener.accept(report));
    }

    /// What it came to, before anybody is told.
    ImportReport report(State state, @Nullable String refusal) {
        return snapshot(state, refusal);
    }

    void end(ImportReport report) {
        over.complete(report);
        tellListeners();
    }

    long millis() {
        return Duration.between(startedAt, clock.instant()).toMillis();
    }

    private ImportReport snapshot(State state, @Nullable String refusal) {
        var format = recognised.format();
        return new ImportReport(
                id,
                request.practice(),
                state,
                "sha256:" + file.sha256(),
                file.bytes(),
                format == null ? null : format.name(),
                recognised.profile(),
                request.dryRun(),
                resumed,
                startedAt,
                millis(),
                state == State.COMPLETED ? file.bytes() : bytesRead,
                tally.read(),
                tally.of(Told.Fate.STORED),
                tally.of(Told.Fate.SEEN_BEFORE),
                tally.of(Told.Fate.HELD),
                tally.of(Told.Fate.REFUSED),
                tally.warnings(),
                tally.codes(),
                tally.events(),
                sets,
                setsSeenBefore,
                refusal);
    }
}
