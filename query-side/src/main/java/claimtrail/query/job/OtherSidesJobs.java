package claimtrail.query.job;

import claimtrail.query.job.Timetable.Entry;
import claimtrail.query.job.Timetable.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The jobs of the command side, as it tells of them beside the log. They are read here and run there.
@Component
class OtherSidesJobs {

    private static final String JOBS = """
            select j.name, j.does, j.schedule, s.execution_time, coalesce(s.picked, false) as picked
              from event_store.job j
              left join event_store.scheduled_job s on s.task_name = j.name
            """;

    private final JdbcClient jdbc;
    private final JobRuns runs;

    OtherSidesJobs(JdbcClient jdbc, JobRuns runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    List<Entry> entries() {
        return jdbc.sql(JOBS + " order by j.name").query((row, _) -> entry(row)).list();
    }

    Optional<Entry> entry(String name) {
        return jdbc.sql(JOBS + " where j.name = ?")
                .param(name)
                .query((row, _) -> entry(row))
                .optional();
    }

    private Entry entry(ResultSet row) throws SQLException {
        var next = row.getTimestamp("execution_time");
        return new Entry(
                row.getString("name"),
                Side.COMMAND,
                row.getString("does"),
                row.getString("schedule"),
                runs.last(row.getString("name")).orElse(null),
                next == null ? null : next.toInstant(),
                row.getBoolean("picked"));
    }
}
