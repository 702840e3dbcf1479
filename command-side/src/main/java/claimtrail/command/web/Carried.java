package claimtrail.command.web;

import java.util.UUID;

/// The answer to a request that was carried out.
///
/// @param id the stream
/// @param version sequence of the stream's last event; the `ETag`
/// @param position the place in the log from which on a reader sees the outcome
/// @param events how many facts were written; 0 when the same had been accepted before
public record Carried(UUID id, long version, long position, int events) {}
