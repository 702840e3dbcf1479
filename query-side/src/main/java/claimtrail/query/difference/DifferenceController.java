package claimtrail.query.difference;

import claimtrail.query.audit.Explain;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.web.Csv;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Why is this number not what it was?
@RestController
final class DifferenceController {

    private static final Set<String> PARAMETERS = Stream.concat(
                    Explain.PARTS.stream(), Stream.of("metric", "page", "limit", Csv.FORMAT))
            .collect(Collectors.toUnmodifiableSet());

    private static final String[] COLUMNS = {
        "position",
        "part",
        "measure",
        "facet",
        "amount",
        "running",
        "name",
        "stream",
        "eventDay",
        "cohortDay",
        "recordedAt",
        "actor",
        "source",
        "cause",
        "says",
        "event"
    };

    private final Sides.Reading sides;
    private final Differences differences;

    DifferenceController(Sides.Reading sides, Differences differences) {
        this.sides = sides;
        this.differences = differences;
    }

    /// One figure at two positions, and every posting in between.
    @GetMapping("/api/audit/diff")
    @Nullable
    ResponseEntity<Difference> diff(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Sides.Reading.parameters(request.getParameterMap(), PARAMETERS);
        var definition = definition(given);
        var both = sides.of(request.getParameterMap(), PARAMETERS, 30);
        var only = Explain.only(given, both.second(), definition);
        if (Csv.wanted(request, given)) {
            Csv.answer(
                    response,
                    "difference-" + definition.id(),
                    COLUMNS,
                    table -> differences.each(both, definition, only, line -> write(table, line)));
            return null;
        }
        var page = Page.of(given);
        return Tagged.answer(
                has,
                "difference " + definition.id() + only + page + both,
                () -> differences.of(both, definition, only, page));
    }

    private static void write(Csv table, Difference.Line line) {
        table.row(
                line.position(),
                line.part(),
                line.measure(),
                line.facet(),
                line.amount(),
                line.running(),
                line.name(),
                line.stream(),
                line.eventDay(),
                line.cohortDay(),
                line.recordedAt(),
                line.actor(),
                line.source().shown(),
                line.cause(),
                line.says(),
                "/api/audit/events/" + line.position());
    }

    private static Definition definition(Parameters given) {
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        return Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
    }
}
