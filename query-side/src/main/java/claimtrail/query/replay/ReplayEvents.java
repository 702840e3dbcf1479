package claimtrail.query.replay;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells how far a replay is, for as long as somebody listens and anything can still happen to it.
@Component
final class ReplayEvents {

    private static final Duration LOOK = Duration.ofMillis(500);

    /// A word in between, so that a listener that is gone is noticed.
    private static final int QUIET_LOOKS = 20;

    private final Replays replays;

    ReplayEvents(Replays replays) {
        this.replays = replays;
    }

    SseEmitter of(Replay replay) {
        var emitter = new SseEmitter(0L);
        Thread.ofVirtual().name("replay-events-" + replay.id()).start(() -> tell(emitter, replay.id()));
        return emitter;
    }

    private void tell(SseEmitter emitter, long id) {
        @Nullable Replay told = null;
        try {
            for (var quiet = 0; ; quiet++) {
                var now = replays.one(id);
                if (!now.equals(told)) {
                    emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    told = now;
                    quiet = 0;
                } else if (quiet >= QUIET_LOOKS) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    quiet = 0;
                }
                if (now.state().isOver()) {
                    emitter.complete();
                    return;
                }
                Thread.sleep(LOOK);
            }
        } catch (IOException | IllegalStateException _) {
            // nobody listens any more
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }
}
