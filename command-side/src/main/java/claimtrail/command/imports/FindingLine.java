package claimtrail.command.imports;

import claimtrail.command.imports.reading.Note;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a rejection report: places, counts and public codes, never an element's text.
///
/// @param place segment number, row or JSON pointer; empty for the file as a whole
/// @param byteOffset first byte of the record in the unpacked file
/// @param where element, column or JSON pointer inside the record; of money without a claim its reason code and cents
/// @param message a fixed sentence of the code
/// @param claim the claim's stream, where one is concerned
record FindingLine(
        UUID importId,
        String file,
        String place,
        long byteOffset,
        long length,
        String where,
        Severity severity,
        String code,
        String message,
        @Nullable UUID claim) {

    static FindingLine of(UUID importId, String sha256, RecordNoted noted) {
        var field = noted.field();
        return new FindingLine(
                importId,
                "sha256:" + sha256,
                noted.place(),
                noted.from(),
                noted.to() - noted.from(),
                field == null ? "" : field,
                noted.severity(),
                noted.code(),
                Sentences.of(noted.code()),
                noted.claim());
    }

    static RecordNoted noted(Note note, String place, long from, long to, @Nullable UUID claim) {
        return new RecordNoted(
                place, from, to, note.severity(), note.code(), note.field().isEmpty() ? null : note.field(), claim);
    }
}
