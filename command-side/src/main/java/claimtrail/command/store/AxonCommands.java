package claimtrail.command.store;

import java.util.List;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/// Axon as the command side uses it: a command bus on the thread of the caller, aggregates, and our log
/// behind the event store. No Axon Server, no transaction (the log commits by itself), no serializer (the
/// catalogue writes), and nothing that is found on the class path by itself, such as the update checker.
public final class AxonCommands implements AutoCloseable {

    private final Configuration axon;
    private final CommandSender sender;

    private AxonCommands(Configuration axon, CommandSender sender) {
        this.axon = axon;
        this.sender = sender;
    }

    /// Starts to take commands.
    ///
    /// @param aggregates one for each kind of stream, made by [Streams#of]
    public static AxonCommands start(EventLog log, List<? extends AggregateConfigurer<?>> aggregates) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        bus.registerHandlerInterceptor(new DeliveryInterceptor(log));
        var engine = new PostgresEventStorageEngine(log);
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> bus)
                .configureEventStore(
                        _ -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureSerializer(_ -> {
                    throw new IllegalStateException("nothing is written by a serializer of Axon");
                });
        aggregates.forEach(configurer::configureAggregate);
        return new AxonCommands(configurer.start(), new CommandSender(bus, log));
    }

    /// Sends commands.
    public CommandSender sender() {
        return sender;
    }

    /// Axon's own view, for event processors and tests.
    public Configuration axon() {
        return axon;
    }

    /// Takes no command any more. The log stays open.
    @Override
    public void close() {
        axon.shutdown();
    }
}
