package claimtrail.proof;

/// Evidence that does not show what it says.
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param says what is not so, and where, in a sentence
    Refused(String says) {
        super(says);
    }
}
