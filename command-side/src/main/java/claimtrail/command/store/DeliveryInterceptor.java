package claimtrail.command.store;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Puts the delivery into the unit of work of its command, and does what remains when the events are written.
final class DeliveryInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventLog log;

    DeliveryInterceptor(EventLog log) {
        this.log = log;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        if (unit.getMessage().getMetaData().get(Delivery.NAME) instanceof Delivery delivery) {
            unit.resources().put(Delivery.NAME, delivery);
            // Registered before the events are known, hence done before they are written.
            unit.onPrepareCommit(_ -> compareVersion(delivery));
            unit.onCommit(_ -> finish(delivery));
        }
        return chain.proceed();
    }

    /// The caller's version comes before any refusal of the stream itself.
    private void compareVersion(Delivery delivery) {
        var expected = delivery.order().expectedVersion();
        if (expected != null && expected != delivery.loadedVersion()) {
            ensureFresh(delivery);
            throw new VersionStale(delivery.loadedVersion());
        }
    }

    private void finish(Delivery delivery) {
        if (delivery.isLeftToWrite()) {
            var append = delivery.append(List.of());
            switch (log.append(append)) {
                case Appended.Stored it -> delivery.write(List.of(), it.position());
                case Appended.StreamMoved it -> throw new NotAppended(it);
                case Appended.NumberTaken it -> throw new NotAppended(it);
                case Appended.KeySeen it -> throw new NotAppended(it);
            }
        }
        var written = delivery.written();
        if (written == null || written.events() == 0) {
            ensureFresh(delivery);
        }
    }

    /// Who writes to a stream learns from the log whether it was the newest state that decided. An answer
    /// without events has to ask, where the state came from memory: another node may have written meanwhile.
    private void ensureFresh(Delivery delivery) {
        if (delivery.isFromMemory()) {
            var newest = log.streams()
                    .lastSequence(delivery.order().command().stream())
                    .orElse(-1);
            if (newest != delivery.loadedVersion()) {
                throw new NotAppended(new Appended.StreamMoved());
            }
        }
    }
}
