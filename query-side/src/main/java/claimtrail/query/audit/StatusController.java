package claimtrail.query.audit;

import claimtrail.query.audit.PracticeFreshness.Known;
import claimtrail.query.feed.FoldStatus.Progress;
import claimtrail.query.job.JobRun;
import claimtrail.query.proof.NightlyProof;
import claimtrail.query.provider.Registry;
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
    private final Alarms alarms;
    private final PracticeFreshness practices;
    private final Registry registry;

    StatusController(
            Freshness freshness, NightlyProof proof, Alarms alarms, PracticeFreshness practices, Registry registry) {
        this.freshness = freshness;
        this.proof = proof;
        this.alarms = alarms;
        this.practices = practices;
        this.registry = registry;
    }

    /// @param events how many facts wait to be counted; with `millis` the figure `fresh.lag`
    /// @param millis age of the oldest of them
    /// @param lastProof the last one that came to its end; absent before the first
    /// @param proofMismatch the figure `proof.mismatch`: what differed in that proof; absent before the first
    /// @param alarms the gravest first
    /// @param practices how new what is known of each is
    record Status(
            String state,
            String fold,
            long head,
            long counted,
            long events,
            long millis,
            @Nullable Instant knownAt,
            List<Progress> segments,
            @Nullable JobRun lastProof,
            @Nullable Long proofMismatch,
            List<Alarm> alarms,
            List<Known> practices) {}

    @GetMapping("/api/status")
    Status status(WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        var fresh = freshness.now();
        var last = proof.last().orElse(null);
        return new Status(
                fresh.state(),
                fresh.fold(),
                fresh.head(),
                fresh.counted(),
                fresh.events(),
                fresh.millis(),
                fresh.knownAt(),
                fresh.segments(),
                last,
                last == null ? null : last.differences(),
                alarms.of(fresh),
                registry.practices().stream().map(practices::of).toList());
    }
}
