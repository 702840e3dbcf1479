package claimtrail.command.imports;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Progress as server-sent events named `progress`, until one named `report` ends them.
final class ProgressEvents {

    private ProgressEvents() {}

    /// @param listening lets a listener hear of progress and returns what stops it; absent: all is over
    /// @param report how far it is now
    static <R> SseEmitter of(@Nullable Function<Consumer<R>, Runnable> listening, R report, Predicate<R> isOver) {
        var emitter = new SseEmitter(0L);
        if (listening == null) {
            tell(emitter, report, isOver);
            return emitter;
        }
        var stop = listening.apply(progress -> tell(emitter, progress, isOver));
        emitter.onCompletion(stop);
        emitter.onError(_ -> stop.run());
        return emitter;
    }

    /// A listener who has gone must not stop the import.
    private static <R> void tell(SseEmitter emitter, R report, Predicate<R> isOver) {
        try {
            emitter.send(SseEmitter.event()
                    .name(isOver.test(report) ? "report" : "progress")
                    .data(report, MediaType.APPLICATION_JSON));
            if (isOver.test(report)) {
                emitter.complete();
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        }
    }
}
