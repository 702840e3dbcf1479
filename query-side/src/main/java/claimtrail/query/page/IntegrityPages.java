package claimtrail.query.page;

import claimtrail.query.integrity.Checkpoints;
import claimtrail.query.integrity.IntegrityStatus;
import claimtrail.query.integrity.IntegrityStatus.CheckpointView;
import claimtrail.query.integrity.Verification;
import claimtrail.query.job.JobRuns;
import claimtrail.query.job.Timetable;
import claimtrail.query.web.Conflict;
import claimtrail.query.web.Page;
import claimtrail.query.web.Parameters;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;

/// Whether the log is as it was, for people.
@Controller
final class IntegrityPages {

    private static final int RUNS = 5;

    private final IntegrityStatus status;
    private final Checkpoints checkpoints;
    private final JobRuns runs;
    private final Timetable timetable;

    IntegrityPages(IntegrityStatus status, Checkpoints checkpoints, JobRuns runs, Timetable timetable) {
        this.status = status;
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.timetable = timetable;
    }

    @GetMapping("/integrity")
    String integrity(WebRequest request, Model model) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("asOf", "page", "limit")));
        model.addAttribute("now", status.now());
        model.addAttribute(
                "checkpoints",
                checkpoints.list(page.limit(), page.offset()).stream()
                        .map(CheckpointView::of)
                        .toList());
        model.addAttribute("pagination", page.of(checkpoints.count()));
        model.addAttribute("runs", runs.list(Verification.NAME, RUNS, 0));
        model.addAttribute("here", "/integrity?");
        return "integrity";
    }

    /// The address of programs, for a browser: whether it starts now or runs already, the page says so.
    @PostMapping(path = "/api/audit/integrity/verification", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> verify() {
        try {
            timetable.runNow(Verification.NAME);
        } catch (Conflict _) {
            // it runs: the page shows it
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/integrity")
                .build();
    }
}
