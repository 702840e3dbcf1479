package claimtrail.query.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The log as Axon's processors want to read it. One look at the head, every few milliseconds, serves all streams.
final class LogSource implements StreamableMessageSource<TrackedEventMessage<?>>, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogSource.class);

    /// Before the doors open, and before those who read from it.
    static final int PHASE = DEFAULT_PHASE - 4096;

    private final LogReader log;
    private final FeedSettings settings;
    private final Set<LogStream> open = ConcurrentHashMap.newKeySet();
    private volatile long head;
    private @Nullable ScheduledExecutorService watch;

    LogSource(LogReader log, FeedSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var stream = new LogStream(this, log, settings.page(), positionOf(token));
        open.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    /// The last position seen; it only grows.
    long head() {
        return head;
    }

    void closed(LogStream stream) {
        open.remove(stream);
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    private void look() {
        try {
            var seen = log.head();
            if (seen > head) {
                head = seen;
                open.forEach(LogStream::arrived);
            }
        } catch (RuntimeException e) {
            // The database is away. The next look is soon, and what is shown meanwhile says how old it is.
            LOG.debug("the head of the log can not be read", e);
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("log-head").factory());
        var _ = started.scheduleWithFixedDelay(this::look, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        watch = started;
    }

    @Override
    public void stop() {
        var running = watch;
        if (running != null) {
            running.shutdownNow();
            watch = null;
        }
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
