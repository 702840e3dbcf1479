package claimtrail.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import claimtrail.event.Actor;
import claimtrail.event.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Appends as tests need them.
final class Writing {

    static final UUID PRACTICE = new UUID(1, 1);

    private Writing() {}

    /// An append of some events to one stream.
    static Append events(UUID stream, long firstSequence, int count) {
        var events = new ArrayList<NewEvent>();
        for (var i = 0; i < count; i++) {
            events.add(event(stream, firstSequence + i));
        }
        return new Append(events, List.of(), List.of(), null);
    }

    static NewEvent event(UUID stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID(),
                "light",
                stream,
                sequence,
                "light.lit",
                1,
                PRACTICE,
                new Actor(Actor.Kind.USER, "u1"),
                null,
                new UUID(7, 7),
                new Source.Api("u1"),
                "{\"sequence\":%d}".formatted(sequence).getBytes(UTF_8));
    }

    static Append named(Append append, DirectoryEntry... entries) {
        return new Append(append.events(), List.of(entries), append.vault(), append.idempotencyKey());
    }

    static Append keyed(Append append, IdempotencyKey key) {
        return new Append(append.events(), append.directory(), append.vault(), key);
    }

    static Append withText(Append append, VaultEntry... texts) {
        return new Append(append.events(), append.directory(), List.of(texts), append.idempotencyKey());
    }

    static DirectoryEntry number(String key, UUID stream) {
        return new DirectoryEntry(PRACTICE, "light-number", key, stream);
    }
}
