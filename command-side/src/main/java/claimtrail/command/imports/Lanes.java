package claimtrail.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tells many records at once, those of one claim in the order of the file. Each lane is a virtual thread with a short
/// queue; an empty task ends it. So the writes of many records share a commit, and memory stays flat.
final class Lanes implements AutoCloseable {

    private static final int LANES = 128;
    private static final int WAITING = 2; // per lane

    private final List<BlockingQueue<Optional<Runnable>>> queues = new ArrayList<>(LANES);
    private final List<Thread> threads = new ArrayList<>(LANES);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Lanes() {
        for (int i = 0; i < LANES; i++) {
            BlockingQueue<Optional<Runnable>> queue = new ArrayBlockingQueue<>(WAITING);
            queues.add(queue);
            threads.add(Thread.ofVirtual().name("import-lane-" + i).start(() -> work(queue)));
        }
    }

    /// Waits for a place in the lane.
    ///
    /// @throws RuntimeException what an earlier record failed with
    void submit(String lane, Runnable task) {
        rethrow();
        put(queues.get(Math.floorMod(lane.hashCode(), LANES)), Optional.of(task));
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
                put(queues.get(i), Optional.empty());
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

    private static void put(BlockingQueue<Optional<Runnable>> queue, Optional<Runnable> task) {
        try {
            queue.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were waiting", e);
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
        }
    }
}
