package claimtrail.command.imports;

import claimtrail.command.store.DirectoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Looks up numbers of the outside world: the importer's view of the directory.
public interface Numbers {

    /// The stream that a number names.
    Optional<UUID> find(UUID practice, String kind, String key);

    /// Entries whose key starts with a text.
    List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit);
}
