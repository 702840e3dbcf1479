package claimtrail.query.page;

import claimtrail.query.audit.Explain;
import claimtrail.query.number.Definitions;
import claimtrail.query.proof.Prove;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.ParameterRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;

/// Whether a number is what the log makes of it, for people.
@Controller
final class ProofPages {

    private static final int DAYS = 30;

    private final Asking asking;
    private final Prove prove;

    ProofPages(Asking asking, Prove prove) {
        this.asking = asking;
        this.prove = prove;
    }

    @GetMapping("/prove")
    String prove(WebRequest request, Model model) {
        var given = Asking.parameters(request.getParameterMap(), Explain.QUESTION);
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        var definition = Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
        var asked = asking.about(given, DAYS);
        model.addAttribute("proof", prove.prove(asked, definition, Explain.only(given, asked, definition)));
        model.addAttribute("definition", definition);
        model.addAttribute("asked", asked);
        model.addAttribute("practice", asked.practice());
        var question = Links.without(request.getParameterMap(), "", "asOf") + "asOf=" + asked.asOf();
        model.addAttribute("question", question);
        model.addAttribute("pack", Links.pack(question));
        return "prove";
    }
}
