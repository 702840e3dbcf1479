package claimtrail.query.page;

import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.PublishedDefinitions;
import claimtrail.query.number.PublishedDefinitions.Published;
import claimtrail.query.number.SettingHistory;
import claimtrail.query.number.SettingHistory.Changed;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/// What figures mean, how they are counted and what is set, with every version and its author.
@Controller
final class DefinitionPages {

    private final Asking asking;
    private final PublishedDefinitions published;
    private final SettingHistory settings;
    private final Registry registry;

    DefinitionPages(Asking asking, PublishedDefinitions published, SettingHistory settings, Registry registry) {
        this.asking = asking;
        this.published = published;
        this.settings = settings;
        this.registry = registry;
    }

    @GetMapping("/definitions")
    String all(WebRequest request, Model model) {
        var asOf = asOf(request);
        var all = published.of(null, asOf);
        model.addAttribute("metrics", newest(all, "METRIC"));
        model.addAttribute("rules", newest(all, "RULE"));
        model.addAttribute("folds", newest(all, "FOLD"));
        model.addAttribute(
                "settings",
                settings.all(asOf).stream()
                        .collect(Collectors.groupingBy(Changed::setting, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute(
                "names", registry.practices().stream().collect(Collectors.toMap(PracticeView::id, PracticeView::name)));
        return "definitions";
    }

    private long asOf(WebRequest request) {
        return asking.asOf(new Parameters(request.getParameterMap(), Set.of("practice", "asOf")));
    }

    private static List<Published> newest(List<Published> all, String kind) {
        return List.copyOf(all.stream()
                .filter(it -> it.kind().equals(kind))
                .collect(Collectors.toMap(Published::id, Function.identity(), (_, later) -> later, LinkedHashMap::new))
                .values());
    }

    @GetMapping("/definitions/{id}")
    String one(@PathVariable String id, WebRequest request, Model model) {
        var versions = published.of(id, asOf(request)).reversed();
        var counted = Definitions.find(id);
        if (versions.isEmpty() && counted.isEmpty()) {
            throw new NotThere("DEFINITION_UNKNOWN");
        }
        model.addAttribute("id", id);
        model.addAttribute("versions", versions);
        model.addAttribute("counted", counted.orElse(null));
        model.addAttribute("shown", counted.map(Definition::shown).orElse(id));
        return "definition";
    }
}
