package claimtrail.command.web;

/// A request that cannot be read as a command. An exception, because it ends the reading wherever it is found.
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /// @param field JSON pointer of the field at fault
    /// @param sentence what is wrong with it; never what it holds
    public Malformed(String field, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /// JSON pointer of the field at fault.
    public String field() {
        return field;
    }

    /// What is wrong with it.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
