package claimtrail.command.imports.reading;

import claimtrail.event.imports.ImportEvent.Severity;
import java.util.List;

/// One record of a file: where it stands, what it states, and what was found about it.
///
/// @param place segment number, row or JSON pointer
/// @param from first byte of the unpacked file
/// @param to the byte after the last
/// @param lane records of equal lane are stored in the order of the file: what names the claim or the sitting
/// @param statements in the order in which they are to be told; none when the record is refused
public record FileRecord(String place, long from, long to, String lane, List<Statement> statements, List<Note> notes) {

    public FileRecord {
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }

    /// A record of which nothing can be stored.
    public static FileRecord unreadable(String place, long from, long to, NotReadable why) {
        return new FileRecord(
                place, from, to, "", List.of(), List.of(new Note(why.severity(), why.code(), why.field(), false)));
    }

    /// Refused or held by its reader.
    public boolean stopped() {
        return notes.stream().anyMatch(note -> note.severity() != Severity.WARNING);
    }
}
