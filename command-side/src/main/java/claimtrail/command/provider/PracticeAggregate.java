package claimtrail.command.provider;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.provider.PracticeEvent;
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

/// Hangs the rules of practices into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "practice")
final class PracticeAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Practice state = new Practice.Unknown();

    PracticeAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PracticeEvent, PracticeRefusal> handle(RegisterPractice command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(PracticeEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Practice.after(state, event);
    }

    private Decision<PracticeEvent, PracticeRefusal> carryOut(RegisterPractice command) {
        tenant.admit(command);
        return Streams.carryOut(PracticeDecider.decide(state, command));
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
