package claimtrail.metric;

import claimtrail.event.Actor;
import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Ids;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A log in memory: facts of several streams, in the order in which they are told.
public final class Log {

    public static final UUID PRACTICE = new UUID(7, 7);

    private final List<Recorded<?>> facts = new ArrayList<>();
    private final Map<UUID, Long> lengths = new HashMap<>();

    public Log add(String stream, DomainEvent... events) {
        for (var event : events) {
            var shape = EventCatalogue.of(event);
            var id = Ids.named(shape.streamType(), stream);
            var position = facts.size() + 1L;
            var sequence = lengths.merge(id, 1L, Long::sum) - 1;
            facts.add(new Recorded<>(
                    new Envelope(
                            position,
                            Ids.named("event", String.valueOf(position)),
                            shape.streamType(),
                            id,
                            sequence,
                            shape.name(),
                            shape.version(),
                            Instant.EPOCH.plusSeconds(position),
                            PRACTICE,
                            new Actor(Actor.Kind.USER, "test"),
                            null,
                            new UUID(8, position),
                            new Source.Api("test")),
                    event));
        }
        return this;
    }

    public List<Recorded<?>> facts() {
        return facts;
    }
}
