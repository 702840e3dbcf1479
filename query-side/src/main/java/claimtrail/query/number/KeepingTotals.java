package claimtrail.query.number;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.FoldStatus;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows those who count, and keeps totals of what they have posted. Of several nodes one works at a
/// time; whoever asks meanwhile reads the rest from the ledger, so nobody waits for it.
@Component
@ConditionalOnProperty("claimtrail.kept.enabled")
final class KeepingTotals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingTotals.class);

    private final KeptTotals totals;
    private final FoldStatus status;
    private final Editions editions;
    private final KeptSettings settings;
    private final TransactionTemplate transaction;
    private volatile @Nullable ScheduledExecutorService watch;

    KeepingTotals(
            KeptTotals totals,
            FoldStatus status,
            Editions editions,
            KeptSettings settings,
            PlatformTransactionManager transactions) {
        this.totals = totals;
        this.status = status;
        this.editions = editions;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    private void look() {
        try {
            var safe = status.safe(ClaimFold.NAME);
            for (var fold : editions.now().folds()) {
                transaction.executeWithoutResult(_ -> totals.settle(fold));
                while (isRunning() && Boolean.TRUE.equals(transaction.execute(_ -> totals.keep(fold, safe)))) {
                    LOG.debug("{}: another stretch is kept", fold);
                }
            }
        } catch (RuntimeException e) {
            // Nothing is lost: the ledger answers, and the next look is soon.
            LOG.warn("totals can not be kept: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("kept-totals").factory());
        watch = started;
        var _ = started.scheduleWithFixedDelay(this::look, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        var running = watch;
        if (running != null) {
            watch = null; // it sees that, and stops behind the stretch that it is adding up
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
