package claimtrail.command.claim;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.command.rulebook.InForce;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.claim.ClaimEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of claims into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "claim")
final class ClaimAggregate extends StreamAggregate<Claim, ClaimEvent, ClaimRefusal> {

    private final InForce inForce;

    ClaimAggregate(String stream, InForce inForce) {
        super(stream, new Claim.Unknown(), ClaimEvent.class, Claim::after);
        this.inForce = inForce;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(SubmitClaim command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(ReplaceClaim command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(VoidClaim command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(RecordRejection command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(RecordAcknowledgement command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(RecordDecision command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(RecordReversal command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(FileAppeal command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(RecordAppealOutcome command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(WithdrawAppeal command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(CloseEpisode command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(ScreenClaim command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ClaimEvent, ClaimRefusal> handle(LinkDenial command) {
        return carryOut(command);
    }

    private Decision<ClaimEvent, ClaimRefusal> carryOut(ClaimCommand command) {
        return carryOut(
                command, (state, asked) -> ClaimDecider.decide(state, asked, Rulebooks.of(inForce, asked, state)));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class ClaimStreams {

        @Bean
        AggregateConfigurer<ClaimAggregate> claimAggregates(RulebookShelf shelf) {
            return Streams.of(ClaimAggregate.class, stream -> new ClaimAggregate(stream, shelf.inForce()));
        }
    }
}
