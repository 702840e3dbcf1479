package claimtrail.command.imports.csv;

/// A mapping profile that cannot be used.
public final class ProfileInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    ProfileInvalid(String pointer, String remedy) {
        super(remedy, null, false, false);
        this.pointer = pointer;
    }

    /// Where the wrong member stands, as a JSON pointer.
    public String pointer() {
        return pointer;
    }

    /// What to do about it.
    public String remedy() {
        return String.valueOf(getMessage());
    }
}
