package claimtrail.simulator;

/// Why nothing could be started: one sentence for the person at the terminal, who can do something about it.
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// The sentence.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
