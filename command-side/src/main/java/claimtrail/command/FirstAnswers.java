package claimtrail.command;

import claimtrail.command.store.Appended.KeySeen;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Gives the first answer again to a request whose key was seen, and refuses another request under the same key.
final class FirstAnswers {

    private final EventLog log;

    FirstAnswers(EventLog log) {
        this.log = log;
    }

    /// The answer that the order's key has got already; empty for a new key, or none.
    Optional<Receipt> find(Order<? extends Command> order) {
        var key = order.idempotencyKey();
        return key == null
                ? Optional.empty()
                : log.idempotencyKeys().find(order.command().practice(), key).map(seen -> of(order, seen));
    }

    /// The answer that goes with a key that was seen.
    Receipt of(Order<? extends Command> order, KeySeen seen) {
        if (!seen.first().requestHash().equals(order.requestHash())) {
            return new Receipt.Declined("KEY_REUSED", RefusalStatus.of("KEY_REUSED"), null);
        }
        var last = log.pages().after(seen.position() - 1, 1);
        var stream = stream(order.command(), last);
        var then = log.streams().read(stream, 0).stream()
                .filter(it -> it.envelope().position() <= seen.position())
                .toList();
        return new Receipt.Done(stream, then.size() - 1, seen.position(), written(then, seen.position()));
    }

    private UUID stream(Command command, List<StoredEvent> last) {
        var number = StreamName.number(command);
        if (number.isPresent()) {
            var it = number.get();
            var owner = log.directory().find(it.practice(), it.kind(), it.key());
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        // A stream that is opened without a number is named by the fact that opened it.
        return StreamName.opens(command) ? last.getLast().envelope().streamId() : command.stream();
    }

    /// The facts of one answer stand side by side and were recorded together; an answer that wrote none has only the
    /// head of the log as its position.
    private static int written(List<StoredEvent> stream, long position) {
        var events = 0;
        while (events < stream.size()
                && stream.get(stream.size() - 1 - events).envelope().position() == position - events
                && isOfOneCommand(stream.getLast(), stream.get(stream.size() - 1 - events))) {
            events++;
        }
        return events;
    }

    private static boolean isOfOneCommand(StoredEvent one, StoredEvent other) {
        return one.envelope().correlation().equals(other.envelope().correlation())
                && one.envelope().recordedAt().equals(other.envelope().recordedAt());
    }
}
