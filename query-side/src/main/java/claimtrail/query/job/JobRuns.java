package claimtrail.query.job;

import claimtrail.query.feed.Row;
import claimtrail.query.job.JobRun.State;
import claimtrail.query.job.Outcome.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The runs of all jobs, kept for good.
@Component
public class JobRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

    /// The runs of both sides: those of the command side stand beside the log, to be read only.
    private static final String RUN = """
            select schema, run_id, job, node, started_at, finished_at, outcome, says, as_of, differences
              from (select 'read_model' as schema, run_id, job, node, started_at, finished_at, outcome, says, as_of, differences
                      from read_model.job_run
                     union all
                    select 'event_store', run_id, job, node, started_at, finished_at, outcome, says, as_of, differences
                      from event_store.job_run) as run
            """;

    private static final String LATEST_FIRST = " order by started_at desc, run_id desc limit ";

    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last run of a job; empty before the first.
    public Optional<JobRun> last(String job) {
        return jdbc.sql(RUN + " where job = ?" + LATEST_FIRST + "1")
                .param(job)
                .query((row, _) -> run(row))
                .optional();
    }

    /// The last run of a job that came to its end, whatever it found.
    public Optional<JobRun> lastComplete(String job) {
        return jdbc.sql(RUN + " where job = ? and outcome in ('DONE', 'DIFFERENT')" + LATEST_FIRST + "1")
                .param(job)
                .query((row, _) -> run(row))
                .optional();
    }

    /// The runs of a job, the latest first.
    public List<JobRun> list(String job, int limit, long offset) {
        return jdbc.sql(RUN + " where job = ?" + LATEST_FIRST + "? offset ?")
                .params(job, limit, offset)
                .query((row, _) -> run(row))
                .list();
    }

    /// How many runs of a job there were.
    public long count(String job) {
        return jdbc.sql("""
                        select (select count(*) from read_model.job_run where job = :job)
                             + (select count(*) from event_store.job_run where job = :job)
                        """).param("job", job).query(Long.class).single();
    }

    /// Runs a job and keeps what became of it.
    void keep(Job job, String node) {
        var run = started(job.name(), node);
        LOG.info("{} starts, run {}", job.name(), run);
        try {
            finished(run, job.run());
        } catch (RuntimeException e) {
            LOG.error("{} could not be done, run {}", job.name(), run, e);
            over(run, State.FAILED, String.valueOf(e.getMessage()), null, null);
            throw e;
        }
    }

    /// A run that never said its end belongs to a node that is gone: the timetable gives a job to one node at a time.
    private long started(String job, String node) {
        jdbc.sql("""
                        update read_model.job_run
                           set outcome = 'ABANDONED', finished_at = clock_timestamp(), says = 'its node was gone before the end'
                         where job = ? and outcome = 'RUNNING'
                        """).param(job).update();
        return jdbc.sql("insert into read_model.job_run (job, node) values (?, ?) returning run_id")
                .params(job, node)
                .query(Long.class)
                .single();
    }

    private void finished(long run, Outcome outcome) {
        for (int no = 0; no < outcome.first().size(); no++) {
            var it = outcome.first().get(no);
            jdbc.sql("insert into read_model.job_difference values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Row.of(run, no, it.place(), it.cell(), it.position(), it.stored(), it.recounted()))
                    .update();
        }
        var state = outcome.differences() == 0 ? State.DONE : State.DIFFERENT;
        if (state == State.DIFFERENT) {
            LOG.error("run {}: {}; the first: {}", run, outcome.says(), outcome.first());
        } else {
            LOG.info("run {}: {}", run, outcome.says());
        }
        over(run, state, outcome.says(), outcome.asOf(), outcome.differences());
    }

    private void over(long run, State state, String says, @Nullable Long asOf, @Nullable Long differences) {
        jdbc.sql("""
                        update read_model.job_run
                           set outcome = ?, finished_at = clock_timestamp(), says = ?, as_of = ?, differences = ?
                         where run_id = ? and outcome = 'RUNNING'
                        """).params(Row.of(state.name(), says, asOf, differences, run)).update();
    }

    private JobRun run(ResultSet row) throws SQLException {
        var started = row.getTimestamp("started_at").toInstant();
        var finished = instant(row.getTimestamp("finished_at"));
        var id = row.getLong("run_id");
        return new JobRun(
                id,
                row.getString("job"),
                row.getString("node"),
                started,
                finished,
                JobRun.millis(started, finished),
                State.valueOf(row.getString("outcome")),
                row.getString("says"),
                row.getObject("as_of", Long.class),
                row.getObject("differences", Long.class),
                row.getString("schema").equals("read_model") ? first(id) : found(id));
    }

    /// What should not be there, by a run of the command side.
    private List<Difference> found(long run) {
        return jdbc.sql("select place, cell from event_store.job_difference where run_id = ? order by no")
                .param(run)
                .query((row, _) -> new Difference(row.getString("place"), row.getString("cell"), null, null, null))
                .list();
    }

    private List<Difference> first(long run) {
        return jdbc.sql("""
                        select place, cell, position, stored, recounted
                          from read_model.job_difference where run_id = ? order by no
                        """)
                .param(run)
                .query((row, _) -> new Difference(
                        row.getString("place"),
                        row.getString("cell"),
                        row.getObject("position", Long.class),
                        row.getObject("stored", Long.class),
                        row.getObject("recounted", Long.class)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
