package claimtrail.command.policy;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.policy.PolicyCommand.LoadPolicy;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.policy.PolicyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of policies into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "policy")
final class PolicyAggregate extends StreamAggregate<Policy, PolicyEvent, PolicyRefusal> {

    PolicyAggregate(String stream) {
        super(stream, new Policy.Unknown(), PolicyEvent.class, Policy::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PolicyEvent, PolicyRefusal> handle(PublishPolicy command) {
        return carryOut(command, PolicyDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PolicyEvent, PolicyRefusal> handle(LoadPolicy command) {
        return carryOut(command, PolicyDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PolicyEvent, PolicyRefusal> handle(RetirePolicy command) {
        return carryOut(command, PolicyDecider::decide);
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
