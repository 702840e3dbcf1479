package claimtrail.query.page;

import claimtrail.query.job.JobRuns;
import claimtrail.query.job.Timetable;
import claimtrail.query.job.Timetable.Entry;
import claimtrail.query.web.Conflict;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The jobs, for people.
@Controller
final class JobPages {

    private static final int SHOWN = 10;

    private final Timetable timetable;
    private final JobRuns runs;

    JobPages(Timetable timetable, JobRuns runs) {
        this.timetable = timetable;
        this.runs = runs;
    }

    @GetMapping("/jobs")
    String jobs(Model model) {
        var entries = timetable.entries();
        var histories = new LinkedHashMap<String, Object>();
        entries.stream().map(Entry::name).forEach(name -> histories.put(name, runs.list(name, SHOWN, 0)));
        model.addAttribute("jobs", entries);
        model.addAttribute("histories", histories);
        return "jobs";
    }

    /// The address of programs, for a browser: whether it starts now or runs already, the page says so.
    @PostMapping(path = "/api/admin/jobs/{name}/run", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> run(@PathVariable String name) {
        try {
            timetable.runNow(name);
        } catch (Conflict _) {
            // it runs: the page shows it
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/jobs")
                .build();
    }
}
