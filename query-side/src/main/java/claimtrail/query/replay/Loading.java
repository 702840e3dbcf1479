package claimtrail.query.replay;

import claimtrail.query.replay.Shadow.Part;
import claimtrail.query.replay.Shadow.Step;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Counts the log as it was at the start into the tables beside, on several threads: each takes one part
/// after the other, and a part is one transaction. Then what is left to do is done, also on several
/// threads.
final class Loading {

    private final Replay replay;
    private final Shadow shadow;
    private final Counters counters;
    private final Progress progress;

    Loading(Replay replay, Shadow shadow, Counters counters, Progress progress) {
        this.replay = replay;
        this.shadow = shadow;
        this.counters = counters;
        this.progress = progress;
    }

    /// Loads what is not loaded yet. Stops between two parts, or two steps, when the replay is not to go on.
    ///
    /// @return whether everything is loaded
    boolean load() throws InterruptedException {
        progress.begin("counts the log", shadow.done(), shadow.upTo());
        if (!all(shadow.parts(), part -> count(part, shadow.upTo()))) {
            return false;
        }
        progress.says("adds up and indexes");
        if (!all(shadow.steps(replay), this::take)) {
            return false;
        }
        shadow.analyze(replay);
        return true;
    }

    private void count(Part part, long upTo) {
        counters.transaction().executeWithoutResult(_ -> {
            var mine = counters.jdbc()
                    .update("update read_model.part set done = true where no = ? and not done", part.no());
            if (mine == 1) {
                counters.streams().count(counters.log().range(part.first(), part.next(), upTo));
            }
        });
        progress.counted(part.facts());
    }

    private void take(Step step) {
        shadow.take(step);
    }

    /// Does all, on as many threads as asked for; the first that fails stops the others.
    private <T> boolean all(List<T> tasks, Consumer<T> task) throws InterruptedException {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(
                replay.threads(),
                Thread.ofPlatform().daemon().name("replay-", 0).factory())) {
            var running = IntStream.range(0, replay.threads())
                    .mapToObj(_ -> threads.submit(() -> {
                        for (var no = next.getAndIncrement(); no < tasks.size(); no = next.getAndIncrement()) {
                            if (!progress.goesOn()) {
                                return;
                            }
                            try {
                                task.accept(tasks.get(no));
                            } catch (RuntimeException | Error e) {
                                next.set(tasks.size());
                                throw e;
                            }
                        }
                    }))
                    .toList();
            for (var each : running) {
                each.get();
            }
            return progress.goesOn();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
