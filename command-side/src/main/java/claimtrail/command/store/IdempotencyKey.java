package claimtrail.command.store;

import java.util.UUID;

/// A caller's promise that equal keys mean equal requests.
///
/// @param scope the practice, or the all-zero id for platform-wide commands
/// @param key as sent by the caller, at most 200 characters
/// @param requestHash SHA-256 of the canonical request, as hexadecimal digits
public record IdempotencyKey(UUID scope, String key, String requestHash) {}
