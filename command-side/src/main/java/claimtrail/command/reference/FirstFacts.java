package claimtrail.command.reference;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.definition.FirstDefinitions;
import claimtrail.denial.DayOne;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Publishes what we ship, at every start: what reasons mean, how we read, count and name figures, and what is set.
/// What is in the log already is not written again.
@Component
final class FirstFacts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstFacts.class);
    private static final String NAME = "publish-what-we-ship";

    private final CommandPort port;
    private final Clock clock;

    FirstFacts(CommandPort port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    /// Before the first request is answered; one kind after the other, and a definition after its earlier version.
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var correlation = Ids.next();
        var written = publish(meanings(), correlation);
        var definitions = FirstDefinitions.all();
        for (var version : definitions.stream()
                .map(DefinitionPublished::version)
                .distinct()
                .sorted()
                .toList()) {
            written += publish(
                    definitions.stream().filter(it -> it.version() == version).map(FirstFacts::definition),
                    correlation);
        }
        written += publish(settings(), correlation);
        log.info("{} facts that we ship were published, the others had been", written);
    }

    private static Stream<ReferenceCommand> meanings() {
        return DayOne.meanings().stream()
                .map(it -> new ClassifyReason(ReferenceStreams.of(Command.PLATFORM, it), Command.PLATFORM, it));
    }

    private static ReferenceCommand definition(DefinitionPublished it) {
        return new PublishDefinition(ReferenceStreams.of(Command.PLATFORM, it), Command.PLATFORM, it);
    }

    private static Stream<ReferenceCommand> settings() {
        return Arrays.stream(Setting.values())
                .filter(Setting::isShipped)
                .map(Setting::first)
                .map(it -> new ChangeSetting(ReferenceStreams.of(Command.PLATFORM, it), Command.PLATFORM, it));
    }

    /// @return how many were not in the log
    private int publish(Stream<ReferenceCommand> commands, UUID correlation) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = commands.toList();
            var answers = asked.stream()
                    .map(command -> threads.submit(() -> port.send(order(command, correlation))))
                    .toList();
            var written = 0;
            for (int i = 0; i < answers.size(); i++) {
                written += switch (answers.get(i).get()) {
                    case Receipt.Done it -> it.events();
                    case Receipt.Declined it -> declined(asked.get(i), it);
                };
            }
            return written;
        } catch (ExecutionException e) {
            throw new IllegalStateException("what we ship could not be published", e);
        }
    }

    private Order<ReferenceCommand> order(ReferenceCommand command, UUID correlation) {
        return new Order<>(
                command,
                new Actor(Actor.Kind.AUTOMATION, NAME),
                new Source.Api(NAME),
                correlation,
                null,
                LocalDate.now(clock),
                null,
                null,
                null);
    }

    /// A publication never changes. Where somebody published other words under the same version, those stay.
    private static int declined(ReferenceCommand command, Receipt.Declined receipt) {
        var version = ReferenceRefusal.VERSION_NOT_NEXT.name();
        if (receipt.code().equals(version) && !(command instanceof ClassifyReason)) {
            log.warn("Not published, because the log says otherwise under the same version or day: {}", name(command));
            return 0;
        }
        throw new IllegalStateException("what we ship was refused: " + receipt.code() + " for " + name(command));
    }

    private static String name(ReferenceCommand command) {
        return switch (command) {
            case ClassifyReason it -> it.classified().reason().toString();
            case PublishDefinition it ->
                it.published().id() + " " + it.published().version();
            case ChangeSetting it -> it.changed().setting();
            case ReferenceCommand.PublishCode it -> it.published().code();
            case ReferenceCommand.PublishMappingProfile it -> it.published().profile();
        };
    }
}
