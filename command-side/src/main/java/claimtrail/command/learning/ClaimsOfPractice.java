package claimtrail.command.learning;

import claimtrail.command.store.EventLog;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which claims are a practice's.
final class ClaimsOfPractice {

    private final EventLog log;

    ClaimsOfPractice(EventLog log) {
        this.log = log;
    }

    /// Whether a claim is one of the practice; true where none is named.
    ///
    /// @throws claimtrail.command.store.LogUnavailable if the database fails
    boolean knows(UUID practice, @Nullable UUID claim) {
        return claim == null
                || log.streams().read(claim, 0).stream()
                        .map(it -> it.envelope())
                        .anyMatch(it -> it.streamType().equals("claim") && practice.equals(it.practice()));
    }
}
