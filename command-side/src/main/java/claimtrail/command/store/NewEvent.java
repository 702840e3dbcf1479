package claimtrail.command.store;

import claimtrail.event.Actor;
import claimtrail.event.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event about to be written. Position and instant are given by the log.
///
/// @param payload the exact bytes that are kept, and hashed by proofs
public record NewEvent(
        UUID eventId,
        String streamType,
        UUID streamId,
        long sequence,
        String name,
        int version,
        @Nullable UUID practice,
        Actor actor,
        @Nullable UUID causation,
        UUID correlation,
        Source source,
        byte[] payload) {}
