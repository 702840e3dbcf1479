package claimtrail.query.integrity;

import claimtrail.query.integrity.IntegrityStatus.CheckpointView;
import claimtrail.query.integrity.IntegrityStatus.KeyView;
import claimtrail.query.integrity.IntegrityStatus.Status;
import claimtrail.query.integrity.Proofs.Consistency;
import claimtrail.query.integrity.Proofs.Inclusion;
import claimtrail.query.job.Timetable;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Checkpoints, proofs and the verification of the log over HTTP.
@RestController
final class IntegrityController {

    private final Checkpoints checkpoints;
    private final Proofs proofs;
    private final IntegrityStatus status;
    private final VerificationProgress progress;
    private final Timetable timetable;

    IntegrityController(
            Checkpoints checkpoints,
            Proofs proofs,
            IntegrityStatus status,
            VerificationProgress progress,
            Timetable timetable) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.status = status;
        this.progress = progress;
        this.timetable = timetable;
    }

    record CheckpointList(List<CheckpointView> checkpoints, Pagination pagination) {}

    @GetMapping("/api/audit/checkpoints")
    CheckpointList checkpoints(WebRequest request) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("page", "limit")));
        return new CheckpointList(
                checkpoints.list(page.limit(), page.offset()).stream()
                        .map(CheckpointView::of)
                        .toList(),
                page.of(checkpoints.count()));
    }

    @GetMapping("/api/audit/checkpoints/latest")
    CheckpointView latest(WebRequest request) {
        nothing(request);
        return CheckpointView.of(proofs.newest());
    }

    @GetMapping("/api/audit/checkpoints/{size}")
    CheckpointView checkpoint(@PathVariable long size, WebRequest request) {
        nothing(request);
        return CheckpointView.of(proofs.checkpoint(size));
    }

    @GetMapping("/api/audit/key")
    KeyView key(WebRequest request) {
        nothing(request);
        return status.key().orElseThrow(() -> new NotThere("KEY_UNKNOWN"));
    }

    @GetMapping("/api/audit/events/{position}/proof")
    Inclusion inclusion(@PathVariable long position, WebRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("size"));
        return proofs.inclusion(
                position,
                given.number("size", 1, Long.MAX_VALUE).map(proofs::checkpoint).orElseGet(proofs::newest));
    }

    @GetMapping("/api/audit/consistency")
    Consistency consistency(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("from", "to"));
        return proofs.consistency(size(given, "from"), size(given, "to"));
    }

    @GetMapping("/api/audit/integrity")
    Status integrity(WebRequest request) {
        nothing(request);
        return status.now();
    }

    /// Verifies now, by whichever node is the first to see it.
    @PostMapping("/api/audit/integrity/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status verify() {
        timetable.runNow(Verification.NAME);
        return status.now();
    }

    /// Wants the running verification to stop.
    @DeleteMapping("/api/audit/integrity/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Status stop() {
        progress.askToStop();
        return status.now();
    }

    private static long size(Parameters given, String name) {
        return given.number(name, 1, Long.MAX_VALUE)
                .orElseThrow(() -> new ParameterRefused("SIZE_MISSING", name, "The facts of a checkpoint."));
    }

    private static void nothing(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
    }
}
