package claimtrail.command.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one command wants to write, as one value: written wholly or not at all.
///
/// @param idempotencyKey absent when the caller made no promise
public record Append(
        List<NewEvent> events,
        List<DirectoryEntry> directory,
        List<VaultEntry> vault,
        @Nullable IdempotencyKey idempotencyKey) {}
