package claimtrail.command;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// Why the command side does not start: one sentence, and one on what to do about it.
@Order(Ordered.HIGHEST_PRECEDENCE) // the framework's own words for a port in use do not name our setting
final class StartFailures implements FailureAnalyzer {

    /// The exit code of a program that could not start and has said why.
    static final int EXIT_CODE = 3;

    private final @Nullable Environment environment;

    /// @param environment of the program that fails; null where it failed before it had one
    StartFailures(@Nullable Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var name = environment == null ? "" : environment.getProperty("spring.application.name", "");
        return name.equals("command-side") ? reason(failure).orElse(null) : null; // the sandbox has other programs too
    }

    /// What is known about a failure; empty where it is unforeseen.
    static Optional<FailureAnalysis> reason(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause)
                .flatMap(it -> Stream.ofNullable(known(it)))
                .findFirst();
    }

    private static @Nullable FailureAnalysis known(Throwable cause) {
        return switch (cause) {
            case CannotStart it -> it.analysis();
            case PortInUseException it ->
                new FailureAnalysis(
                        "Port %d is in use by another program.".formatted(it.getPort()),
                        "Stop it, or choose another port with --server.port.",
                        it);
            case FlywayValidateException it -> ofSchema(it);
            case SQLException it -> ofDatabase(it);
            default -> null;
        };
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

    /// By the class of the SQL state; every other one is unforeseen.
    private static @Nullable FailureAnalysis ofDatabase(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        var said = failure.getMessage();
        if (state.startsWith("28")) {
            return new FailureAnalysis(
                    "The database refuses the user or the password: " + said,
                    "Correct claimtrail.database.user and password, or owner-user and owner-password.",
                    failure);
        }
        if (state.startsWith("08") || state.startsWith("3D") || state.startsWith("57P")) {
            return new FailureAnalysis(
                    "The database cannot be reached: " + said,
                    "Start it, or correct claimtrail.database.url.",
                    failure);
        }
        if (state.equals("42501")) {
            return new FailureAnalysis(
                    "The database denies the command side a right that it needs: " + said,
                    "Give the roles of claimtrail.database the rights that docs/how-to/run.md names.",
                    failure);
        }
        return null;
    }
}
