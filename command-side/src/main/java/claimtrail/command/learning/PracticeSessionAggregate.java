package claimtrail.command.learning;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.command.rulebook.InForce;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.learning.PracticeSessionEvent;
import java.time.ZoneOffset;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of sittings into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "practice-session")
final class PracticeSessionAggregate
        extends StreamAggregate<PracticeSession, PracticeSessionEvent, PracticeSessionRefusal> {

    private final InForce inForce;
    private final ClaimsOfPractice claims;

    PracticeSessionAggregate(String stream, InForce inForce, ClaimsOfPractice claims) {
        super(stream, new PracticeSession.Unknown(), PracticeSessionEvent.class, PracticeSession::after);
        this.inForce = inForce;
        this.claims = claims;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PracticeSessionEvent, PracticeSessionRefusal> handle(StartPractice command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PracticeSessionEvent, PracticeSessionRefusal> handle(CompletePractice command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<PracticeSessionEvent, PracticeSessionRefusal> handle(ApplyCorrection command) {
        return carryOut(command);
    }

    private Decision<PracticeSessionEvent, PracticeSessionRefusal> carryOut(PracticeSessionCommand command) {
        return carryOut(command, (state, asked) -> PracticeSessionDecider.decide(state, asked, surroundings(asked)));
    }

    private Surroundings surroundings(PracticeSessionCommand command) {
        var practice = command.practice();
        var zone = inForce.zone(practice).orElse(ZoneOffset.UTC);
        return switch (command) {
            case StartPractice it ->
                new Surroundings(knows(practice, it.started().pattern()), true, zone);
            case CompletePractice _ -> new Surroundings(true, true, zone);
            case ApplyCorrection it ->
                new Surroundings(
                        knows(practice, it.applied().pattern()),
                        claims.knows(practice, it.applied().claim()),
                        zone);
        };
    }

    private boolean knows(UUID practice, UUID pattern) {
        return inForce.patterns(practice).contains(pattern);
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class PracticeSessionStreams {

        @Bean
        AggregateConfigurer<PracticeSessionAggregate> practiceSessionAggregates(RulebookShelf shelf, EventLog log) {
            return Streams.of(
                    PracticeSessionAggregate.class,
                    stream -> new PracticeSessionAggregate(stream, shelf.inForce(), new ClaimsOfPractice(log)));
        }
    }
}
