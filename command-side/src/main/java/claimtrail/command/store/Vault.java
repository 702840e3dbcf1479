package claimtrail.command.store;

import claimtrail.command.store.Gathering.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Persons, apart from facts: text is encrypted under a key of its owner, and destroying that key removes the person
/// from the database and from every copy of it, while all facts and figures stay.
///
/// A node keeps the keys it used last in memory. One destroyed by another node may still be used there to write, but
/// what it writes cannot be read by anybody.
public final class Vault implements AutoCloseable {

    private static final int KEYS_IN_MEMORY = 20_000; // of about 300 bytes each

    private static final String KEYS = """
            select k.owner, k.wrapped
              from event_store.data_key k
             where k.owner = any (?::uuid[])
            """;

    private static final String ENTRY = """
            select e.owner, e.ciphertext, k.wrapped, k.destroyed_at
              from event_store.vault_entry e
              join event_store.data_key k on k.owner = e.owner
             where e.ref = ?
            """;

    private static final String DESTROY = """
            insert into event_store.data_key (owner, wrapped, destroyed_at)
            values (?, null, clock_timestamp())
            on conflict (owner) do update set wrapped = null, destroyed_at = excluded.destroyed_at
             where data_key.destroyed_at is null
            """;

    private static final String NEW_KEY = """
            insert into event_store.data_key (owner, wrapped)
            values (?, ?)
            on conflict (owner) do nothing
            """;

    private static final String KEY = """
            select k.wrapped
              from event_store.data_key k
             where k.owner = ?
            """;

    /// What the database says about the key of an owner.
    private record Found(boolean known, byte @Nullable [] wrapped) {}

    private final LogConnections connections;
    private final MasterKey master;
    private final Gathering<UUID, Found> stored;

    @SuppressWarnings("serial")
    private final Map<UUID, DataKey> ring = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DataKey> eldest) {
            return size() > KEYS_IN_MEMORY;
        }
    };

    Vault(LogConnections connections, MasterKey master) {
        this.connections = connections;
        this.master = master;
        this.stored = new Gathering<UUID, Found>("log-keys", _ -> 1, 512, this::findKeys).start();
    }

    /// The master key of a machine that has no better place for one; made at the first start, readable by its owner
    /// only.
    public static MasterKey developmentKey(Path file) {
        if (!Files.exists(file)) {
            MasterKey.create(file);
        }
        return MasterKey.of(file);
    }

    /// The text under a reference.
    ///
    /// @throws LogUnavailable if the database fails
    /// @throws IllegalStateException if the text was changed, or the master key is not the one it was written under
    public VaultText open(UUID ref) {
        return connections.read(connection -> {
            try (var statement = connection.prepareStatement(ENTRY)) {
                statement.setObject(1, ref);
                try (var row = statement.executeQuery()) {
                    return row.next() ? open(row, ref) : new VaultText.Unknown();
                }
            }
        });
    }

    private VaultText open(ResultSet row, UUID ref) throws SQLException {
        var removedAt = row.getObject(4, OffsetDateTime.class);
        if (removedAt != null) {
            return new VaultText.Removed(removedAt.toInstant());
        }
        try {
            var key = DataKey.open(row.getObject(1, UUID.class), row.getBytes(3), master);
            return new VaultText.Legible(key.decrypt(row.getBytes(2), ref));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault entry " + ref + " does not open", e);
        }
    }

    /// Removes a person: nothing under this owner can be read again, by anybody, and nothing new is kept.
    ///
    /// @throws LogUnavailable if the database fails
    public void destroy(UUID owner) {
        try (var connection = connections.take();
                var statement = connection.prepareStatement(DESTROY)) {
            statement.setObject(1, owner);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("cannot destroy the key", e);
        }
        forget(List.of(owner));
    }

    /// Encrypts files of an owner, outside the database. The key is kept before it is used: what is written under it
    /// opens after any crash.
    ///
    /// @param owner of files only: no text of the vault is kept under it
    /// @throws LogUnavailable if the database fails
    /// @throws IllegalStateException if the key was destroyed, or does not open under this master key
    public FileCipher files(UUID owner) {
        try (var connection = connections.take();
                var insert = connection.prepareStatement(NEW_KEY);
                var select = connection.prepareStatement(KEY)) {
            insert.setObject(1, owner);
            insert.setBytes(2, DataKey.wrapped(owner, master));
            insert.executeUpdate();
            select.setObject(1, owner);
            try (var row = select.executeQuery()) {
                var wrapped = row.next() ? row.getBytes(1) : null;
                if (wrapped == null) {
                    throw new IllegalStateException("the key of the files of " + owner + " was destroyed");
                }
                return FileCipher.of(master.unwrap(wrapped, owner));
            }
        } catch (SQLException e) {
            throw new LogUnavailable("cannot read the key of files", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + owner + " does not open under this master key", e);
        }
    }

    /// Encrypts on the thread of the caller. The keys of new owners are written by the append itself.
    List<SealedText> seal(List<VaultEntry> entries) {
        var sealed = new ArrayList<SealedText>(entries.size());
        for (var entry : entries) {
            var key = keyOf(entry.owner());
            sealed.add(new SealedText(entry.ref(), entry.practice(), entry.owner(), key, encrypted(entry, key)));
        }
        return sealed;
    }

    /// Lets the database be asked again: another node gave these owners their keys.
    void forget(Collection<UUID> owners) {
        synchronized (ring) {
            ring.keySet().removeAll(new HashSet<>(owners));
        }
    }

    private static byte @Nullable [] encrypted(VaultEntry entry, @Nullable DataKey key) {
        try {
            return key == null ? null : key.encrypt(entry.plaintext(), entry.ref());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt the vault entry " + entry.ref(), e);
        }
    }

    /// Null when the key was destroyed.
    private @Nullable DataKey keyOf(UUID owner) {
        synchronized (ring) {
            var known = ring.get(owner);
            if (known != null) {
                return known;
            }
        }
        var found = stored.ask(owner);
        try {
            if (!found.known()) {
                return remember(DataKey.create(owner, master));
            }
            return found.wrapped() == null ? null : remember(DataKey.open(owner, found.wrapped(), master));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + owner + " does not open under this master key", e);
        }
    }

    /// Two callers may bring the first text of one owner at once; both use the key of the first.
    private DataKey remember(DataKey key) {
        synchronized (ring) {
            var first = ring.putIfAbsent(key.owner(), key);
            return first == null ? key : first;
        }
    }

    private List<Asked<UUID, Found>> findKeys(List<Asked<UUID, Found>> group) {
        var found = connections.read(connection ->
                query(connection, group.stream().map(Asked::question).toList()));
        group.forEach(it -> it.answer().complete(found.getOrDefault(it.question(), new Found(false, null))));
        return List.of();
    }

    private static Map<UUID, Found> query(Connection connection, List<UUID> owners) throws SQLException {
        try (var statement = connection.prepareStatement(KEYS)) {
            statement.setArray(1, connection.createArrayOf("uuid", owners.toArray()));
            var found = new HashMap<UUID, Found>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), new Found(true, rows.getBytes(2)));
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        stored.close();
    }
}
