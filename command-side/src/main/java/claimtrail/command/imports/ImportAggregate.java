package claimtrail.command.imports;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import claimtrail.command.Decision;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.imports.ImportCommand.SeeAgain;
import claimtrail.command.imports.ImportCommand.StartImport;
import claimtrail.command.store.StreamAggregate;
import claimtrail.command.store.Streams;
import claimtrail.event.imports.ImportEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the rules of imports into Axon: one line per command, and no rule of its own.
@AggregateRoot(type = "import")
final class ImportAggregate extends StreamAggregate<Import, ImportEvent, ImportRefusal> {

    ImportAggregate(String stream) {
        super(stream, new Import.Unknown(), ImportEvent.class, Import::after);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(StartImport command) {
        return carryOut(command, ImportDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(NoteRecord command) {
        return carryOut(command, ImportDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(CompleteImport command) {
        return carryOut(command, ImportDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(SeeAgain command) {
        return carryOut(command, ImportDecider::decide);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Decision<ImportEvent, ImportRefusal> handle(JudgeRecord command) {
        return carryOut(command, ImportDecider::decide);
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
