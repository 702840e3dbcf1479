package claimtrail.event.provider;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import org.jspecify.annotations.Nullable;

/// The life of a practice: the organisation, and the tenant.
public sealed interface PracticeEvent extends DomainEvent {

    /// A practice joins.
    ///
    /// @param timeZone IANA name; business days are days in it
    /// @param simulated runs may write only here; a real practice never changes into one
    record PracticeRegistered(
            ExternalId number,
            String name,
            String timeZone,
            @Nullable String taxId,
            @Nullable String specialty,
            boolean simulated)
            implements PracticeEvent {}
}
