package claimtrail.event.provider;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import org.jspecify.annotations.Nullable;

/// The life of a provider: a clinician or group that renders or bills.
public sealed interface ProviderEvent extends DomainEvent {

    /// A provider becomes known; naming a stub is a second event of the stream.
    ///
    /// @param npiValid false when the check digit fails: kept and flagged
    /// @param stub seen in claims only
    record ProviderRegistered(
            ExternalId number,
            @Nullable String name,
            @Nullable String npi,
            boolean npiValid,
            @Nullable String specialty,
            @Nullable String taxonomy,
            @Nullable String tin,
            boolean stub)
            implements ProviderEvent {}
}
