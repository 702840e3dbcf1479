package claimtrail.query.imports;

import claimtrail.query.audit.Knowledge;
import claimtrail.query.audit.Metas;
import claimtrail.query.imports.ImportView.Report;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// What became of the files that were sent.
@RestController
final class ImportController {

    private final ImportSearch search;
    private final Asking asking;
    private final Metas metas;

    ImportController(ImportSearch search, Asking asking, Metas metas) {
        this.search = search;
        this.asking = asking;
        this.metas = metas;
    }

    record Files(List<ImportView> imports, Pagination pagination, Knowledge meta) {}

    @GetMapping("/api/imports")
    ResponseEntity<Files> list(
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(request.getParameterMap(), Set.of("practice", "asOf", "page", "limit"));
        var practice = asking.practice(given);
        var asOf = asking.asOf(given);
        var page = Page.of(given);
        return Tagged.answer(has, asking.edition() + " imports " + practice.id() + " " + asOf + page, () -> {
            var found = search.find(practice.id(), asOf, page);
            return new Files(found.imports(), page.of(found.total()), metas.of(practice, asOf));
        });
    }

    record FileReport(@JsonUnwrapped Report report, Pagination pagination, Knowledge meta) {}

    @GetMapping("/api/imports/{id}")
    ResponseEntity<FileReport> one(
            @PathVariable UUID id,
            WebRequest request,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = new Parameters(request.getParameterMap(), Set.of("asOf", "page", "limit"));
        var asOf = asking.asOf(given);
        var page = Page.of(given);
        return Tagged.answer(has, asking.edition() + " import " + id + " " + asOf + page, () -> {
            var report = search.report(id, asOf, page).orElseThrow(() -> new NotThere("IMPORT_UNKNOWN"));
            return new FileReport(
                    report, page.of(report.notesInAll()), metas.of(asking.practice(report.practice(), asOf), asOf));
        });
    }
}
