package claimtrail.command;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// Why the program does not start, in one sentence, with what to do about it.
final class StartFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException it) {
                return ofSchema(it);
            }
            if (cause instanceof FlywaySqlException) {
                return new FailureAnalysis(
                        "The database cannot be reached: " + deepest(cause),
                        "Start it, or correct claimtrail.database.url, owner-user and owner-password.",
                        cause);
            }
        }
        return null;
    }

    private static FailureAnalysis ofSchema(FlywayValidateException invalid) {
        var newer = String.valueOf(invalid.getMessage()).contains("not resolved locally");
        return newer
                ? new FailureAnalysis(
                        "The schema event_store is newer than this program.",
                        "Start the version of the program that made it, or a later one.",
                        invalid)
                : new FailureAnalysis(
                        "The schema event_store was not made by this program's migrations: " + invalid.getMessage(),
                        "Start with the database this program belongs to; migrations are never edited.",
                        invalid);
    }

    private static String deepest(Throwable cause) {
        var deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
