package claimtrail.command.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many callers, each on a virtual thread of its own, let go at the same moment.
final class Together {

    private Together() {}

    /// What each was answered, in the order of the callers. A caller's exception fails the test.
    static <A> List<A> ask(List<? extends Callable<A>> callers) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<A>>();
            for (var caller : callers) {
                waiting.add(threads.submit(() -> {
                    start.await();
                    return caller.call();
                }));
            }
            start.countDown();
            var answers = new ArrayList<A>();
            for (var it : waiting) {
                answers.add(it.get());
            }
            return answers;
        }
    }
}
