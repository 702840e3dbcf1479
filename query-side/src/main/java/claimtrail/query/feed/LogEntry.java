package claimtrail.query.feed;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;

/// A fact as it stands in the log, its payload still in the bytes that were written.
public record LogEntry(Envelope envelope, byte[] payload) {

    /// The fact itself.
    ///
    /// @throws IllegalStateException if this program does not know it: a reader must stop, not guess
    public Recorded<DomainEvent> read() {
        return new Recorded<>(envelope, EventJson.read(envelope.name(), envelope.version(), payload));
    }
}
