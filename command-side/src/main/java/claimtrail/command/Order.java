package claimtrail.command;

import claimtrail.event.Actor;
import claimtrail.event.Source;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A command on its way: with who sends it, why, and by what clock.
///
/// @param today the door's clock: no business day of the command may be later
/// @param idempotencyKey the caller's key, where it sent one
/// @param requestHash SHA-256 of the canonical request as hexadecimal digits; present with a key
/// @param expectedVersion the stream's sequence the caller has seen (`If-Match`); refused as `VERSION_STALE` when
/// another
public record Order<C extends Command>(
        C command,
        Actor actor,
        Source source,
        UUID correlation,
        @Nullable UUID causation,
        LocalDate today,
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        @Nullable Long expectedVersion) {}
