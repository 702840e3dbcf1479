package claimtrail.command.policy;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.policy.PolicyEvent;
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

/// Hangs the rules of policies into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "policy")
final class PolicyAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Policy state = new Policy.Unknown();

    PolicyAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PolicyEvent, PolicyRefusal> handle(PublishPolicy command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PolicyEvent, PolicyRefusal> handle(RetirePolicy command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(PolicyEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Policy.after(state, event);
    }

    private Decision<PolicyEvent, PolicyRefusal> carryOut(PolicyCommand command) {
        tenant.admit(command);
        return Streams.carryOut(PolicyDecider.decide(state, command));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class PolicyStreams {

        @Bean
        AggregateConfigurer<PolicyAggregate> policyAggregates() {
            return Streams.of(PolicyAggregate.class, PolicyAggregate::new);
        }
    }
}
