package claimtrail.command;

import org.springframework.boot.diagnostics.FailureAnalysis;

/// What this side itself finds wrong with the place where it is to run.
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /// @param sentence what is wrong
    /// @param remedy what to do about it
    CannotStart(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    FailureAnalysis analysis() {
        return new FailureAnalysis(getMessage(), remedy, this);
    }
}
