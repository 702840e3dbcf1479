package claimtrail.command.store;

import claimtrail.command.Decision;
import claimtrail.command.Order;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// Sends commands to their aggregates and waits until what they decided is durable. When another node was first on the
/// stream, the command is decided again on the new state, after a pause that grows and differs from caller to caller: a
/// node in the middle of a burst to that stream would win every race without one.
public final class CommandSender {

    /// Losing for so long means that somebody writes to one stream without end.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The longest pause before deciding again, so that a waiting caller is not forgotten.
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

    private final CommandBus bus;
    private final EventLog log;

    CommandSender(CommandBus bus, EventLog log) {
        this.bus = bus;
        this.log = log;
    }

    /// Blocks; meant to be called from virtual threads, many at once, whose writes share a commit.
    ///
    /// @param <D> what the aggregate of this command answers
    /// @throws NotAppended if a number is taken, the key was seen before, or the stream never stood still
    /// @throws VersionStale if the order expects another version of the stream
    /// @throws LogUnavailable if the database fails
    @SuppressWarnings("TypeParameterUnusedInFormals") // which decision belongs to a command, only its aggregate says
    public <D> Sent<D> send(Order<?> order) {
        var start = System.nanoTime();
        for (var pause = Duration.ofMillis(1); ; pause = longer(pause)) {
            try {
                return attempt(order);
            } catch (NotAppended e) {
                if (!(e.because() instanceof Appended.StreamMoved) || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause.toNanos()));
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private <D> Sent<D> attempt(Order<?> order) {
        var delivery = new Delivery(order);
        var answer = new Answer<D>();
        bus.dispatch(
                new GenericCommandMessage<Object>(order.command(), MetaData.with(Delivery.NAME, delivery)),
                (_, result) -> answer.take(result));
        var decision = answer.decision();
        var written = delivery.written();
        if (written != null) {
            return new Sent<>(decision, written.version(), written.position(), written.events());
        }
        // What an equal retry refers to may have been written by another node; a refusal refers to nothing in the log.
        var position = decision instanceof Decision.Accepted<?, ?> ? log.head() : log.knownHead();
        return new Sent<>(decision, delivery.loadedVersion(), position, 0);
    }

    /// The command bus answers on the thread of its caller.
    private static final class Answer<D> {

        private @Nullable CommandResultMessage<?> result;

        void take(CommandResultMessage<?> message) {
            result = message;
        }

        @SuppressWarnings("unchecked")
        D decision() {
            if (result == null) {
                throw new IllegalStateException("the command bus did not answer");
            }
            if (result.isExceptional()) {
                throw asIs(result.exceptionResult());
            }
            return (D) result.getPayload();
        }

        private static RuntimeException asIs(Throwable thrown) {
            return switch (thrown) {
                case RuntimeException it -> it;
                case Error it -> throw it;
                default -> new IllegalStateException("the command failed", thrown);
            };
        }
    }
}
