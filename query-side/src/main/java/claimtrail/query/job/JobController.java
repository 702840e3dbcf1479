package claimtrail.query.job;

import claimtrail.query.job.Timetable.Entry;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The jobs of both sides over HTTP. Those of the command side are shown here and started there.
@RestController
final class JobController {

    private final Timetable timetable;
    private final JobRuns runs;

    JobController(Timetable timetable, JobRuns runs) {
        this.timetable = timetable;
        this.runs = runs;
    }

    record JobList(List<Entry> jobs) {}

    @GetMapping("/api/admin/jobs")
    JobList jobs(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        return new JobList(timetable.entries());
    }

    record History(Entry job, List<JobRun> runs, Pagination pagination) {}

    @GetMapping("/api/admin/jobs/{name}")
    History job(@PathVariable String name, WebRequest request) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("page", "limit")));
        return new History(
                timetable.entry(name), runs.list(name, page.limit(), page.offset()), page.of(runs.count(name)));
    }

    @PostMapping("/api/admin/jobs/{name}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Entry run(@PathVariable String name) {
        timetable.runNow(name);
        return timetable.entry(name);
    }
}
