package claimtrail.query.audit;

import claimtrail.query.audit.Explanation.Effect;
import claimtrail.query.feed.LogReader;
import claimtrail.query.number.By;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.proof.Proof;
import claimtrail.query.proof.Prove;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Csv;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// Why is this number 11? Is it? And: show me that fact.
@RestController
final class AuditController {

    private final Asking asking;
    private static final Set<String> PARAMETERS =
            Stream.concat(Explain.PARAMETERS.stream(), Stream.of(Csv.FORMAT)).collect(Collectors.toUnmodifiableSet());

    private final Explain explain;
    private final Trail trail;
    private final Prove prove;
    private final Metas metas;
    private final LogReader log;

    AuditController(Asking asking, Explain explain, Trail trail, Prove prove, Metas metas, LogReader log) {
        this.asking = asking;
        this.explain = explain;
        this.trail = trail;
        this.prove = prove;
        this.metas = metas;
        this.log = log;
    }

    /// One page of the postings, or as a table all of them.
    @GetMapping("/api/audit/explain")
    @Nullable
    ResponseEntity<Explanation> explain(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), PARAMETERS);
        var definition = definition(given);
        var part = given.word("part", Definition.Part.class).orElse(Definition.Part.NUMERATOR);
        if (part == Definition.Part.DENOMINATOR && !definition.isRate()) {
            throw Parameters.invalid("part", definition.id() + " is not divided by anything.");
        }
        var page = Page.of(given);
        var asked = asking.about(given, 30);
        var only = Explain.only(given, asked, definition);
        if (Csv.wanted(request, given)) {
            Figures.check(asked, definition, By.WHOLE);
            Csv.answer(
                    response,
                    definition.id(),
                    Trail.COLUMNS,
                    table -> trail.write(table, asked, definition, part, only));
            return null;
        }
        return Tagged.answer(
                has,
                "explain " + definition.id() + part + only + page + asked,
                () -> explain.why(asked, definition, part, only, page));
    }

    /// A proof, and what it proves.
    record ProofAnswer(@JsonUnwrapped Proof proof, Meta meta) {}

    /// Counts anew at every call: that is what it is asked for.
    @GetMapping("/api/audit/prove")
    ProofAnswer prove(WebRequest request) {
        var given = Asking.parameters(request.getParameterMap(), Explain.QUESTION);
        var definition = definition(given);
        var asked = asking.about(given, 30);
        return new ProofAnswer(prove.prove(asked, definition, Explain.only(given, asked, definition)), metas.of(asked));
    }

    private static Definition definition(Parameters given) {
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        return Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
    }

    /// A fact with its effects.
    record EventAnswer(EventView event, List<Effect> postings) {}

    @GetMapping("/api/audit/events/{position}")
    EventAnswer event(@PathVariable long position, WebRequest request) {
        var _ = new Parameters(request.getParameterMap(), Set.of());
        var entry = log.at(position).orElseThrow(() -> new NotThere("EVENT_UNKNOWN"));
        return new EventAnswer(EventView.of(entry), explain.effects(position));
    }
}
