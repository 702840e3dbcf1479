package claimtrail.query.replay;

import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.LiveGate;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Runs replays, each on one node at a time. A node that is silent for too long is taken for gone, and any
/// other, or the same after a new start, goes on from what is written.
@Component
final class ReplayRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    /// How long live counting is waited for, to stand still for a moment.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// How often it is tried to take the place of tables that somebody reads without end.
    private static final int TRIES = 60;

    private static final long BETWEEN_MILLIS = 500;

    private final String node = UUID.randomUUID().toString();
    private final Semaphore wake = new Semaphore(0);
    private final DataSource source;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Shadow shadow;
    private final LogReader log;
    private final FoldStatus status;
    private final LiveGate gate;
    private final List<Projection> projections;
    private final ReplaySettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile @Nullable Progress current;

    ReplayRunner(
            DataSource source,
            JdbcTemplate template,
            JdbcClient jdbc,
            Shadow shadow,
            LogReader log,
            FoldStatus status,
            LiveGate gate,
            List<Projection> projections,
            ReplaySettings settings) {
        this.source = source;
        this.template = template;
        this.jdbc = jdbc;
        this.shadow = shadow;
        this.log = log;
        this.status = status;
        this.gate = gate;
        this.projections = projections;
        this.settings = settings;
    }

    /// Somebody wants something: looks at once.
    void wake() {
        wake.release();
        var progress = current;
        if (progress != null) {
            progress.beat();
        }
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled()) {
            thread = Thread.ofPlatform().daemon().name("replays").start(this::watch);
        }
    }

    @Override
    public void stop() {
        running = false;
        var progress = current;
        if (progress != null) {
            progress.stop();
        }
        wake.release();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        while (running) {
            try {
                var mine = claim();
                if (mine.isPresent()) {
                    run(mine.get());
                } else if (wake.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("replays cannot be looked at just now", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.poll());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A replay that is to move and that nobody moves is this node's from now on.
    private Optional<Replay> claim() {
        return jdbc.sql("""
                        update read_model.replay set node = ?, heartbeat_at = clock_timestamp()
                         where state in ('LOADING', 'COMPARING', 'SWITCHING', 'CANCELLING')
                           and (node is null or heartbeat_at < clock_timestamp() - make_interval(secs => ?))
                        returning replay_id
                        """)
                .params(node, settings.silence().toMillis() / 1000.0)
                .query(Long.class)
                .optional()
                .flatMap(id -> Replays.find(jdbc, id));
    }

    private void run(Replay replay) throws InterruptedException {
        var progress = new Progress(jdbc, replay.id(), node, replay.state());
        current = progress;
        LOG.info("replay {} goes on: {}", replay.id(), replay.state());
        try (var beats = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("replay-beat").factory())) {
            var every = settings.heartbeat().toMillis();
            var _ = beats.scheduleWithFixedDelay(() -> beat(progress), every, every, TimeUnit.MILLISECONDS);
            try {
                move(replay, progress);
            } catch (SQLException | RuntimeException e) {
                LOG.error("replay {} stopped", replay.id(), e);
                failed(replay, String.valueOf(e.getMessage()));
            } finally {
                beats.shutdownNow();
            }
        } finally {
            current = null;
            release(replay);
        }
    }

    private static void beat(Progress progress) {
        try {
            progress.beat();
        } catch (RuntimeException e) {
            LOG.warn("a replay could not tell how far it is", e);
        }
    }

    private void move(Replay replay, Progress progress) throws InterruptedException, SQLException {
        switch (replay.state()) {
            case LOADING -> load(replay, progress);
            case COMPARING -> compare(replay, progress);
            case SWITCHING -> change(replay, progress);
            case CANCELLING -> {
                shadow.drop();
                jdbc.sql("""
                                update read_model.replay
                                   set state = 'CANCELLED', phase = 'is gone', finished_at = clock_timestamp()
                                 where replay_id = ? and state = 'CANCELLING'
                                """).param(replay.id()).update();
            }
            case PAUSED, COMPARED, SWITCHED, CANCELLED, FAILED -> {}
        }
    }

    private void load(Replay replay, Progress progress) throws InterruptedException {
        progress.says("makes the tables");
        shadow.open(replay);
        try (var counters = new Counters(source, replay.models(), projections)) {
            if (new Loading(replay, shadow, counters, progress).load()) {
                jdbc.sql("""
                                update read_model.replay set state = 'COMPARING', phase = 'is about to be compared'
                                 where replay_id = ? and state = 'LOADING'
                                """).param(replay.id()).update();
            }
        }
    }

    private void compare(Replay replay, Progress progress) throws SQLException {
        try (var counters = new Counters(source, replay.models(), projections);
                var snapshot = source.getConnection()) {
            var catchUp = new CatchUp(shadow, log, status, template, counters, progress);
            progress.says("catches up");
            catchUp.near();
            var both = new JdbcTemplate(new SingleConnectionDataSource(snapshot, true));
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var at = new long[1];
                gate.closed(PATIENCE, _ -> {
                    at[0] = catchUp.exactly();
                    both.execute("select 1"); // from here on this connection sees what there is now
                });
                progress.says("compares row by row");
                var compared = new Compared(both);
                compared.compare(replay.models());
                if (progress.goesOn()) {
                    keep(replay, compared, at[0]);
                }
            } finally {
                snapshot.rollback();
                snapshot.setAutoCommit(true);
                snapshot.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    private void keep(Replay replay, Compared compared, long at) {
        jdbc.sql("delete from read_model.replay_difference where replay_id = ?")
                .param(replay.id())
                .update();
        for (int no = 0; no < compared.first().size(); no++) {
            var it = compared.first().get(no);
            jdbc.sql("insert into read_model.replay_difference values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Row.of(
                            replay.id(),
                            no,
                            it.place(),
                            it.cell(),
                            it.field(),
                            it.position(),
                            it.stored(),
                            it.recounted()))
                    .update();
        }
        jdbc.sql("""
                        update read_model.replay
                           set state = 'COMPARED', phase = 'waits to be switched or thrown away', compared_at = ?,
                               compared_rows = ?, differences = ?
                         where replay_id = ? and state = 'COMPARING'
                        """)
                .params(at, compared.rows(), compared.differences(), replay.id())
                .update();
    }

    private void change(Replay replay, Progress progress) throws SQLException, InterruptedException {
        try (var counters = new Counters(source, replay.models(), projections)) {
            var catchUp = new CatchUp(shadow, log, status, template, counters, progress);
            progress.says("catches up");
            for (int tried = 1; progress.goesOn(); tried++) {
                catchUp.near();
                progress.says("takes the place of what is live");
                try {
                    gate.closed(PATIENCE, alone -> {
                        catchUp.exactly();
                        Change.of(replay, alone);
                    });
                    LOG.info("replay {} is live", replay.id());
                    return;
                } catch (DataAccessException e) {
                    if (tried == TRIES) {
                        throw e;
                    }
                    LOG.info("replay {} waits for somebody who reads: {}", replay.id(), e.getMessage());
                    Thread.sleep(BETWEEN_MILLIS);
                }
            }
        }
    }

    /// A switch that could not be done leaves everything as it was, and can be asked for again.
    private void failed(Replay replay, String because) {
        jdbc.sql("""
                        update read_model.replay
                           set state = case when state = 'SWITCHING' then 'COMPARED' else 'FAILED' end, error = ?
                         where replay_id = ? and node = ? and state = ?
                        """).params(because, replay.id(), node, replay.state().name()).update();
    }

    private void release(Replay replay) {
        jdbc.sql("update read_model.replay set node = null where replay_id = ? and node = ?")
                .params(replay.id(), node)
                .update();
    }
}
