package claimtrail.query.audit;

import claimtrail.query.integrity.SignedLog;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.proof.LogExport;
import claimtrail.query.proof.Packs;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.ParameterRefused;
import claimtrail.query.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an outsider takes home to check: a figure with all its facts, or the whole log. Written as it is read, so that
/// nothing has to fit into memory; what breaks off has no last line, and is no evidence.
@RestController
final class EvidenceController {

    private static final int DAYS = 30;
    private static final int BUFFER = 1 << 16;

    private final Asking asking;
    private final Packs packs;
    private final LogExport export;
    private final SignedLog signed;

    EvidenceController(Asking asking, Packs packs, LogExport export, SignedLog signed) {
        this.asking = asking;
        this.packs = packs;
        this.export = export;
        this.signed = signed;
    }

    @GetMapping(path = "/api/audit/pack", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void pack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var given = Asking.parameters(request.getParameterMap(), Explain.QUESTION);
        var definition = definition(given);
        var asked = asking.about(given.text("asOf").isPresent() ? given : asOfCheckpoint(given, request), DAYS);
        var pack = packs.of(asked, definition, Explain.only(given, asked, definition));
        send(request, response, definition.id() + "-" + asked.asOf() + ".pack.ndjson", out -> packs.write(pack, out));
    }

    @GetMapping(path = "/api/audit/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var upTo = asking.asOf(new Parameters(request.getParameterMap(), Set.of("asOf")));
        var _ = signed.key();
        send(request, response, "log-" + upTo + ".ndjson", out -> export.write(upTo, out));
    }

    /// Where nobody says as of when, a pack is of what is signed: facts of the last minutes may not be yet.
    private Parameters asOfCheckpoint(Parameters given, HttpServletRequest request) {
        var size = signed.newest().checkpoint().size();
        if (asking.asOf(given) <= size) {
            return given;
        }
        Map<String, String[]> as = new HashMap<>(request.getParameterMap());
        as.put("asOf", new String[] {Long.toString(size)});
        return Asking.parameters(as, Explain.QUESTION);
    }

    private static Definition definition(Parameters given) {
        var id = given.text("metric")
                .orElseThrow(() -> new ParameterRefused("METRIC_MISSING", "metric", "Say which figure."));
        return Definitions.find(id).orElseThrow(() -> new NotThere("METRIC_UNKNOWN"));
    }

    private interface Content {
        void write(OutputStream out);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String name, Content content)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            try (var out = new GZIPOutputStream(response.getOutputStream(), BUFFER)) {
                content.write(out);
            }
        } else {
            content.write(response.getOutputStream());
        }
    }
}
