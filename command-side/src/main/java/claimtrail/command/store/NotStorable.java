package claimtrail.command.store;

/// The log cannot hold what it was handed, such as a version of 0 or an event id used twice: a fault of the
/// program, not a conflict between writers. Nothing was written; others who wrote at the same time are not
/// concerned.
public final class NotStorable extends RuntimeException {

    NotStorable(String message) {
        super(message);
    }

    NotStorable(String message, Throwable cause) {
        super(message, cause);
    }
}
