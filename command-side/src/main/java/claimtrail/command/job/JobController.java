package claimtrail.command.job;

import claimtrail.command.RefusalStatus;
import claimtrail.command.web.Problem;
import claimtrail.command.web.Refusals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Has the jobs of this side run. Lists of them, and what became of each run, are asked of the other side.
@RestController
@Tag(name = "jobs", description = "Work that is done by itself")
final class JobController {

    private final Timetable timetable;

    JobController(Timetable timetable) {
        this.timetable = timetable;
    }

    /// A job that starts now.
    ///
    /// @param job its name
    /// @param see where its runs can be seen
    record Started(String job, String see) {}

    @PostMapping("/api/admin/jobs/{name}/run")
    @Operation(summary = "Have a job of the command side run now; 409 while it runs, 404 for a name that no job has")
    ResponseEntity<Object> run(
            @PathVariable String name,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var press = timetable.runNow(name);
        if (press != Timetable.Press.UNKNOWN && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/jobs")) // the page shows whether it starts or runs already
                    .build();
        }
        return switch (press) {
            case STARTS -> ResponseEntity.accepted().body(new Started(name, "/api/admin/jobs/" + name));
            case RUNS_ALREADY -> problem("JOB_IN_PROGRESS");
            case UNKNOWN -> problem("JOB_UNKNOWN");
        };
    }

    private static ResponseEntity<Object> problem(String code) {
        var status = RefusalStatus.of(code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(Refusals.title(code), status, code, null));
    }
}
