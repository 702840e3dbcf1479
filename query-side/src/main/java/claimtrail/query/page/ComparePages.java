package claimtrail.query.page;

import claimtrail.query.audit.Explain;
import claimtrail.query.difference.Differences;
import claimtrail.query.difference.ReportDifference;
import claimtrail.query.difference.Reports;
import claimtrail.query.difference.Sides;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.SettingHistory;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/// Two answers side by side, and the facts in between.
@Controller
final class ComparePages {

    private static final int DAYS = 30;
    private static final String FIRST = "asOf";
    private static final String SECOND = "against";
    private static final String CLOSED = "closed";
    private static final Set<String> ALL = Set.of("all");
    private static final Set<String> OF_FIGURE = Stream.concat(
                    Explain.PARTS.stream(), Stream.of("metric", "page", "limit"))
            .collect(Collectors.toUnmodifiableSet());

    private final Asking asking;
    private final Sides.Reading sides;
    private final Reports reports;
    private final Differences differences;
    private final SettingHistory settings;
    private final Frame frame;

    ComparePages(
            Asking asking,
            Sides.Reading sides,
            Reports reports,
            Differences differences,
            SettingHistory settings,
            Frame frame) {
        this.asking = asking;
        this.sides = sides;
        this.reports = reports;
        this.differences = differences;
        this.settings = settings;
        this.frame = frame;
    }

    @GetMapping("/compare")
    String compare(WebRequest request, Model model) {
        if (frame.empty()) {
            return "nothing";
        }
        var known = new HashSet<>(Asking.COMMON);
        known.addAll(ALL);
        known.add(SECOND);
        known.add(CLOSED);
        var given = frame.chosen(new Parameters(request.getParameterMap(), known), request, known);
        if (given.text(FIRST).isEmpty() && given.text(CLOSED).isEmpty()) {
            var asked = asking.about(given.without(SECOND), DAYS);
            show(asked, model);
            model.addAttribute("closings", settings.closed(asked.practice().id(), asked.asOf()));
            return "compare";
        }
        var both = sides.of(given.all(), ALL, DAYS);
        var found = reports.of(both);
        var whole = given.text("all").isPresent();
        show(both.second(), model);
        model.addAttribute(
                "closings",
                settings.closed(both.second().practice().id(), both.second().asOf()));
        model.addAttribute("both", both);
        model.addAttribute("found", found);
        model.addAttribute("whole", whole);
        model.addAttribute("lines", shown(found.lines(), whole));
        model.addAttribute(
                "months",
                found.months().stream()
                        .map(month -> new ReportDifference.Month(month.month(), shown(month.lines(), whole)))
                        .filter(month -> !month.lines().isEmpty())
                        .toList());
        model.addAttribute("here", Links.without(request.getParameterMap(), "/compare", "all"));
        return "compare";
    }

    private static List<ReportDifference.Line> shown(List<ReportDifference.Line> lines, boolean whole) {
        return whole
                ? lines
                : lines.stream().filter(ReportDifference.Line::moved).toList();
    }

    @GetMapping("/difference")
    String difference(WebRequest request, Model model) {
        var given = Sides.Reading.parameters(request.getParameterMap(), OF_FIGURE);
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        var definition = Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
        var both = sides.of(request.getParameterMap(), OF_FIGURE, DAYS);
        var only = Explain.only(given, both.second(), definition);
        show(both.second(), model);
        model.addAttribute("both", both);
        model.addAttribute("definition", definition);
        model.addAttribute("found", differences.of(both, definition, only, Page.of(given)));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/difference", "page"));
        model.addAttribute("table", Links.without(request.getParameterMap(), "/api/audit/diff", "page") + "format=csv");
        return "difference";
    }

    @GetMapping("/report")
    String report(WebRequest request, Model model) {
        if (frame.empty()) {
            return "nothing";
        }
        var given = frame.chosen(Asking.parameters(request.getParameterMap()), request, Asking.COMMON);
        var asked = asking.about(given, DAYS);
        show(asked, model);
        model.addAttribute("report", reports.of(asked));
        return "report";
    }

    private static void show(Asked asked, Model model) {
        var lengths = new TreeSet<>(List.of(7L, 30L, 60L, 90L, 180L, 365L));
        lengths.add(asked.window().days());
        model.addAttribute("lengths", lengths);
        model.addAttribute("asked", asked);
        model.addAttribute("practice", asked.practice());
    }
}
