package claimtrail.query.page;

import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.metric.pattern.PatternScore.Tier;
import claimtrail.query.learning.Codes;
import claimtrail.query.learning.Learning;
import claimtrail.query.learning.LearningController;
import claimtrail.query.number.Comparison;
import claimtrail.query.pattern.PatternEvidence;
import claimtrail.query.pattern.PatternFilter;
import claimtrail.query.pattern.Patterns;
import claimtrail.query.policy.Policies;
import claimtrail.query.policy.PolicyFilter;
import claimtrail.query.policy.VersionChanges;
import claimtrail.query.policy.VersionChanges.Change;
import claimtrail.query.provider.PayerView;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/// The pages about patterns, policies, providers, practice and codes.
@Controller
final class SubjectPages {

    private static final int DAYS = 90;
    private static final String NOTHING = "nothing";

    private final Asking asking;
    private final Frame frame;
    private final Patterns patterns;
    private final PatternEvidence evidence;
    private final Policies policies;
    private final Registry registry;
    private final Comparison comparison;
    private final Learning learning;
    private final Codes codes;

    SubjectPages(
            Asking asking,
            Frame frame,
            Patterns patterns,
            PatternEvidence evidence,
            Policies policies,
            Registry registry,
            Comparison comparison,
            Learning learning,
            Codes codes) {
        this.asking = asking;
        this.frame = frame;
        this.patterns = patterns;
        this.evidence = evidence;
        this.policies = policies;
        this.registry = registry;
        this.comparison = comparison;
        this.learning = learning;
        this.codes = codes;
    }

    @GetMapping("/patterns")
    String patterns(WebRequest request, Model model) {
        if (frame.empty()) {
            return NOTHING;
        }
        var given = given(request, PatternFilter.PARAMETERS);
        var filter = PatternFilter.of(given);
        var page = Page.of(given);
        var asked = asked(given, PatternFilter.DAYS, model);
        var all = patterns.of(asked);
        var found = filter.of(all);
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", PatternFilter.Status.values());
        model.addAttribute("tiers", Tier.values());
        model.addAttribute("orders", PatternFilter.Order.values());
        model.addAttribute("found", page.cut(found));
        model.addAttribute(
                "most",
                Math.max(
                        1,
                        found.stream()
                                .mapToLong(it -> it.score().impactCents())
                                .max()
                                .orElse(1)));
        model.addAttribute(
                "critical",
                all.stream()
                        .filter(it -> it.tier().equals("critical")
                                && !Set.of("resolved", "archived").contains(it.status()))
                        .count());
        model.addAttribute("known", all.size());
        model.addAttribute(
                "atRisk", all.stream().mapToLong(it -> it.atRiskCents()).sum());
        model.addAttribute(
                "recoverable",
                all.stream().mapToLong(it -> it.recoverableCents()).sum());
        model.addAttribute("pagination", page.of(found.size()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/patterns", "page"));
        return "patterns";
    }

    @GetMapping("/patterns/{id}")
    String pattern(@PathVariable UUID id, WebRequest request, Model model) {
        var given = given(request, Set.of("page", "limit"));
        var page = Page.of(given);
        var asked = asked(given, PatternFilter.DAYS, model);
        var detail = patterns.find(id, asked).orElseThrow(() -> new NotThere("PATTERN_UNKNOWN"));
        model.addAttribute("detail", detail);
        var found = evidence.find(id, asked).orElseThrow(() -> new NotThere("PATTERN_UNKNOWN"));
        model.addAttribute("evidence", found);
        model.addAttribute("lines", page.cut(found.lines()));
        model.addAttribute("pagination", page.of(found.lines().size()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/patterns/" + id, "page"));
        model.addAttribute(
                "payers",
                registry.payers(asked.practice().id(), registry.then(asked.asOf())).stream()
                        .collect(Collectors.toMap(PayerView::id, PayerView::name)));
        model.addAttribute("chart", PatternChart.of(detail, asked));
        return "pattern";
    }

    @GetMapping("/policies")
    String policies(WebRequest request, Model model) {
        if (frame.empty()) {
            return NOTHING;
        }
        var given = given(request, PolicyFilter.PARAMETERS);
        var filter = PolicyFilter.of(given);
        var page = Page.of(given);
        var asked = asked(given, PolicyFilter.DAYS, model);
        var found = filter.of(policies.of(asked));
        model.addAttribute("filter", filter);
        model.addAttribute("modes", Mode.values());
        model.addAttribute("orders", PolicyFilter.Order.values());
        model.addAttribute("found", page.cut(found));
        model.addAttribute("pagination", page.of(found.size()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/policies", "page"));
        return "policies";
    }

    @GetMapping("/policies/{id}")
    String policy(@PathVariable UUID id, WebRequest request, Model model) {
        var asked = asked(given(request, Set.of()), PolicyFilter.DAYS, model);
        var detail = policies.find(id, asked).orElseThrow(() -> new NotThere("POLICY_UNKNOWN"));
        model.addAttribute("detail", detail);
        var changes = new TreeMap<Integer, List<Change>>();
        for (var version : detail.versions()) {
            detail.version(version.version() - 1)
                    .ifPresent(it -> changes.put(
                            version.version(), VersionChanges.between(it.published(), version.published())));
        }
        model.addAttribute("changes", changes);
        return "policy";
    }

    @GetMapping("/providers")
    String providers(WebRequest request, Model model) {
        if (frame.empty()) {
            return NOTHING;
        }
        var asked = asked(given(request, Set.of()), DAYS, model);
        model.addAttribute("found", comparison.of(asked));
        model.addAttribute("together", comparison.together(asked));
        return "providers";
    }

    @GetMapping("/learning")
    String learning(WebRequest request, Model model) {
        if (frame.empty()) {
            return NOTHING;
        }
        var given = given(request, Set.of());
        var asked = LearningController.asked(given, asking);
        show(asked, model);
        model.addAttribute("summary", learning.of(asked));
        return "learning";
    }

    @GetMapping("/codes")
    String codes(WebRequest request, Model model) {
        if (frame.empty()) {
            return NOTHING;
        }
        var asked = asked(given(request, Set.of()), DAYS, model);
        model.addAttribute("found", codes.all(asked));
        return "codes";
    }

    @GetMapping("/codes/{code}")
    String code(@PathVariable String code, WebRequest request, Model model) {
        var asked = asked(given(request, Set.of()), DAYS, model);
        model.addAttribute(
                "it", codes.find(code.toUpperCase(Locale.ROOT), asked).orElseThrow(() -> new NotThere("CODE_UNKNOWN")));
        return "code";
    }

    private Parameters given(WebRequest request, Set<String> own) {
        var known = new HashSet<>(Asking.COMMON);
        known.addAll(own);
        return frame.chosen(new Parameters(request.getParameterMap(), known), request, known);
    }

    private Asked asked(Parameters given, int days, Model model) {
        var asked = asking.about(given, days);
        show(asked, model);
        return asked;
    }

    private static void show(Asked asked, Model model) {
        var lengths = new TreeSet<>(List.of(30L, 60L, 90L, 180L, 365L));
        lengths.add(asked.window().days());
        model.addAttribute("lengths", lengths);
        model.addAttribute("asked", asked);
        model.addAttribute("practice", asked.practice());
        model.addAttribute("ever", asked.window().equals(asked.window().sinceEver()));
    }
}
