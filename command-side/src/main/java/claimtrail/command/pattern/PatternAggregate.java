package claimtrail.command.pattern;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.pattern.PatternCommand.ChangePatternStatus;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.DetectPattern;
import claimtrail.command.pattern.PatternCommand.FixBaseline;
import claimtrail.command.pattern.PatternCommand.MovePattern;
import claimtrail.command.pattern.PatternCommand.RecordPatternAction;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.pattern.PatternEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of patterns into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "pattern")
final class PatternAggregate extends StreamAggregate<Pattern, PatternEvent, PatternRefusal> {

    PatternAggregate(String stream) {
        super(stream, new Pattern.Unknown(), PatternEvent.class, Pattern::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(DeclarePattern command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(SetGuidance command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(DetectPattern command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(FixBaseline command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(ChangePatternStatus command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(MovePattern command) {
        return carryOut(command, PatternDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PatternEvent, PatternRefusal> handle(RecordPatternAction command) {
        return carryOut(command, PatternDecider::decide);
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
