package claimtrail.query.feed;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import java.util.List;

/// Keeps rows by which people find things. Called with facts that are new to it, each stream in its order, inside the
/// transaction that moves the token.
public interface Projection {

    /// Writes what the facts change.
    void project(List<Recorded<DomainEvent>> facts);
}
