package claimtrail.command.store;

import claimtrail.command.Command;
import claimtrail.command.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// A command on its way through one unit of work: who sent it, what it wants written beside its events, and what became
/// of it. Belongs to the thread of the command.
final class Delivery {

    /// Under this name it travels with the command message, and lies among the resources of the unit of work.
    static final String NAME = "claimtrail.delivery";

    /// What was written.
    ///
    /// @param version sequence of the last event written to the command's stream
    /// @param position of the last event; the head of the log when there was none
    record Written(long version, long position, int events) {}

    private final Order<?> order;
    private final List<DirectoryEntry> directory = new ArrayList<>();
    private final List<VaultEntry> vault = new ArrayList<>();
    private boolean accepted;
    private long loadedVersion = -1;
    private boolean fromMemory;
    private @Nullable Written written;

    Delivery(Order<?> order) {
        this.order = order;
    }

    /// The command that is being handled.
    ///
    /// @throws IllegalStateException if none is, or it came past [CommandSender]
    static Delivery current() {
        var delivery = find(CurrentUnitOfWork.get());
        if (delivery == null) {
            throw new IllegalStateException("nobody is named who sent this command: send it with CommandSender");
        }
        return delivery;
    }

    /// Null for a unit of work of something else.
    static @Nullable Delivery find(UnitOfWork<?> unit) {
        return unit.root().getResource(NAME);
    }

    Order<?> order() {
        return order;
    }

    /// The tenant as the log writes it: none for what belongs to the platform.
    @Nullable
    UUID practice() {
        var practice = order.command().practice();
        return practice.equals(Command.PLATFORM) ? null : practice;
    }

    /// The command was accepted, and these go into the same commit as its events.
    void accept(List<DirectoryEntry> numbers, List<VaultEntry> texts) {
        accepted = true;
        directory.addAll(numbers);
        vault.addAll(texts);
    }

    /// The command's stream was loaded.
    ///
    /// @param version sequence of its last event; -1 when there is none
    /// @param memory whether it was not read from the log, and another node may have written to it since
    void load(UUID stream, long version, boolean memory) {
        if (stream.equals(order.command().stream())) {
            loadedVersion = version;
            fromMemory = memory;
        }
    }

    long loadedVersion() {
        return loadedVersion;
    }

    boolean isFromMemory() {
        return fromMemory;
    }

    /// Whether something waits to be written although no event carried it there.
    boolean isLeftToWrite() {
        return accepted
                && written == null
                && (order.idempotencyKey() != null || !directory.isEmpty() || !vault.isEmpty());
    }

    /// These events and all that was enclosed, once.
    Append append(List<NewEvent> events) {
        var append = new Append(events, List.copyOf(directory), List.copyOf(vault), written == null ? key() : null);
        directory.clear();
        vault.clear();
        return append;
    }

    void write(List<NewEvent> events, long position) {
        var version = events.stream()
                .filter(it -> it.streamId().equals(order.command().stream()))
                .mapToLong(NewEvent::sequence)
                .max()
                .orElse(loadedVersion);
        var before = written == null ? 0 : written.events();
        written = new Written(version, position, before + events.size());
    }

    /// Null when nothing was.
    @Nullable
    Written written() {
        return written;
    }

    private @Nullable IdempotencyKey key() {
        var key = order.idempotencyKey();
        var hash = order.requestHash();
        return key == null || hash == null
                ? null
                : new IdempotencyKey(order.command().practice(), key, hash);
    }
}
