package claimtrail.command.imports;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A person of a file and the key under which we know him or her. Looked up once, by the first lane that needs it: the
/// thread that reads the file must not wait for the database, or records come one at a time.
final class Person {

    private final Supplier<UUID> search;
    private @Nullable UUID key;

    private Person(Supplier<UUID> search, @Nullable UUID key) {
        this.search = search;
        this.key = key;
    }

    static Person known(UUID key) {
        return new Person(() -> key, key);
    }

    /// One who is looked up when asked for; equal persons of a file must share this object.
    static Person by(Supplier<UUID> search) {
        return new Person(search, null);
    }

    /// The key, the same for every caller.
    synchronized UUID key() {
        var found = key;
        if (found == null) {
            found = search.get();
            key = found;
        }
        return found;
    }
}
