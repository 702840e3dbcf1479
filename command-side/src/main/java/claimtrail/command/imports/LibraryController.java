package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.imports.LibraryReport.Mode;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Malformed;
import claimtrail.command.web.Refuses;
import claimtrail.event.imports.ImportEvent.Format;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The door for whole libraries of policies. Who names no practice loads them for the platform.
@RestController
@RequestMapping("/api/policies")
@Tag(name = "policies", description = "Rules of payers and of the public")
final class LibraryController {

    private final CommandPort port;
    private final Numbers numbers;
    private final RulebookShelf shelf;
    private final CallersPractice practices;
    private final Recognition recognition;

    LibraryController(
            CommandPort port,
            Numbers numbers,
            RulebookShelf shelf,
            CallersPractice practices,
            MappingProfiles profiles) {
        this.port = port;
        this.numbers = numbers;
        this.shelf = shelf;
        this.practices = practices;
        this.recognition = new Recognition(profiles);
    }

    @PostMapping("/library")
    @Operation(
            summary = "Load a library of rules: a JSON array, or an object with the array 'policies'",
            description =
                    "mode=merge adds and revises; mode=replace also retires what the same source no longer names.")
    @Refuses({"FORMAT_INVALID", "FILE_TOO_LARGE"})
    LibraryReport load(Caller caller, HttpServletRequest request, @RequestParam(defaultValue = "merge") String mode)
            throws IOException {
        var asked = mode(mode);
        var owner = caller.practice() == null ? Command.PLATFORM : practices.of(caller);
        var today = practices.today(owner);
        var file = LibraryFile.read(request.getInputStream());
        var recognised = recognition.of(file, owner, null, today);
        var reader = recognised.reader();
        if (reader == null || (recognised.format() != Format.PORTAL_JSON && recognised.format() != Format.OWN_JSON)) {
            throw new ImportRefused(null, "FORMAT_INVALID", 422);
        }
        var load = new LibraryLoad(port, numbers, owner, caller.user(), today);
        reader.read(file, new Entries(load));
        shelf.catchUp();
        return load.end(asked, shelf.inForce());
    }

    private static Mode mode(String word) {
        return Arrays.stream(Mode.values())
                .filter(it -> it.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "/mode", "Say merge or replace, not " + word.strip().toLowerCase(Locale.ROOT) + "."));
    }

    /// The entries, told one after the other as they are read.
    private record Entries(LibraryLoad load) implements FileReader.RecordSink {

        @Override
        public void record(FileRecord found) {
            load.take(found);
        }

        @Override
        public void note(Note note, String place, long from, long to) {}

        @Override
        public void reached(long bytes) {}
    }
}
