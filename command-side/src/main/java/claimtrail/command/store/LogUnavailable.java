package claimtrail.command.store;

/// The database behind the log did not answer, or the log is closed. Nothing was written by halves; whether it was
/// written at all is not known when the connection broke during the commit. Loading and deciding again is always safe.
public final class LogUnavailable extends RuntimeException {

    LogUnavailable(String message) {
        super(message);
    }

    LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
