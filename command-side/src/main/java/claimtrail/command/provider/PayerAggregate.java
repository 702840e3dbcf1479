package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.provider.PayerEvent;
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

/// Hangs the rules of payers into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "payer")
final class PayerAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Payer state = new Payer.Unknown();

    PayerAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PayerEvent, PayerRefusal> handle(RegisterPayer command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PayerEvent, PayerRefusal> handle(SetPayerTerms command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(PayerEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Payer.after(state, event);
    }

    private Decision<PayerEvent, PayerRefusal> carryOut(SetPayerTerms command) {
        tenant.admit(command);
        return Streams.carryOut(PayerDecider.decide(state, command));
    }

    private Decision<PayerEvent, PayerRefusal> carryOut(RegisterPayer command) {
        tenant.admit(command);
        return Streams.carryOut(PayerDecider.decide(state, command));
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
