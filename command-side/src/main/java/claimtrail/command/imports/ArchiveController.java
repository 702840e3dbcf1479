package claimtrail.command.imports;

import claimtrail.command.web.Caller;
import claimtrail.command.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What became of archives of several files. Each of their files is an import of its own.
@RestController
@RequestMapping("/api/admin/archives")
@Tag(name = "imports", description = "Files taken in, and their reports")
final class ArchiveController {

    private final Archives archives;
    private final CallersPractice practices;

    ArchiveController(Importer importer, CallersPractice practices) {
        this.archives = importer.archives();
        this.practices = practices;
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far the files of an archive are, or what they came to")
    @Refuses("ARCHIVE_UNKNOWN")
    ArchiveReport report(Caller caller, @PathVariable UUID id) {
        return known(caller, id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Progress as server-sent events, until all files of the archive are read")
    @Refuses("ARCHIVE_UNKNOWN")
    SseEmitter events(Caller caller, @PathVariable UUID id) {
        var report = known(caller, id);
        var run = archives.running(id);
        return ProgressEvents.of(
                run.isEmpty() ? null : run.get()::listen,
                report,
                it -> it.state().isOver());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Break an archive off: the file being read, and those behind it")
    @Refuses("ARCHIVE_UNKNOWN")
    ResponseEntity<Object> cancel(Caller caller, @PathVariable UUID id) {
        known(caller, id);
        archives.running(id).ifPresent(ArchiveRun::cancel);
        return ResponseEntity.accepted().build();
    }

    /// An archive of another practice is unknown to whoever asks for one.
    private ArchiveReport known(Caller caller, UUID id) {
        var practice = practices.of(caller);
        return archives.report(id)
                .filter(report -> report.practice().equals(practice))
                .orElseThrow(() -> new ImportRefused(id, "ARCHIVE_UNKNOWN", 404));
    }
}
