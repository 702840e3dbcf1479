package claimtrail.command.reference;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.command.reference.ReferenceCommand.PublishMappingProfile;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.reference.ReferenceEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of reference data into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "reference")
final class ReferenceAggregate extends StreamAggregate<Reference, ReferenceEvent, ReferenceRefusal> {

    ReferenceAggregate(String stream) {
        super(stream, new Reference.Unknown(), ReferenceEvent.class, Reference::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(ClassifyReason command) {
        return carryOut(command, ReferenceDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(PublishCode command) {
        return carryOut(command, ReferenceDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(PublishDefinition command) {
        return carryOut(command, ReferenceDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(ChangeSetting command) {
        return carryOut(command, ReferenceDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ReferenceEvent, ReferenceRefusal> handle(PublishMappingProfile command) {
        return carryOut(command, ReferenceDecider::decide);
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
