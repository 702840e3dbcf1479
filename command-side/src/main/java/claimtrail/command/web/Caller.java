package claimtrail.command.web;

import org.jspecify.annotations.Nullable;

/// Who asks, for which practice, and with what promises; read from the request's headers and address. Controllers get
/// it as a parameter.
///
/// @param path method and path: part of what an idempotency key stands for
/// @param practice id or number of the practice: header `X-Practice`, or the query parameter `practice`
/// @param user pseudonymous key, `-` while nobody has to say who they are
/// @param idempotencyKey header `Idempotency-Key`
/// @param expectedVersion header `If-Match`: the stream's sequence that the caller has seen
public record Caller(
        String path,
        @Nullable String practice,
        String user,
        @Nullable String idempotencyKey,
        @Nullable Long expectedVersion) {}
