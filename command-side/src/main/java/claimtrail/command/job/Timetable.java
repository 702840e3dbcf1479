package claimtrail.command.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Runs each job at its times, on one of all nodes; the timetable is a table, so it survives every restart. The other
/// side reads it and shows it.
@Component
@EnableConfigurationProperties(JobSettings.class)
class Timetable implements SmartLifecycle {

    /// How long a stopping node waits for a job. It is done anew elsewhere, so there is no point in waiting for long.
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /// What became of the wish to have a job run.
    enum Press {
        STARTS,
        RUNS_ALREADY,
        UNKNOWN
    }

    private final List<Job> jobs;
    private final Map<String, RecurringTask<Void>> tasks = new LinkedHashMap<>();
    private final Scheduler scheduler;
    private final JdbcClient database;
    private final JobSettings settings;
    private final Clock clock;
    private volatile boolean running;

    Timetable(DataSource source, JdbcClient database, List<Job> jobs, JobRuns runs, JobSettings settings, Clock clock) {
        this.jobs = List.copyOf(jobs);
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        var node = node();
        for (var job : jobs) {
            var times = Schedules.daily(settings.zone(), job.at().toArray(LocalTime[]::new));
            tasks.put(job.name(), Tasks.recurring(job.name(), times).execute((_, _) -> runs.keep(job, node)));
        }
        this.scheduler = Scheduler.create(source)
                .startTasks(List.copyOf(tasks.values()))
                .tableName("event_store.scheduled_job")
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(Math.max(1, jobs.size()))
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WAIT)
                .enableImmediateExecution()
                .build();
    }

    /// Has a job run now, by whichever node is the first to see it.
    Press runNow(String name) {
        var task = tasks.get(name);
        if (task == null) {
            return Press.UNKNOWN;
        }
        var id = task.getDefaultTaskInstance();
        var now = clock.instant();
        try {
            var planned = scheduler.getScheduledExecution(id);
            if (planned.isEmpty()) {
                return scheduler.scheduleIfNotExists(task.instance(RecurringTask.INSTANCE), now)
                        ? Press.STARTS
                        : Press.RUNS_ALREADY;
            }
            var waits = !planned.get().isPicked()
                    && planned.get().getExecutionTime().isAfter(now);
            return waits && scheduler.reschedule(id, now) ? Press.STARTS : Press.RUNS_ALREADY;
        } catch (TaskInstanceCurrentlyExecutingException _) {
            return Press.RUNS_ALREADY;
        }
    }

    /// Unlike that of any other node, also on the same machine.
    private static String node() {
        var own = UUID.randomUUID().toString().substring(0, 8);
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + own;
        } catch (UnknownHostException _) {
            return own;
        }
    }

    private void tell(Job job) {
        var times = job.at().stream().sorted().map(LocalTime::toString).collect(Collectors.joining(", "));
        database.sql("""
                        insert into event_store.job (name, does, schedule) values (?, ?, ?)
                        on conflict (name) do update set does = excluded.does, schedule = excluded.schedule
                        """)
                .params(job.name(), job.does(), "daily at " + times + " " + settings.zone())
                .update();
    }

    @Override
    public void start() {
        jobs.forEach(this::tell);
        if (settings.enabled()) {
            scheduler.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
