package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.provider.PracticeEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of practices into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "practice")
final class PracticeAggregate extends StreamAggregate<Practice, PracticeEvent, PracticeRefusal> {

    PracticeAggregate(String stream) {
        super(stream, new Practice.Unknown(), PracticeEvent.class, Practice::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PracticeEvent, PracticeRefusal> handle(RegisterPractice command) {
        return carryOut(command, PracticeDecider::decide);
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class PracticeStreams {

        @Bean
        AggregateConfigurer<PracticeAggregate> practiceAggregates() {
            return Streams.of(PracticeAggregate.class, PracticeAggregate::new);
        }
    }
}
