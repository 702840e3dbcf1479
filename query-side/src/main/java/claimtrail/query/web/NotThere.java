package claimtrail.query.web;

/// What was asked for does not exist.
public final class NotThere extends RuntimeException {

    private final String code;

    /// @param code stable, for programs: `CLAIM_UNKNOWN`
    public NotThere(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
