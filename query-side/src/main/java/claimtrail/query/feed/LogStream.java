package claimtrail.query.feed;

import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// One reader's way through the log: page after page, never beyond the head. Only one thread walks it.
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LogSource source;
    private final LogReader log;
    private final int pageSize;
    private final Queue<LogEntry> page = new ArrayDeque<>();
    private long read;
    private volatile @Nullable Runnable onArrival;

    LogStream(LogSource source, LogReader log, int pageSize, long after) {
        this.source = source;
        this.log = log;
        this.pageSize = pageSize;
        this.read = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable(0, TimeUnit.MILLISECONDS) ? Optional.of(message(page.element())) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        var deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!filled()) {
            if (timeout == 0 || System.nanoTime() >= deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
        if (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            throw new NoSuchElementException("the log ends at " + read);
        }
        return message(page.remove());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onArrival = callback;
        return true;
    }

    @Override
    public void close() {
        source.closed(this);
    }

    void arrived() {
        var callback = onArrival;
        if (callback != null) {
            callback.run();
        }
    }

    private boolean filled() {
        var head = source.head();
        if (page.isEmpty() && read < head) {
            page.addAll(log.page(read, head, pageSize));
            read = Math.min(head, read + pageSize);
        }
        return !page.isEmpty();
    }

    /// The payload stays in bytes: it is decoded by the thread that counts it.
    private static TrackedEventMessage<?> message(LogEntry entry) {
        var envelope = entry.envelope();
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(envelope.position()),
                new GenericEventMessage<>(
                        envelope.eventId().toString(), entry, MetaData.emptyInstance(), envelope.recordedAt()));
    }
}
