package claimtrail.query.page;

import claimtrail.query.audit.EventView;
import claimtrail.query.audit.Explain;
import claimtrail.query.claim.ClaimController;
import claimtrail.query.claim.ClaimLives;
import claimtrail.query.claim.ClaimSearch;
import claimtrail.query.claim.ClaimStatus;
import claimtrail.query.claim.WorkList;
import claimtrail.query.feed.LogReader;
import claimtrail.query.imports.ImportSearch;
import claimtrail.query.integrity.Proofs;
import claimtrail.query.integrity.SignedLog;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.provider.Registry;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Csv;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The pages. Everything that a page shows stands in its address, so a link shows it again.
@Controller
final class PageController {

    private static final int DAYS = 30;

    private final Asking asking;
    private final Registry registry;
    private final Dashboard dashboard;
    private final Explain explain;
    private final LogReader log;
    private final ClaimSearch claims;
    private final ClaimLives lives;
    private final WorkList workList;
    private final ImportSearch imports;
    private final Proofs proofs;
    private final SignedLog signed;
    private final Frame frame;

    PageController(
            Asking asking,
            Registry registry,
            Dashboard dashboard,
            Explain explain,
            LogReader log,
            ClaimSearch claims,
            ClaimLives lives,
            WorkList workList,
            ImportSearch imports,
            Proofs proofs,
            SignedLog signed,
            Frame frame) {
        this.asking = asking;
        this.registry = registry;
        this.dashboard = dashboard;
        this.explain = explain;
        this.log = log;
        this.claims = claims;
        this.lives = lives;
        this.workList = workList;
        this.imports = imports;
        this.proofs = proofs;
        this.signed = signed;
        this.frame = frame;
    }

    @GetMapping("/")
    String dashboard(WebRequest request, Model model) {
        if (registry.practices().isEmpty()) {
            return "nothing";
        }
        var asked =
                asking.about(frame.chosen(Asking.parameters(request.getParameterMap()), request, Asking.COMMON), DAYS);
        model.addAttribute("view", dashboard.of(asked));
        var lengths = new TreeSet<>(List.of(7L, 30L, 60L, 90L, 180L, 365L));
        lengths.add(asked.window().days());
        model.addAttribute("lengths", lengths);
        model.addAttribute("asked", asked);
        model.addAttribute("practice", asked.practice());
        return "dashboard";
    }

    @GetMapping("/why")
    String why(WebRequest request, Model model) {
        var given = Asking.parameters(request.getParameterMap(), Explain.PARAMETERS);
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        var definition = Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
        var part = given.word("part", Definition.Part.class).orElse(Definition.Part.NUMERATOR);
        var asked = asking.about(given, DAYS);
        var divided = Explain.PARTS.stream()
                .filter(name -> given.text(name).isPresent())
                .findFirst()
                .orElse("");
        var one = divided.isEmpty() ? null : given.text(divided).orElseThrow();
        model.addAttribute(
                "why", explain.why(asked, definition, part, Explain.only(given, asked, definition), Page.of(given)));
        model.addAttribute("definition", definition);
        model.addAttribute("asked", asked);
        model.addAttribute("practice", asked.practice());
        model.addAttribute("divided", divided);
        model.addAttribute("one", one);
        model.addAttribute(
                "table", Links.without(request.getParameterMap(), "/api/audit/explain", "page") + Csv.FORMAT + "=csv");
        var here = "/why?metric=" + id + "&" + asked.query()
                + (one == null ? "" : "&" + divided + "=" + URLEncoder.encode(one, StandardCharsets.UTF_8));
        model.addAttribute("here", here);
        model.addAttribute("pack", signed.covers(asked.asOf()) ? Links.pack(here) : null);
        return "why";
    }

    @GetMapping("/events/{position}")
    String event(@PathVariable long position, Model model) {
        var event = EventView.of(log.at(position).orElseThrow(() -> new NotThere("EVENT_UNKNOWN")));
        model.addAttribute("event", event);
        model.addAttribute(
                "payload",
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(event.payload()));
        model.addAttribute("effects", explain.effects(position));
        model.addAttribute("proof", proofs.find(position).orElse(null));
        return "event";
    }

