package claimtrail.query.imports;

import claimtrail.query.imports.ImportView.Report;
import claimtrail.query.web.Asking;
import claimtrail.query.web.NotThere;
import claimtrail.query.web.Page;
import claimtrail.query.web.Page.Pagination;
import claimtrail.query.web.Parameters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// What became of the files that were sent.
@RestController
final class ImportController {

    private final ImportSearch search;
    private final Asking asking;

    ImportController(ImportSearch search, Asking asking) {
        this.search = search;
        this.asking = asking;
    }

    record Files(List<ImportView> imports, Pagination pagination) {}

    @GetMapping("/api/imports")
    Files list(WebRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("practice", "page", "limit"));
        var practice = asking.practice(given).id();
        var page = Page.of(given);
        return new Files(search.list(practice, page.limit(), page.offset()), page.of(search.count(practice)));
    }

    @GetMapping("/api/imports/{id}")
    Report one(@PathVariable UUID id, WebRequest request) {
        var page = Page.of(new Parameters(request.getParameterMap(), Set.of("page", "limit")));
        return search.find(id, page.limit(), page.offset()).orElseThrow(() -> new NotThere("IMPORT_UNKNOWN"));
    }
}
