package claimtrail.command.imports;

import claimtrail.command.claim.ClaimNews;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Held records are told again when somebody tells us of a claim by hand: what waits for it need not wait for the next
/// file. At the start of the program all are told again, so that a stop between a claim and its telling loses nothing.
/// A record that is taken is judged, hence taken once, however often it is told.
final class HeldRecords implements ClaimNews, AutoCloseable {

    private final Consumer<UUID> telling;
    private final Supplier<List<UUID>> waiting;
    private final Executor aside;

    /// Practices of which something has come since they were last looked at.
    private final Set<UUID> called = ConcurrentHashMap.newKeySet();

    /// @param telling tells the held records of a practice again
    /// @param waiting practices that have files with held records
    /// @param aside runs one telling after the other, away from who tells us of a claim
    HeldRecords(Consumer<UUID> telling, Supplier<List<UUID>> waiting, Executor aside) {
        this.telling = telling;
        this.waiting = waiting;
        this.aside = aside;
    }

    /// Tells the records of all practices again.
    void start() {
        waiting.get().forEach(this::heard);
    }

    /// Many claims that come while a telling runs are one further telling.
    @Override
    public void heard(UUID practice) {
        if (called.add(practice)) {
            aside.execute(() -> {
                called.remove(practice);
                telling.accept(practice);
            });
        }
    }

    /// Ends with the program, before the log does; what waits is told at the next start.
    @Override
    public void close() {
        if (aside instanceof ExecutorService thread) {
            thread.shutdownNow();
        }
    }
}
