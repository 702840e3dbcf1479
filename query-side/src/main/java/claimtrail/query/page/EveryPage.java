package claimtrail.query.page;

import claimtrail.query.audit.Freshness;
import claimtrail.query.proof.NightlyProof;
import claimtrail.query.provider.Registry;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What the frame of every page shows: whose it is, how fresh it is, and what the last proof found.
@ControllerAdvice(basePackageClasses = EveryPage.class)
final class EveryPage {

    private final Registry registry;
    private final Freshness freshness;
    private final NightlyProof proof;

    EveryPage(Registry registry, Freshness freshness, NightlyProof proof) {
        this.registry = registry;
        this.freshness = freshness;
        this.proof = proof;
    }

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("say", new Words());
        model.addAttribute("practices", registry.practices());
        model.addAttribute("fresh", freshness.now());
        model.addAttribute("proof", proof.last().orElse(null));
    }
}
