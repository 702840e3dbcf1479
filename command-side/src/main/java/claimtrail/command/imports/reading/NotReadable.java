package claimtrail.command.imports.reading;

import claimtrail.event.imports.ImportEvent.Severity;

/// A record cannot become facts: thrown inside a reader, which turns it into a refused or held record. Carries a code
/// and a place, never the text that was found.
public final class NotReadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final Severity severity;

    /// The record is refused.
    public NotReadable(String code, String field) {
        this(code, field, Severity.REFUSED);
    }

    private NotReadable(String code, String field, Severity severity) {
        super(code, null, false, false);
        this.code = code;
        this.field = field;
        this.severity = severity;
    }

    /// The record states no fact of a claim, and the finding keeps what it says.
    public static NotReadable kept(String code, String field) {
        return new NotReadable(code, field, Severity.WARNING);
    }

    /// The record waits for a person.
    public static NotReadable held(String code, String field) {
        return new NotReadable(code, field, Severity.HELD);
    }

    public String code() {
        return code;
    }

    public String field() {
        return field;
    }

    public Severity severity() {
        return severity;
    }
}
