package claimtrail.query.integrity;

import claimtrail.proof.SignedCheckpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the log in a thread of its own, and has checkpoints made and copied.
@Component
@ConditionalOnProperty("claimtrail.integrity.enabled")
final class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /// Checkpoints copied in one go, so that a long absence of the storage does not hold up new ones.
    private static final int COPIED_AT_ONCE = 100;

    /// Between two attempts to reach a storage that did not answer.
    private static final Duration COPY_AGAIN = Duration.ofSeconds(5);

    private static final long LAST_WAIT_SECONDS = 10;

    private final CheckpointMaker maker;
    private final Checkpoints checkpoints;
    private final IntegritySettings settings;
    private volatile @Nullable ScheduledExecutorService thread;
    private long copyAgainNanos = System.nanoTime();

    Follower(CheckpointMaker maker, Checkpoints checkpoints, IntegritySettings settings) {
        this.maker = maker;
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    private void look() {
        try {
            makeAll();
            copy();
        } catch (RuntimeException e) {
            // The database is away, or stopping. The next look is soon.
            LOG.debug("the log can not be followed", e);
        }
    }

    private void makeAll() {
        try {
            while (isRunning() && maker.next()) {
                LOG.debug("a checkpoint was made; there may be another");
            }
            checkpoints.trouble(null);
        } catch (IntegrityTrouble e) {
            if (!checkpoints.trouble().equals(Optional.of(String.valueOf(e.getMessage())))) {
                LOG.error("no checkpoint is made: {}", e.getMessage(), e.getCause());
            }
            checkpoints.trouble(e.getMessage());
        }
    }

    private void copy() {
        var address = settings.storage();
        if (address == null || System.nanoTime() - copyAgainNanos < 0) {
            return;
        }
        var waiting = checkpoints.notCopied(COPIED_AT_ONCE);
        if (waiting.isEmpty()) {
            return;
        }
        try (var storage = new ObjectStorage(address)) {
            for (var it : waiting) {
                storage.keep(SignedCheckpoint.parse(CheckpointFiles.bytes(it.note())));
                checkpoints.copied(it.size());
            }
        } catch (IOException e) {
            LOG.warn(
                    "a checkpoint could not be copied to {}; it is tried again: {}", address.getHost(), e.getMessage());
            copyAgainNanos = System.nanoTime() + COPY_AGAIN.toNanos();
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("checkpoints").factory());
        thread = started;
        var _ = started.scheduleWithFixedDelay(this::look, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdown(); // not interrupted: that would close the file it may be writing
            try {
                if (!running.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("a checkpoint is still being made; whoever starts next goes on");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
