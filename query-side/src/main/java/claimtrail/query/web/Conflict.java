package claimtrail.query.web;

/// What was asked for cannot be had while something else goes on.
public final class Conflict extends RuntimeException {

    private final String code;

    /// @param code stable, for programs: `JOB_IN_PROGRESS`
    /// @param because for people
    public Conflict(String code, String because) {
        super(because);
        this.code = code;
    }

    String code() {
        return code;
    }
}
