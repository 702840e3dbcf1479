package claimtrail.query.audit;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.web.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an answer answers: everything that was asked, and everything that was left open and how it was filled in.
///
/// @param asOf the log position up to which was counted
/// @param knownAt when that position was learnt
/// @param fold who counted
/// @param rule how denials were read
/// @param simulated the practice is one that runs write to
public record Meta(
        UUID practice,
        boolean simulated,
        @Nullable UUID payer,
        @Nullable UUID provider,
        String basis,
        LocalDate from,
        LocalDate to,
        LocalDate day,
        long asOf,
        @Nullable Instant knownAt,
        String fold,
        String rule,
        Assumed assumed,
        Lag lag) {

    /// Facts of the window that nobody told us: days, and charges divided over their lines.
    public record Assumed(long days, long splits) {}

    /// How far behind the log the figures are.
    ///
    /// @param events facts that wait to be counted
    /// @param millis age of the oldest of them; 0 when none waits
    public record Lag(long events, long millis) {}

    /// What was asked.
    static Meta of(Asked asked, Assumed assumed, Lag lag) {
        return new Meta(
                asked.practice().id(),
                asked.practice().simulated(),
                asked.payer(),
                asked.provider(),
                asked.basis().word(),
                asked.window().from(),
                asked.window().to(),
                asked.window().to(),
                asked.asOf(),
                asked.knownAt(),
                asked.fold(),
                ClaimFold.version(asked.fold()).orElseThrow().rule().name(),
                assumed,
                lag);
    }
}
