package claimtrail.command.imports;

import claimtrail.command.imports.ArchiveReport.Entry;
import claimtrail.command.imports.ArchiveReport.EntryState;
import claimtrail.command.imports.ImportReport.State;
import claimtrail.event.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The reading of the files of one archive, one after the other.
public final class ArchiveRun implements Taken {

    /// An entry of an archive as it was received.
    ///
    /// @param arrival absent: it was passed over
    record Received(int no, @Nullable Arrival arrival) {}

    /// What became of an entry so far.
    ///
    /// @param refusal why it was not taken
    /// @param run its import
    private record Progress(
            @Nullable String refusal, @Nullable ImportRun run) {}

    private final UUID id;
    private final ImportRequest request;
    private final List<Received> received;
    private final Clock clock;
    private final Instant startedAt;
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ArchiveReport> over = new CompletableFuture<>();
    private final List<Consumer<ArchiveReport>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    ArchiveRun(ImportRequest request, List<Received> received, Clock clock) {
        this.id = id(request, received);
        this.request = request;
        this.received = List.copyOf(received);
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /// The same files of the same practice are the same archive, however they were packed.
    private static UUID id(ImportRequest request, List<Received> received) {
        var names = new ArrayList<String>(List.of("archive", request.practice().toString()));
        for (var it : received) {
            var arrival = it.arrival();
            names.add(arrival == null ? "" : arrival.sha256());
        }
        return Ids.named(names.toArray(String[]::new));
    }

    public UUID id() {
        return id;
    }

    /// How far it is now, or what it came to.
    public ArchiveReport report() {
        var last = over.getNow(null);
        return last == null ? report(State.RUNNING) : last;
    }

    /// Breaks the file off that is being read, and leaves those behind it unread. The same archive goes on there.
    public void cancel() {
        cancelled = true;
        for (var it : progress) {
            var run = it.run();
            if (run != null) {
                run.cancel();
            }
        }
    }

    /// Waits for the end.
    public ArchiveReport await() {
        return over.join();
    }

    /// Hears of progress now and then, and of the end; returns what stops it.
    public Runnable listen(Consumer<ArchiveReport> listener) {
        listeners.add(listener);
        if (over.isDone()) {
            listener.accept(over.join());
        }
        return () -> listeners.remove(listener);
    }

    ImportRequest request() {
        return request;
    }

    List<Received> received() {
        return received;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /// The next entry is being read.
    void began(ImportRun run) {
        progress.add(new Progress(null, run));
        run.listen(_ -> tellListeners());
        if (cancelled) {
            run.cancel();
        }
    }

    /// The next entry is not taken, or holds no file.
    void left(@Nullable String refusal) {
        progress.add(new Progress(refusal, null));
        tellListeners();
    }

    /// What it came to, before anybody is told.
    ArchiveReport last() {
        boolean failed = progress.stream()
                .anyMatch(it -> it.run() != null && it.run().report().state() == State.FAILED);
        return report(cancelled ? State.CANCELLED : failed ? State.FAILED : State.COMPLETED);
    }

    void end(ArchiveReport report) {
        over.complete(report);
        tellListeners();
    }

    private void tellListeners() {
        if (!listeners.isEmpty()) {
            var report = report();
            listeners.forEach(listener -> listener.accept(report));
        }
    }

    private ArchiveReport report(State state) {
        var entries = new ArrayList<Entry>(received.size());
        for (int i = 0; i < received.size(); i++) {
            entries.add(entry(received.get(i), i < progress.size() ? progress.get(i) : null));
        }
        var millis = Duration.between(startedAt, clock.instant()).toMillis();
        return ArchiveReport.of(id, request.practice(), state, request.dryRun(), startedAt, millis, entries);
    }

    private static Entry entry(Received it, @Nullable Progress progress) {
        var arrival = it.arrival();
        if (arrival == null) {
            return new Entry(it.no(), EntryState.PASSED_OVER, 0, "ENTRY_WITHOUT_FILE", null);
        }
        if (progress == null) {
            return new Entry(it.no(), EntryState.WAITING, arrival.bytes(), null, null);
        }
        var run = progress.run();
        return run == null
                ? new Entry(it.no(), EntryState.REFUSED, arrival.bytes(), progress.refusal(), null)
                : new Entry(it.no(), EntryState.TAKEN, arrival.bytes(), null, run.report());
    }
}
