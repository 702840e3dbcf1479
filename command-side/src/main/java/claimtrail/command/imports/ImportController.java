package claimtrail.command.imports;

import claimtrail.command.Receipt;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.store.VaultEntry;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Malformed;
import claimtrail.command.web.Refuses;
import claimtrail.event.Ids;
import claimtrail.event.imports.ImportEvent.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The one door for files, and what became of them.
@RestController
@RequestMapping("/api/admin")
@Tag(name = "imports", description = "Files taken in, and their reports")
final class ImportController {

    /// Up to this size the answer waits for the report.
    private static final long WAITED_FOR_BYTES = 1_000_000;

    private final Importer importer;
    private final Previews previews;
    private final CallersPractice practices;

    ImportController(Importer importer, Previews previews, CallersPractice practices) {
        this.importer = importer;
        this.previews = previews;
        this.practices = practices;
    }

    @PostMapping("/claims/import")
    @Operation(summary = "Take a file in; its kind is found out from its first bytes")
    @Refuses({
        "FORMAT_INVALID",
        "PROFILE_INVALID",
        "FILE_TOO_LARGE",
        "FILE_IN_PROGRESS",
        "ARCHIVE_SUSPECT",
        "ARCHIVE_INVALID",
        "STORAGE_FULL",
        "PREVIEW_OF_TABLES_ONLY"
    })
    ResponseEntity<Object> take(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean preview)
            throws IOException {
        var practice = practices.of(caller);
        if (preview) {
            return ResponseEntity.ok(previews.of(
                    new ImportRequest(practice, profile, true, practices.today(practice)), request.getInputStream()));
        }
        var taken = importer.take(
                new ImportRequest(practice, profile, dryRun, practices.today(practice)), request.getInputStream());
        return switch (taken) {
            case ImportRun run -> {
                var place = URI.create("/api/admin/imports/" + run.id());
                yield dryRun || run.report().bytes() <= WAITED_FOR_BYTES
                        ? ResponseEntity.ok().location(place).body(run.await())
                        : ResponseEntity.accepted().location(place).body(run.report());
            }
            case ArchiveRun run -> {
                var place = URI.create("/api/admin/archives/" + run.id());
                yield dryRun || run.report().bytes() <= WAITED_FOR_BYTES
                        ? ResponseEntity.ok().location(place).body(run.await())
                        : ResponseEntity.accepted().location(place).body(run.report());
            }
        };
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "How far an import is, or what it came to")
    @Refuses("IMPORT_UNKNOWN")
    ImportReport report(Caller caller, @PathVariable UUID id) {
        return known(caller, id);
    }

    @GetMapping(path = "/imports/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Progress as server-sent events, until the import is over")
    @Refuses("IMPORT_UNKNOWN")
    SseEmitter events(Caller caller, @PathVariable UUID id) {
        var report = known(caller, id);
        var run = importer.running(id);
        return ProgressEvents.of(
                run.isEmpty() ? null : run.get()::listen,
                report,
                it -> it.state().isOver());
    }

    @DeleteMapping("/imports/{id}")
    @Operation(summary = "Break an import off; the same bytes go on where it stopped")
    @Refuses("IMPORT_UNKNOWN")
    ResponseEntity<Object> cancel(Caller caller, @PathVariable UUID id) {
        known(caller, id);
        importer.running(id).ifPresent(ImportRun::cancel);
        return ResponseEntity.accepted().build();
    }

    @GetMapping(path = "/imports/{id}/report.csv", produces = "text/csv")
    @Operation(summary = "The findings as a table: places and codes, never an element's text")
    @Refuses("IMPORT_UNKNOWN")
    ResponseEntity<StreamingResponseBody> table(Caller caller, @PathVariable UUID id) {
        known(caller, id);
        var findings = importer.findings(id).orElseThrow(() -> new ImportRefused(id, "IMPORT_UNKNOWN", 404));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out -> FindingsTable.write(findings, out));
    }

    @PostMapping("/imports/{id}/records/{place}/verdict")
    @Operation(summary = "Accept or discard a held record, by its segment or row number")
    @Refuses({"IMPORT_UNKNOWN", "RECORD_UNKNOWN", "RECORD_NOT_HELD", "RECORD_NOT_ACCEPTABLE"})
    ResponseEntity<Object> judge(
            Caller caller, @PathVariable UUID id, @PathVariable String place, @RequestBody VerdictRequest body)
            throws IOException {
        return judged(caller, id, place, body);
    }

    @PostMapping("/imports/{id}/records/verdict")
    @Operation(summary = "Accept or discard a held record, by its JSON pointer")
    @Refuses({"IMPORT_UNKNOWN", "RECORD_UNKNOWN", "RECORD_NOT_HELD", "RECORD_NOT_ACCEPTABLE"})
    ResponseEntity<Object> judgeAt(
            Caller caller, @PathVariable UUID id, @RequestParam String place, @RequestBody VerdictRequest body)
            throws IOException {
        return judged(caller, id, place, body);
    }

    /// A person's word on a held record.
    ///
    /// @param reason why; goes into the vault
    record VerdictRequest(
            @Nullable Verdict verdict, @Nullable String reason) {}

    private ResponseEntity<Object> judged(Caller caller, UUID id, String place, VerdictRequest body)
            throws IOException {
        var report = known(caller, id);
        var verdict = body.verdict();
        if (verdict == null) {
            throw new Malformed("/verdict", "Say ACCEPTED or DISCARDED.");
        }
        var practice = report.practice();
        var today = practices.today(practice);
        var reason = body.reason() == null
                ? null
                : new VaultEntry(Ids.next(), practice, practice, body.reason().getBytes(StandardCharsets.UTF_8));
        var command = new JudgeRecord(id, practice, place, verdict, today, reason);
        var receipt = importer.judge(report, command, caller.user());
        return switch (receipt) {
            case Receipt.Done done -> ResponseEntity.ok(done);
            case Receipt.Declined declined -> ImportProblems.of(declined.status(), declined.code(), declined.field());
        };
    }

    /// An import of another practice is unknown to whoever asks for one.
    private ImportReport known(Caller caller, UUID id) {
        var practice = practices.of(caller);
        return importer.report(id)
                .filter(report -> report.practice().equals(practice))
                .orElseThrow(() -> new ImportRefused(id, "IMPORT_UNKNOWN", 404));
    }
}
