package claimtrail.query.page;

import claimtrail.query.estimate.AvoidedDenials;
import claimtrail.query.web.Asking;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/// Why an estimate is what it is, for people.
@Controller
final class EstimatePages {

    private static final int DAYS = 30;

    private final Asking asking;
    private final AvoidedDenials avoided;
    private final Frame frame;

    EstimatePages(Asking asking, AvoidedDenials avoided, Frame frame) {
        this.asking = asking;
        this.avoided = avoided;
        this.frame = frame;
    }

    @GetMapping("/avoided")
    String avoided(WebRequest request, Model model) {
        if (frame.empty()) {
            return "nothing";
        }
        var given = Asking.parameters(request.getParameterMap());
        var asked = asking.about(frame.chosen(given, request, Asking.COMMON), DAYS);
        model.addAttribute("practice", asked.practice());
        model.addAttribute("asked", asked);
        model.addAttribute("avoided", avoided.of(asked));
        return "avoided";
    }
}
