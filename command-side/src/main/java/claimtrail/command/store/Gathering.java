package claimtrail.command.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Callers bring their questions one by one; one thread takes all that wait and answers them together. While it works,
/// the next ones gather: the busier the log, the larger its groups, without any waiting on purpose.
///
/// @param <Q> what a caller asks
/// @param <A> what it is answered
final class Gathering<Q, A> implements AutoCloseable {

    /// A question and the place where its caller waits for the answer.
    record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    /// What is done with a group.
    @FunctionalInterface
    interface Together<Q, A> {

        /// Answers a group of questions.
        ///
        /// @return those that were not answered and go first in the next group
        List<Asked<Q, A>> answer(List<Asked<Q, A>> group) throws Exception;
    }

    private final Lock door = new ReentrantLock();
    private final Condition somebodyCame = door.newCondition();
    private final ArrayDeque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private boolean closed;

    private final Together<Q, A> together;
    private final ToIntFunction<Q> weight;
    private final int heaviest;
    private final Thread worker;

    /// @param weight what a question adds to its group
    /// @param heaviest a group that weighs this much takes no further question
    Gathering(String name, ToIntFunction<Q> weight, int heaviest, Together<Q, A> together) {
        this.together = together;
        this.weight = weight;
        this.heaviest = heaviest;
        this.worker = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    }

    /// Begins to answer.
    Gathering<Q, A> start() {
        worker.start();
        return this;
    }

    /// Waits for the answer; meant to be called by as many threads as there are callers.
    ///
    /// @throws LogUnavailable if the database fails or the log is closed
    A ask(Q question) {
        var asked = new Asked<Q, A>(question, new CompletableFuture<>());
        door.lock();
        try {
            if (closed) {
                throw new LogUnavailable("the log is closed");
            }
            waiting.add(asked);
            somebodyCame.signal();
        } finally {
            door.unlock();
        }
        try {
            return asked.answer().join();
        } catch (CompletionException e) {
            throw asSeenByTheCaller(e.getCause());
        }
    }

    /// Answers all who wait, and takes nobody any more.
    @Override
    public void close() {
        door.lock();
        try {
            closed = true;
            somebodyCame.signal();
        } finally {
            door.unlock();
        }
        join(worker);
    }

    private void work() {
        var left = List.<Asked<Q, A>>of();
        while (true) {
            var group = gather(left);
            if (group.isEmpty()) {
                return; // closed, and all are answered
            }
            left = answer(group);
        }
    }

    private List<Asked<Q, A>> gather(List<Asked<Q, A>> left) {
        var group = new ArrayList<>(left);
        var weighs =
                left.stream().mapToInt(it -> weight.applyAsInt(it.question())).sum();
        door.lock();
        try {
            while (group.isEmpty() && waiting.isEmpty() && !closed) {
                somebodyCame.awaitUninterruptibly();
            }
            while (weighs < heaviest && !waiting.isEmpty()) {
                var next = waiting.remove();
                weighs += weight.applyAsInt(next.question());
                group.add(next);
            }
        } finally {
            door.unlock();
        }
        return group;
    }

    private List<Asked<Q, A>> answer(List<Asked<Q, A>> group) {
        try {
            return together.answer(group);
        } catch (Exception | Error e) {
            // Whatever went wrong, nobody may wait for ever. A caller who has his answer keeps it.
            group.forEach(it -> it.answer().completeExceptionally(e));
            return List.of();
        }
    }

    /// The stack of the caller, with that of the worker as its cause.
    private static RuntimeException asSeenByTheCaller(@Nullable Throwable cause) {
        return switch (cause) {
            case NotStorable it -> new NotStorable(String.valueOf(it.getMessage()), it);
            case LogUnavailable it -> new LogUnavailable(String.valueOf(it.getMessage()), it);
            case null -> new LogUnavailable("the log did not answer");
            default -> new LogUnavailable("the log did not answer", cause);
        };
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the worker is a daemon and goes on answering without us
        }
    }
}
