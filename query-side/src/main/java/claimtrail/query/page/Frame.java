package claimtrail.query.page;

import claimtrail.query.audit.Alarms;
import claimtrail.query.audit.Freshness;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import java.util.HashMap;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;

/// What all pages share: words, practices, how fresh the figures are, and what is amiss or new.
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final Registry registry;
    private final Freshness freshness;
    private final Alarms alarms;

    Frame(Registry registry, Freshness freshness, Alarms alarms) {
        this.registry = registry;
        this.freshness = freshness;
        this.alarms = alarms;
    }

    @ModelAttribute
    void everyPage(Model model) {
        model.addAttribute("say", new Words());
        model.addAttribute("practices", registry.practices());
        var fresh = freshness.now();
        model.addAttribute("fresh", fresh);
        model.addAttribute("alarms", alarms.of(fresh));
    }

    /// Whether nobody is registered yet.
    boolean empty() {
        return registry.practices().isEmpty();
    }

    /// A page without a practice shows the first one: people start somewhere, programs have to say what they mean.
    Parameters chosen(Parameters given, WebRequest request, Set<String> known) {
        if (given.text("practice").isPresent()) {
            return given;
        }
        var with = new HashMap<>(request.getParameterMap());
        var first = registry.practices().stream().findFirst().orElseThrow(() -> new NotThere("PRACTICE_UNKNOWN"));
        with.put("practice", new String[] {first.id().toString()});
        return new Parameters(with, known);
    }
}
