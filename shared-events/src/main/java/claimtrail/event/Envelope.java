package claimtrail.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a fact stands in the log and how it came there; the same for every event.
///
/// @param position place in the log, dense from 1, in the order of commits
/// @param eventId identity of the fact
/// @param streamType the kind of stream: `claim`, `payer`, …
/// @param streamId the stream
/// @param sequence place in the stream, dense from 0
/// @param name stable name of the event, such as `claim.denied`
/// @param version version of the event's shape, from 1
/// @param recordedAt when we learnt it, UTC, whole milliseconds
/// @param practice the tenant; absent only for reference data of the platform
/// @param actor who brought the fact
/// @param causation the command or event that caused it
/// @param correlation the batch, file, run or request it belongs to
/// @param source where the fact can be looked up
public record Envelope(
        long position,
        UUID eventId,
        String streamType,
        UUID streamId,
        long sequence,
        String name,
        int version,
        Instant recordedAt,
        @Nullable UUID practice,
        Actor actor,
        @Nullable UUID causation,
        UUID correlation,
        Source source) {}
