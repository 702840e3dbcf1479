package claimtrail.query.proof;

import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the streams of a practice on all processors. A stream belongs to one share, and a share is read and
/// counted by one thread from its beginning to its end; shares are smaller than what one thread has to do, so
/// that none waits long for the last one. Who comes meanwhile waits: two at once would take all connections
/// from those who answer.
@Component
final class LogShares {

    private static final int SHARES_OF_A_THREAD = 8;

    private final LogReader log;
    private final ProofSettings settings;
    private final TransactionTemplate reading;
    private final ReentrantLock one = new ReentrantLock(true);

    LogShares(LogReader log, ProofSettings settings, PlatformTransactionManager transactions) {
        this.log = log;
        this.settings = settings;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// Reads one share.
    interface Share {

        /// The next fact; those of one stream come together, in their order.
        void read(LogEntry entry);

        /// There are no more.
        default void end() {}
    }

    /// How many threads read.
    int threads() {
        return settings.counting();
    }

    /// Reads all facts up to a position in some kinds of streams.
    ///
    /// @param share makes a reader for one share
    /// @return all readers
    <S extends Share> List<S> read(UUID practice, Collection<String> types, long upTo, Supplier<S> share) {
        var tasks = new ArrayList<Callable<S>>();
        UUID from = null;
        for (var to : log.bounds(threads() * SHARES_OF_A_THREAD, upTo)) {
            tasks.add(task(practice, types, from, to, upTo, share));
            from = to;
        }
        tasks.add(task(practice, types, from, null, upTo, share));
        return run(tasks);
    }

    /// Has some tasks done on all threads.
    ///
    /// @return what they give, in their order
    <R> List<R> run(List<Callable<R>> tasks) {
        one.lock();
        try (var threads = Executors.newFixedThreadPool(
                threads(), Thread.ofPlatform().name("proof-", 0).factory())) {
            var results = new ArrayList<R>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException it ? it : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the proof was broken off", e);
        } finally {
            one.unlock();
        }
    }

    private <S extends Share> Callable<S> task(
            UUID practice,
            Collection<String> types,
            @Nullable UUID from,
            @Nullable UUID to,
            long upTo,
            Supplier<S> share) {
        return () -> {
            var reader = share.get();
            reading.executeWithoutResult(_ -> {
                log.streams(practice, types, from, to, upTo, reader::read);
                reader.end();
            });
            return reader;
        };
    }
}
