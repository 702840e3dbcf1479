package claimtrail.command.reference;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.reference.ReferenceEvent;
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

/// Hangs the rules of reference data into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "reference")
final class ReferenceAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Reference state = new Reference.Unknown();

    ReferenceAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(ClassifyReason command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(PublishCode command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(PublishDefinition command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(ChangeSetting command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(ReferenceEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Reference.after(state, event);
    }

    private Decision<ReferenceEvent, ReferenceRefusal> carryOut(ReferenceCommand command) {
        tenant.admit(command);
        return Streams.carryOut(ReferenceDecider.decide(state, command));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class ReferenceStreams {

        @Bean
        AggregateConfigurer<ReferenceAggregate> referenceAggregates() {
            return Streams.of(ReferenceAggregate.class, ReferenceAggregate::new);
        }
    }
}
