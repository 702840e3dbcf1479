package claimtrail.proof;

/// A file that is no evidence, or no whole one.
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param says what is wrong, with the line, in a sentence
    Unreadable(String says) {
        super(says);
    }
}
