package claimtrail.query.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Remembers answers. A question that names its position has one answer for ever, so it is worked out once; those who
/// ask it meanwhile wait for the same answer. The questions not asked for longest are forgotten.
@Component
public class Remembered {

    /// Answers kept. The largest is a page of 500 claims, so together they stay within some tens of megabytes.
    private static final int MOST = 256;

    private final Map<Object, CompletableFuture<Object>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, CompletableFuture<Object>> eldest) {
            return size() > MOST;
        }
    };

    Remembered() {}

    /// The answer to a question.
    ///
    /// @param question equal only to the same question as of the same position
    /// @param type of the answer
    public <A> A of(Object question, Class<A> type, Supplier<A> answer) {
        var mine = new CompletableFuture<Object>();
        CompletableFuture<Object> known;
        synchronized (answers) {
            known = answers.putIfAbsent(question, mine);
        }
        if (known != null) {
            return type.cast(wait(known));
        }
        try {
            var worked = answer.get();
            mine.complete(worked);
            return worked;
        } catch (Throwable e) { // also an error of the machine: nobody must wait for an answer that never comes
            // An error is no answer: the next one who asks tries again.
            synchronized (answers) {
                answers.remove(question, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static Object wait(CompletableFuture<Object> known) {
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
