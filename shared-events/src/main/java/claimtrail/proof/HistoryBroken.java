package claimtrail.proof;

/// What was read is no history: a fact is missing, or contradicts those before it. A reader stops; it does not
/// guess.
public final class HistoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long position;
    private final String says;

    /// @param position the place in the log at which it shows
    /// @param says in a sentence, without any content of a claim
    public HistoryBroken(long position, String says) {
        super(says);
        this.position = position;
        this.says = says;
    }

    /// What is wrong, in a sentence.
    public String says() {
        return says;
    }

    /// The place in the log at which it shows.
    public long position() {
        return position;
    }
}
