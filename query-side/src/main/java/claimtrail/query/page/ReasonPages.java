package claimtrail.query.page;

import claimtrail.query.reason.Reasons;
import claimtrail.query.reason.Unmapped;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Page;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/// What payers' codes mean, and those that have no meaning yet, for people.
@Controller
final class ReasonPages {

    private static final int DAYS = 90;
    private static final Set<String> KNOWN =
            Set.of("practice", "days", "day", "asOf", "basis", "search", "page", "limit");

    private final Asking asking;
    private final Frame frame;
    private final Reasons reasons;
    private final Unmapped unmapped;

    ReasonPages(Asking asking, Frame frame, Reasons reasons, Unmapped unmapped) {
        this.asking = asking;
        this.frame = frame;
        this.reasons = reasons;
        this.unmapped = unmapped;
    }

    @GetMapping("/reasons")
    String reasons(WebRequest request, Model model) {
        if (frame.empty()) {
            return "nothing";
        }
        var given = frame.chosen(new Parameters(request.getParameterMap(), KNOWN), request, KNOWN);
        var asked = asking.about(given, DAYS);
        var page = Page.of(given);
        var search = given.text("search").orElse("");
        var lengths = new TreeSet<>(List.of(30L, 90L, 180L, 365L));
        lengths.add(asked.window().days());
        model.addAttribute("practice", asked.practice());
        model.addAttribute("asked", asked);
        model.addAttribute("lengths", lengths);
        model.addAttribute("search", search);
        model.addAttribute("codes", unmapped.of(asked));
        model.addAttribute("reasons", reasons.list(asked, search, page));
        model.addAttribute("pagination", page.of(reasons.count(asked, search)));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/reasons", "page"));
        return "reasons";
    }
}
