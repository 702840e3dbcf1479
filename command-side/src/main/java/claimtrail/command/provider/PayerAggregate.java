package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.provider.PayerEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of payers into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "payer")
final class PayerAggregate extends StreamAggregate<Payer, PayerEvent, PayerRefusal> {

    PayerAggregate(String stream) {
        super(stream, new Payer.Unknown(), PayerEvent.class, Payer::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PayerEvent, PayerRefusal> handle(RegisterPayer command) {
        return carryOut(command, PayerDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PayerEvent, PayerRefusal> handle(SetPayerTerms command) {
        return carryOut(command, PayerDecider::decide);
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class PayerStreams {

        @Bean
        AggregateConfigurer<PayerAggregate> payerAggregates() {
            return Streams.of(PayerAggregate.class, PayerAggregate::new);
        }
    }
}
