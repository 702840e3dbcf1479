package claimtrail.query.audit;

import claimtrail.query.feed.FoldStatus.Progress;
import claimtrail.query.job.JobRun;
import claimtrail.query.proof.NightlyProof;
import claimtrail.query.web.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// How fresh the figures are, whether anything stands still, and what the last proof found.
@RestController
final class StatusController {

    private final Freshness freshness;
    private final NightlyProof proof;

    StatusController(Freshness freshness, NightlyProof proof) {
        this.freshness = freshness;
        this.proof = proof;
    }

    /// @param lastProof the last one that came to its end; absent before the first
    record Status(
            String state,
            String fold,
            long head,
            long counted,
            long events,
            long millis,
            @Nullable Instant knownAt,
            List<Progress> segments,
            @Nullable JobRun lastProof) {}

    @GetMapping("/api/status")
    Status status(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        var fresh = freshness.now();
        return new Status(
                fresh.state(),
                fresh.fold(),
                fresh.head(),
                fresh.counted(),
                fresh.events(),
                fresh.millis(),
                fresh.knownAt(),
                fresh.segments(),
                proof.last().orElse(null));
    }
}
