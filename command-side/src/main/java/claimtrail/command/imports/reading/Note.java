package claimtrail.command.imports.reading;

import claimtrail.event.imports.ImportEvent.Severity;

/// One finding: a public code and a place, never an element's text.
///
/// @param field element, column or JSON pointer inside the record; empty for the record as a whole
/// @param wholeFile counted for every record, written down once for the file
public record Note(Severity severity, String code, String field, boolean wholeFile) {

    /// Stored, but something is doubtful.
    public static Note warning(String code, String field) {
        return new Note(Severity.WARNING, code, field, false);
    }

    /// The same doubt about many records of the file.
    public static Note everywhere(String code) {
        return new Note(Severity.WARNING, code, "", true);
    }

    /// Nothing was stored.
    public static Note refused(String code, String field) {
        return new Note(Severity.REFUSED, code, field, false);
    }

    /// Waits for a person.
    public static Note held(String code, String field) {
        return new Note(Severity.HELD, code, field, false);
    }
}
