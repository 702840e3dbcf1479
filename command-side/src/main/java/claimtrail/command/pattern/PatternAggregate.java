package claimtrail.command.pattern;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.pattern.PatternEvent;
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

/// Hangs the rules of patterns into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "pattern")
final class PatternAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Pattern state = new Pattern.Unknown();

    PatternAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(DeclarePattern command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(SetGuidance command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(PatternEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Pattern.after(state, event);
    }

    private Decision<PatternEvent, PatternRefusal> carryOut(PatternCommand command) {
        tenant.admit(command);
        return Streams.carryOut(PatternDecider.decide(state, command));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class PatternStreams {

        @Bean
        AggregateConfigurer<PatternAggregate> patternAggregates() {
            return Streams.of(PatternAggregate.class, PatternAggregate::new);
        }
    }
}
