package claimtrail.query.page;

import claimtrail.query.audit.Alarms;
import claimtrail.query.audit.Freshness;
import claimtrail.query.audit.Freshness.Fresh;
import claimtrail.query.page.Known.Slider;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;

/// What all pages share: words, practices, how fresh the figures are, and what is amiss or new.
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    /// The name under which pages find as of when they look.
    static final String LOOKING = "looking";

    private static final String AS_OF = "asOf";

    private final Registry registry;
    private final Freshness freshness;
    private final Alarms alarms;
    private final Asking asking;

    Frame(Registry registry, Freshness freshness, Alarms alarms, Asking asking) {
        this.registry = registry;
        this.freshness = freshness;
        this.alarms = alarms;
        this.asking = asking;
    }

    @ModelAttribute
    void everyPage(HttpServletRequest request, Model model) {
        model.addAttribute("say", new Words());
        model.addAttribute("practices", registry.practices());
        var fresh = freshness.now();
        model.addAttribute("fresh", fresh);
        model.addAttribute("alarms", alarms.of(fresh));
        model.addAttribute(LOOKING, looking(request, fresh));
    }

    /// Read here and not by each page, so that none can show the present under an address of the past.
    private Known looking(HttpServletRequest request, Fresh fresh) {
        var all = new Parameters(
                request.getParameterMap(), request.getParameterMap().keySet());
        var fixed = all.text(AS_OF).isPresent();
        var position = fixed ? asking.asOf(all) : fresh.counted();
        var at = position == fresh.counted() ? fresh.knownAt() : freshness.knownAt(position);
        var first = freshness.knownAt(1);
        return new Known(
                position,
                at,
                fixed,
                fresh.counted(),
                Links.without(request.getParameterMap(), request.getRequestURI(), AS_OF),
                first == null || fresh.knownAt() == null
                        ? null
                        : Slider.of(first, fresh.knownAt(), at == null ? first : at, zone(all)));
    }

    private ZoneId zone(Parameters given) {
        var named = given.text("practice");
        return registry.practices().stream()
                .filter(it -> named.isEmpty() || named.get().equals(it.id().toString()))
                .findFirst()
                .map(it -> ZoneId.of(it.timeZone()))
                .orElse(ZoneId.of("UTC"));
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
