package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.provider.ProviderEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of providers into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "provider")
final class ProviderAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Provider state = new Provider.Unknown();

    ProviderAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ProviderEvent, ProviderRefusal> handle(RegisterProvider command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(ProviderEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Provider.after(state, event);
    }

    private Decision<ProviderEvent, ProviderRefusal> carryOut(RegisterProvider command) {
        tenant.admit(command);
        return Streams.carryOut(ProviderDecider.decide(state, command));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class ProviderStreams {

        @Bean
        AggregateConfigurer<ProviderAggregate> providerAggregates() {
            return Streams.of(ProviderAggregate.class, ProviderAggregate::new);
        }
    }
}
