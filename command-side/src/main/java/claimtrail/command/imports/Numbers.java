package claimtrail.command.imports;

import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.OutsideNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Looks up numbers of the outside world: the importer's view of the directory.
public interface Numbers {

    /// The stream that a number names.
    Optional<UUID> find(UUID practice, String kind, String key);

    /// The streams of those numbers that name one.
    default Map<OutsideNumber, UUID> findAll(List<OutsideNumber> wanted) {
        var found = new HashMap<OutsideNumber, UUID>();
        wanted.forEach(it -> find(it.practice(), it.kind(), it.key()).ifPresent(stream -> found.put(it, stream)));
        return found;
    }

    /// Entries whose key starts with a text.
    List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit);

    /// The same in several kinds, in the order of the kinds.
    ///
    /// @param limit for each kind
    default List<DirectoryEntry> startingWith(UUID practice, List<String> kinds, String prefix, int limit) {
        return kinds.stream()
                .flatMap(kind -> startingWith(practice, kind, prefix, limit).stream())
                .toList();
    }
}
