package claimtrail.command.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what became of each run, for good.
@Component
class JobRuns {

    private static final Logger log = LoggerFactory.getLogger(JobRuns.class);
    private static final int KEPT = 50; // of the things that a run found

    private final JdbcClient database;
    private final Clock clock;

    JobRuns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Runs a job and keeps what became of it.
    void keep(Job job, String node) {
        var started = clock.instant();
        log.info("{} starts", job.name());
        try {
            over(job, node, started, job.run());
        } catch (RuntimeException e) {
            log.error("{} could not be done", job.name(), e);
            run(job, node, started, "FAILED", String.valueOf(e.getMessage()), null, null);
            throw e;
        }
    }

    private void over(Job job, String node, Instant started, Found found) {
        var things = found.things();
        if (things.isEmpty()) {
            log.info("{}: {}", job.name(), found.says());
        } else {
            log.error("{}: {} {}", job.name(), found.says(), things);
        }
        var run = run(job, node, started, things.isEmpty() ? "DONE" : "DIFFERENT", found.says(), found.asOf(), (long)
                things.size());
        differences(run, things.subList(0, Math.min(KEPT, things.size())));
    }

    private void differences(long run, List<Found.Thing> things) {
        for (var no = 0; no < things.size(); no++) {
            database.sql("insert into event_store.job_difference (run_id, no, place, cell) values (?, ?, ?, ?)")
                    .params(run, no, things.get(no).what(), things.get(no).where())
                    .update();
        }
    }

    private long run(
            Job job,
            String node,
            Instant started,
            String outcome,
            String says,
            @Nullable Long asOf,
            @Nullable Long differences) {
        return database.sql("""
                        insert into event_store.job_run (job, node, started_at, outcome, says, as_of, differences)
                        values (:job, :node, :started, :outcome, :says, :asOf, :differences)
                        returning run_id
                        """)
                .param("job", job.name())
                .param("node", node)
                .param("started", started.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .param("says", says)
                .param("asOf", asOf, java.sql.Types.BIGINT)
                .param("differences", differences, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }
}
