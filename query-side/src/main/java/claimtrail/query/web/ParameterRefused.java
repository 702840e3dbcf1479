package claimtrail.query.web;

/// A question that cannot be answered as it was put.
public final class ParameterRefused extends RuntimeException {

    private final String code;
    private final String parameter;

    /// @param code stable, for programs
    /// @param parameter the one at fault
    /// @param because for people; without any content of a claim
    public ParameterRefused(String code, String parameter, String because) {
        super(because);
        this.code = code;
        this.parameter = parameter;
    }

    String code() {
        return code;
    }

    String parameter() {
        return parameter;
    }
}
