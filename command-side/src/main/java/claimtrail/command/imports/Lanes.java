package claimtrail.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tells many records at once, those of one claim in the order of the file. Each lane is a virtual thread with a queue;
/// an empty task ends it. All queues together hold a few hundred records: so the writes of many share a commit, one
/// claim with many records does not stop the others, and memory stays flat.
final class Lanes implements AutoCloseable {

    /// More than records, so that few records meet in one lane.
    private static final int LANES = 1_024;

    private static final int RECORDS = 512;

    private final List<BlockingQueue<Optional<Runnable>>> queues = new ArrayList<>(LANES);
    private final Semaphore places = new Semaphore(RECORDS);
    private final List<Thread> threads = new ArrayList<>(LANES);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Lanes() {
        for (int i = 0; i < LANES; i++) {
            BlockingQueue<Optional<Runnable>> queue = new LinkedBlockingQueue<>();
            queues.add(queue);
            threads.add(Thread.ofVirtual().name("import-lane-" + i).start(() -> work(queue)));
        }
    }

    /// Waits until one of the records before is told.
    ///
    /// @throws RuntimeException what an earlier record failed with
    void submit(String lane, Runnable task) {
        rethrow();
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were waiting", e);
        }
        queues.get(Math.floorMod(lane.hashCode(), LANES)).add(Optional.of(task));
    }

    /// Waits until every record is told.
    ///
    /// @throws RuntimeException what a record failed with
    void finish() {
        close();
        rethrow();
    }

    @Override
    public void close() {
        for (int i = 0; i < LANES; i++) {
            if (threads.get(i).isAlive()) {
                queues.get(i).add(Optional.empty());
            }
        }
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while records were being stored", e);
            }
        }
    }

    private void rethrow() {
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void work(BlockingQueue<Optional<Runnable>> queue) {
        try {
            while (true) {
                var task = queue.take();
                if (task.isEmpty()) {
                    return;
                }
                // After a failure the queue is emptied without telling, so that nobody waits for a place for ever.
                if (failure.get() == null) {
                    attempt(task.get());
                }
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (Error e) {
            failure.compareAndSet(null, new IllegalStateException("a record could not be told", e));
        }
    }
}
