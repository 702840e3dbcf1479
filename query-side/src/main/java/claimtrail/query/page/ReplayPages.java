package claimtrail.query.page;

import claimtrail.query.replay.FoldDifference;
import claimtrail.query.replay.ReadModel;
import claimtrail.query.replay.Replay;
import claimtrail.query.replay.ReplayRequests;
import claimtrail.query.replay.ReplaySettings;
import claimtrail.query.replay.Replays;
import claimtrail.query.web.Conflict;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/// Replays, for people: start one, watch it, look at what differs, switch it or throw it away.
@Controller
final class ReplayPages {

    private static final int SHOWN = 20;

    private final Replays replays;
    private final ReplayRequests requests;
    private final FoldDifference folds;
    private final ReplaySettings settings;

    ReplayPages(Replays replays, ReplayRequests requests, FoldDifference folds, ReplaySettings settings) {
        this.replays = replays;
        this.requests = requests;
        this.folds = folds;
        this.settings = settings;
    }

    @GetMapping("/replays")
    String page(WebRequest request, Model model) {
        var given = new Parameters(request.getParameterMap(), Set.of("asOf", "shown", "page", "limit"));
        return show(given, null, model);
    }

    private String show(Parameters given, @Nullable String problem, Model model) {
        var all = replays.list(SHOWN, 0);
        var open = all.stream().filter(it -> !it.state().isOver()).findFirst().orElse(null);
        var shown = given.number("shown", 1, Long.MAX_VALUE)
                .map(replays::one)
                .orElse(open != null ? open : all.isEmpty() ? null : all.getFirst());
        var page = Page.of(given);
        model.addAttribute("problem", problem);
        model.addAttribute("open", open);
        model.addAttribute(
                "history", all.stream().filter(it -> it.state().isOver()).toList());
        model.addAttribute("models", List.of(ReadModel.values()));
        model.addAttribute("kept", String.join(" ", requests.kept()));
        model.addAttribute("known", choices());
        model.addAttribute("threads", settings.standardThreads());
        model.addAttribute("mostThreads", ReplaySettings.MOST_THREADS);
        model.addAttribute("differences", shown == null ? List.of() : replays.differences(shown.id()));
        difference(shown, page, model);
        return "replays";
    }

    private void difference(@Nullable Replay shown, Page page, Model model) {
        model.addAttribute("pair", shown == null ? List.of() : folds.pair(shown));
        if (shown != null) {
            model.addAttribute("claims", folds.claims(shown, page.limit(), page.offset()));
            model.addAttribute("pagination", page.of(folds.count(shown)));
            model.addAttribute("here", "/replays?shown=" + shown.id() + "&limit=" + page.limit());
        }
    }

    /// Which versions may count together: the standard alone, or with others.
    private Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        var together = new ArrayList<String>();
        for (var version : requests.known()) {
            together.add(version);
            choices.put(String.join(" and ", together), String.join(" ", together));
        }
        return choices;
    }

    @PostMapping("/replays")
    String start(
            @RequestParam(required = false) @Nullable List<String> models,
            @RequestParam(required = false) @Nullable String folds,
            @RequestParam(required = false) @Nullable Integer threads,
            Model model,
            HttpServletResponse response) {
        return done(
                model,
                response,
                () -> requests.start(models, folds == null ? null : List.of(folds.split(" ", -1)), threads));
    }

    @PostMapping("/replays/{id}/{action}")
    String act(
            @PathVariable long id,
            @PathVariable String action,
            @RequestParam(required = false) boolean acknowledged,
            Model model,
            HttpServletResponse response) {
        return done(model, response, () -> {
            switch (action) {
                case "pause" -> replays.pause(id);
                case "resume" -> replays.resume(id);
                case "cancel" -> replays.cancel(id);
                case "compare" -> replays.compare(id);
                case "switch" -> replays.change(id, acknowledged);
                default -> throw new NotThere("ACTION_UNKNOWN");
            }
        });
    }

    /// To the page; what was refused is said on it.
    private String done(Model model, HttpServletResponse response, Runnable wanted) {
        try {
            wanted.run();
            return "redirect:/replays";
        } catch (Conflict | ParameterRefused refused) {
            response.setStatus((refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
            return show(new Parameters(Map.of(), Set.of("shown", "page", "limit")), refused.getMessage(), model);
        }
    }
}
