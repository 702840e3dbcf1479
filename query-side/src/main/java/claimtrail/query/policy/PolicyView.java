package claimtrail.query.policy;

import claimtrail.query.number.Measured;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A policy in its newest version, with what it hits and denies.
///
/// @param codes to which it applies; empty: every code
/// @param retiredOn absent while it holds
/// @param metrics of the window; counts of 0 and rates that are not known for one that never matched
/// @param patterns not resolved or archived that share a code
/// @param asserted what a source said and nobody tested: its hits here, and its own figures under its own names
public record PolicyView(
        UUID id,
        String number,
        int version,
        String name,
        String mode,
        @Nullable String topic,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable LocalDate retiredOn,
        List<String> codes,
        List<String> carcs,
        Metrics metrics,
        long providers,
        long patterns,
        Asserted asserted) {

    /// What a policy does.
    ///
    /// @param hitRate of all claims submitted in the window
    /// @param violationRate of the claims submitted in the window that it hits
    /// @param denialRateOfHits of the claims submitted in the window that it hits
    /// @param previous denial rate of as many days before
    /// @param trend `up`, `down` or `stable`; absent where either rate is not known
    public record Metrics(
            Measured hits,
            Measured hitLines,
            Measured hitRate,
            Measured violationRate,
            Measured decided,
            Measured denied,
            Measured denialRate,
            Measured denialRateOfHits,
            Measured appealRate,
            Measured overturnRate,
            Measured impactCents,
            Measured previous,
            @Nullable String trend) {}

    /// What a source said of it.
    ///
    /// @param hits claims of which a source said that it applies
    /// @param denied claims of which a source said that it denied them
    /// @param origin of the source
    /// @param figures its own, under its own names; nobody counts them
    public record Asserted(
            Measured hits,
            Measured decided,
            Measured denied,
            @Nullable String origin,
            JsonNode figures) {}
}
