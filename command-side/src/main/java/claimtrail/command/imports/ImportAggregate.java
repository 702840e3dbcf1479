package claimtrail.command.imports;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.Tenant;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.imports.ImportCommand.SeeAgain;
import claimtrail.command.imports.ImportCommand.StartImport;
import claimtrail.command.store.PostgresEventStorageEngine;
import claimtrail.command.store.Streams;
import claimtrail.event.Envelope;
import claimtrail.event.imports.ImportEvent;
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

/// Hangs the rules of imports into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "import")
final class ImportAggregate {

    private final String stream;
    private final Tenant tenant = new Tenant();
    private Import state = new Import.Unknown();

    ImportAggregate(String stream) {
        this.stream = stream;
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(StartImport command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(NoteRecord command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(CompleteImport command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(SeeAgain command) {
        return carryOut(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(JudgeRecord command) {
        return carryOut(command);
    }

    @EventSourcingHandler
    void on(ImportEvent event, @MetaDataValue(PostgresEventStorageEngine.ENVELOPE) @Nullable Envelope envelope) {
        tenant.learn(envelope);
        state = Import.after(state, event);
    }

    private Decision<ImportEvent, ImportRefusal> carryOut(ImportCommand command) {
        tenant.admit(command);
        return Streams.carryOut(ImportDecider.decide(state, command));
    }

    /// Registers it with Axon.
    @Configuration(proxyBeanMethods = false)
    static class ImportStreams {

        @Bean
        AggregateConfigurer<ImportAggregate> importAggregates() {
            return Streams.of(ImportAggregate.class, ImportAggregate::new);
        }
    }
}