    @GetMapping("/claims")
    String claims(WebRequest request, Model model) {
        if (registry.practices().isEmpty()) {
            return "nothing";
        }
        var given = frame.chosen(
                new Parameters(request.getParameterMap(), ClaimController.KNOWN), request, ClaimController.KNOWN);
        var practice = asking.practice(given);
        var wanted = ClaimController.wanted(given, practice, asking);
        var page = Page.of(given);
        var found = claims.find(wanted, page);
        model.addAttribute("practice", practice);
        model.addAttribute("payers", registry.payers(wanted.practice()));
        model.addAttribute("providers", registry.providers(wanted.practice()));
        model.addAttribute("statuses", ClaimStatus.values());
        model.addAttribute("fields", ClaimSearch.DateField.values());
        model.addAttribute("reasons", new java.util.TreeMap<>(ReasonNames.ALL));
        model.addAttribute("wanted", wanted);
        model.addAttribute("claims", found.claims());
        model.addAttribute("pagination", page.of(found.total()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/claims", "page"));
        return "claims";
    }

    @GetMapping("/claims/{id}")
    String claim(@PathVariable UUID id, WebRequest request, Model model) {
        var asOf = asking.asOf(new Parameters(request.getParameterMap(), Set.of("asOf")));
        model.addAttribute("life", lives.find(id, asOf).orElseThrow(() -> new NotThere("CLAIM_UNKNOWN")));
        return "claim";
    }

    @GetMapping("/work")
    String work(WebRequest request, Model model) {
        if (registry.practices().isEmpty()) {
            return "nothing";
        }
        var known = Set.of("practice", "state", "dueWithin", "day", "asOf", "page", "limit");
        var given = frame.chosen(new Parameters(request.getParameterMap(), known), request, known);
        var practice = asking.practice(given);
        var today = given.day("day").orElseGet(() -> asking.standardDay(given, practice));
        var wanted = new WorkList.Wanted(
                practice.id(),
                given.word("state", WorkList.State.class).orElse(null),
                null,
                null,
                given.number("dueWithin", 0, 3660).map(today::plusDays).orElse(null),
                asking.asOf(given));
        var page = Page.of(given);
        var open = workList.find(wanted, today, page);
        model.addAttribute("practice", practice);
        model.addAttribute("wanted", wanted);
        model.addAttribute("states", WorkList.State.values());
        model.addAttribute("dues", List.of("7", "30", "90"));
        model.addAttribute("dueWithin", given.text("dueWithin").orElse(""));
        model.addAttribute("today", today);
        model.addAttribute("totals", open.totals());
        model.addAttribute("items", open.items());
        model.addAttribute("pagination", page.of(open.totals().denials()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/work", "page"));
        return "work";
    }

    @GetMapping("/imports")
    String imports(WebRequest request, Model model) {
        if (registry.practices().isEmpty()) {
            return "nothing";
        }
        var known = Set.of("practice", "asOf", "page", "limit");
        var given = frame.chosen(new Parameters(request.getParameterMap(), known), request, known);
        var practice = asking.practice(given);
        var page = Page.of(given);
        model.addAttribute("practice", practice);
        var found = imports.find(practice.id(), asking.asOf(given), page);
        model.addAttribute("imports", found.imports());
        model.addAttribute("pagination", page.of(found.total()));
        model.addAttribute("here", Links.without(request.getParameterMap(), "/imports", "page"));
        return "imports";
    }

    @GetMapping("/imports/{id}")
    String file(@PathVariable UUID id, WebRequest request, Model model) {
        var given = new Parameters(request.getParameterMap(), Set.of("asOf", "page", "limit"));
        var page = Page.of(given);
        var report = imports.report(id, asking.asOf(given), page).orElseThrow(() -> new NotThere("IMPORT_UNKNOWN"));
        model.addAttribute("report", report);
        model.addAttribute("pagination", page.of(report.notesInAll()));
        model.addAttribute("here", "/imports/" + id + "?");
        return "import";
    }
}
