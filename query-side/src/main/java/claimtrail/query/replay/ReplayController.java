package claimtrail.query.replay;

import claimtrail.query.replay.FoldDifference.MovedClaim;
import claimtrail.query.replay.Replay.Difference;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Replays over HTTP.
@RestController
@RequestMapping("/api/audit/replays")
final class ReplayController {

    private final Replays replays;
    private final ReplayRequests requests;
    private final ReplayEvents events;
    private final FoldDifference folds;

    ReplayController(Replays replays, ReplayRequests requests, ReplayEvents events, FoldDifference folds) {
        this.replays = replays;
        this.requests = requests;
        this.events = events;
        this.folds = folds;
    }

    /// @param folds that are kept now
    record ReplayList(List<Replay> replays, List<String> folds, Pagination pagination) {}

    @GetMapping
    ReplayList list(WebRequest request) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("page", "limit")));
        return new ReplayList(replays.list(page.limit(), page.offset()), requests.kept(), page.of(replays.count()));
    }

    /// What to rebuild.
    ///
    /// @param models `numbers`, `claims` …; absent: all
    /// @param folds of claims that count from the switch on: `claim/1`, `claim/2`; absent: those that do now
    /// @param threads absent: as set
    record StartRequest(
            @Nullable List<String> models,
            @Nullable List<String> folds,
            @Nullable Integer threads) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Replay> start(@RequestBody StartRequest wanted) {
        var replay = requests.start(wanted.models(), wanted.folds(), wanted.threads());
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header("Location", "/api/audit/replays/" + replay.id())
                .body(replay);
    }

    /// @param differences the first values that are not the same on both sides
    record Whole(Replay replay, List<Difference> differences) {}

    @GetMapping("/{id}")
    Whole one(@PathVariable long id) {
        return new Whole(replays.one(id), replays.differences(id));
    }

    /// How far it is, told whenever that changes, until nothing more will happen to it.
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable long id) {
        return events.of(replays.one(id));
    }

    /// @param folds that are held against each other: the standard, and another one
    record Claims(List<String> folds, List<MovedClaim> claims, Pagination pagination) {}

    /// The claims that two versions of the fold count differently.
    @GetMapping("/{id}/claims")
    Claims claims(@PathVariable long id, WebRequest request) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("page", "limit")));
        var replay = replays.one(id);
        return new Claims(
                folds.pair(replay), folds.claims(replay, page.limit(), page.offset()), page.of(folds.count(replay)));
    }

    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay pause(@PathVariable long id) {
        return replays.pause(id);
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay resume(@PathVariable long id) {
        return replays.resume(id);
    }

    /// Throws it away, whether it is whole or not.
    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay cancel(@PathVariable long id) {
        return replays.cancel(id);
    }

    @PostMapping("/{id}/compare")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay compare(@PathVariable long id) {
        return replays.compare(id);
    }

    /// Puts it in place of what is live.
    @PostMapping("/{id}/switch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replay change(@PathVariable long id, WebRequest request) {
        return replays.change(id, requests.acknowledged(request.getParameterMap()));
    }
}
