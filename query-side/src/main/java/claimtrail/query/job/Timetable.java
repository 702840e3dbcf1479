package claimtrail.query.job;

import claimtrail.query.web.Conflict;
import claimtrail.query.web.NotThere;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs each job at its time, on one of all nodes; the timetable is a table, so it survives every restart.
@Component
public class Timetable implements SmartLifecycle {

    /// How long a stopping node waits for a job. It is done anew elsewhere, so there is no point in waiting for long.
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;
    private static final String JOB_UNKNOWN = "JOB_UNKNOWN";

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, RecurringTask<Void>> tasks = new LinkedHashMap<>();
    private final Scheduler scheduler;
    private final JobRuns runs;
    private final OtherSidesJobs others;
    private final JobSettings settings;
    private final Clock clock;
    private volatile boolean running;

    Timetable(
            DataSource source, List<Job> jobs, JobRuns runs, OtherSidesJobs others, JobSettings settings, Clock clock) {
        this.runs = runs;
        this.others = others;
        this.settings = settings;
        this.clock = clock;
        var node = node();
        for (var job : jobs.stream().sorted(Comparator.comparing(Job::at)).toList()) {
            this.jobs.put(job.name(), job);
            tasks.put(
                    job.name(),
                    Tasks.recurring(job.name(), Schedules.daily(settings.zone(), job.at()))
                            .execute((_, _) -> runs.keep(job, node)));
        }
        this.scheduler = Scheduler.create(source)
                .startTasks(List.copyOf(tasks.values()))
                .tableName("read_model.scheduled_job")
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(Math.max(1, jobs.size()))
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LAST_WAIT)
                .enableImmediateExecution()
                .build();
    }

    /// A job in the timetable of one side.
    ///
    /// @param side whose nodes run it, and who can be asked to have it run
    /// @param schedule when it runs, in words
    /// @param last absent before the first run
    /// @param next absent until a node that runs jobs has started
    public record Entry(
            String name,
            Side side,
            String does,
            String schedule,
            @Nullable JobRun last,
            @Nullable Instant next,
            boolean running) {}

    /// Whose nodes run a job.
    public enum Side {
        COMMAND,
        QUERY
    }

    /// All jobs of both sides.
    public List<Entry> entries() {
        return Stream.concat(jobs.values().stream().map(this::entry), others.entries().stream())
                .toList();
    }

    /// One job.
    ///
    /// @throws NotThere if there is none of this name
    public Entry entry(String name) {
        var own = jobs.get(name);
        return own == null ? others.entry(name).orElseThrow(() -> new NotThere(JOB_UNKNOWN)) : entry(own);
    }

    /// Has a job run now, by whichever node is the first to see it.
    ///
    /// @throws NotThere if there is none of this name
    /// @throws Conflict if it runs, or is due and about to start, or is not one of this side
    public void runNow(String name) {
        var instance = tasks.get(name);
        if (instance == null) {
            throw isOfOtherSide(name);
        }
        var id = instance.getDefaultTaskInstance();
        var now = clock.instant();
        try {
            var planned = scheduler.getScheduledExecution(id);
            if (planned.isEmpty()) {
                scheduler.schedule(instance.instance(RecurringTask.INSTANCE), now);
            } else if (planned.get().isPicked()
                    || !planned.get().getExecutionTime().isAfter(now)) {
                throw inProgress();
            } else if (!scheduler.reschedule(id, now)) {
                throw inProgress();
            }
        } catch (TaskInstanceCurrentlyExecutingException _) {
            throw inProgress();
        }
    }

    private static Conflict inProgress() {
        return new Conflict("JOB_IN_PROGRESS", "It runs, or is about to. Look again when it is over.");
    }

    private RuntimeException isOfOtherSide(String name) {
        return others.entry(name).isPresent()
                ? new Conflict("JOB_OF_COMMAND_SIDE", "The command side runs it: ask there, at the same path.")
                : new NotThere(JOB_UNKNOWN);
    }

    private Entry entry(Job job) {
        var last = runs.last(job.name()).orElse(null);
        var planned = Optional.ofNullable(tasks.get(job.name()))
                .flatMap(task -> scheduler.getScheduledExecution(task.getDefaultTaskInstance()));
        return new Entry(
                job.name(),
                Side.QUERY,
                job.does(),
                "daily at " + job.at() + " " + settings.zone(),
                last,
                planned.map(it -> it.getExecutionTime()).orElse(null),
                planned.map(it -> it.isPicked()).orElse(false));
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

    @Override
    public void start() {
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
