package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.provider.ProviderEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of providers into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "provider")
final class ProviderAggregate extends StreamAggregate<Provider, ProviderEvent, ProviderRefusal> {

    ProviderAggregate(String stream) {
        super(stream, new Provider.Unknown(), ProviderEvent.class, Provider::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ProviderEvent, ProviderRefusal> handle(RegisterProvider command) {
        return carryOut(command, ProviderDecider::decide);
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
