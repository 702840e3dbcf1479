package claimtrail.query.integrity;

import claimtrail.query.integrity.Anchors.Found;
import claimtrail.query.job.Job;
import claimtrail.query.job.JobRun;
import claimtrail.query.job.JobRuns;
import claimtrail.query.job.JobSettings;
import claimtrail.query.job.Outcome;
import claimtrail.query.job.Outcome.Difference;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads and hashes every row of the log again and compares with the checkpoints outside the database. Whatever was
/// changed, deleted, inserted or moved since, by whomever, is found with its place.
///
/// Parts of the log are read and hashed on all cores, each through a connection of its own; what waits to be compared
/// is
/// a few parts, however long the log is.
@Component
public class Verification implements Job {

    /// Its name in addresses.
    public static final String NAME = "log-verification";

    /// Facts read at once: a whole number of kept tiles.
    private static final int PART = 8192;

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_STREAMS = 3;

    private final LogRows rows;
    private final KeptTree tree;
    private final Anchors anchors;
    private final Checkpoints checkpoints;
    private final VerificationProgress progress;
    private final JobRuns runs;
    private final JobSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Verification(
            LogRows rows,
            KeptTree tree,
            Anchors anchors,
            Checkpoints checkpoints,
            VerificationProgress progress,
            JobRuns runs,
            JobSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.tree = tree;
        this.anchors = anchors;
        this.checkpoints = checkpoints;
        this.progress = progress;
        this.runs = runs;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String does() {
        return "Hashes every fact of the log again, and compares it with the checkpoints outside the database.";
    }

    @Override
    public LocalTime at() {
        return settings.verifyAt();
    }

    /// The last verification that came to its end; empty before the first.
    public Optional<JobRun> last() {
        return runs.lastComplete(NAME);
    }

    /// @param end the position at which the log says that it ends
    /// @param behind the first row behind that; null: there is none
    /// @param anchors what was outside at that moment
    private record Begin(long end, @Nullable Long behind, Found anchors) {}

    @Override
    public Outcome run() {
        var begin = Objects.requireNonNull(transaction.execute(_ -> begin()));
        var believed = begin.anchors().believed();
        var upTo = Math.max(
                begin.end(), believed.isEmpty() ? 0 : believed.getLast().size());
        progress.begin(upTo);
        var comparison = new Comparison(believed);
        read(upTo, comparison);
        var findings = new ArrayList<>(Verdict.of(begin.anchors(), comparison, new Placing(rows, tree), begin.end()));
        if (begin.behind() != null) {
            findings.add(Finding.at(
                    Finding.Kind.BEHIND_HEAD,
                    begin.behind(),
                    "A row stands at position %,d, behind the end of the log, which is fact %,d."
                            .formatted(begin.behind(), begin.end())));
        }
        findings.addAll(brokenStreams());
        return outcome(begin, believed.size(), findings);
    }

    /// One look at everything while nobody makes a checkpoint.
    private Begin begin() {
        checkpoints.standStill();
        var found = anchors.find();
        return jdbc.sql("""
                        select h.position,
                               (select min(e.position) from event_store.event e where e.position > h.position)
                          from event_store.log_head h
                        """)
                .query((row, _) -> new Begin(row.getLong(1), row.getObject(2, Long.class), found))
                .single();
    }

    private void read(long upTo, Comparison comparison) {
        var cores = Runtime.getRuntime().availableProcessors();
        var ahead = new ArrayDeque<Future<Stretch>>();
        var threads = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("verify-", 0).factory());
        try {
            var asked = 0L;
            while (asked < upTo || !ahead.isEmpty()) {
                while (asked < upTo && ahead.size() < 2 * cores) {
                    ahead.add(stretch(threads, asked, Math.min(upTo, asked + PART)));
                    asked += PART;
                }
                var part = done(ahead.remove());
                comparison.read(part);
                progress.reached(part.upTo());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Future<Stretch> stretch(ExecutorService threads, long after, long upTo) {
        return threads.submit(() -> Stretch.read(rows, tree, after, upTo));
    }

    private static Stretch done(Future<Stretch> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the log could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", e);
        }
    }

    /// The facts of a stream are numbered from 0 without a hole.
    private List<Finding> brokenStreams() {
        return jdbc.sql("""
                        select stream_id, count(*) as facts, min(sequence) as first, max(sequence) as last
                          from event_store.event
                         group by stream_id
                        having max(sequence) <> count(*) - 1 or min(sequence) <> 0
                         limit ?
                        """)
                .param(MOST_STREAMS)
                .query((row, _) -> Finding.at(
                        Finding.Kind.STREAM_BROKEN,
                        0,
                        "Stream %s has %,d facts, numbered from %,d to %,d: there is a hole."
                                .formatted(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))))
                .list();
    }

    private static Outcome outcome(Begin begin, int compared, List<Finding> findings) {
        var newest = begin.anchors().believed().isEmpty()
                ? 0
                : begin.anchors().believed().getLast().size();
        return new Outcome(
                String.format(
                        Locale.ROOT,
                        "%,d facts hashed again and compared with %,d checkpoints outside the database: %s. %,d facts are newer than the last checkpoint.",
                        begin.end(),
                        compared,
                        findings.isEmpty()
                                ? "everything is as it was"
                                : String.format(Locale.ROOT, "%,d findings", findings.size()),
                        Math.max(0, begin.end() - newest)),
                begin.end(),
                findings.size(),
                findings.stream()
                        .limit(MOST_FINDINGS)
                        .map(it -> new Difference(
                                it.kind().name(), it.says(), it.from() == 0 ? null : it.from(), null, null))
                        .toList());
    }
}
