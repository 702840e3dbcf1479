package claimtrail.command.reference;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.denial.DayOne;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Publishes the meanings of reasons that we ship, at every start: what is in the log already is not written again.
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

    /// Before the first request is answered.
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var correlation = Ids.next();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = DayOne.meanings().stream()
                    .map(it -> new ClassifyReason(ReferenceStreams.of(Command.PLATFORM, it), Command.PLATFORM, it))
                    .map(command -> threads.submit(() -> port.send(new Order<>(
                            command,
                            new Actor(Actor.Kind.AUTOMATION, NAME),
                            new Source.Api(NAME),
                            correlation,
                            null,
                            LocalDate.now(clock),
                            null,
                            null,
                            null))))
                    .toList();
            var written = 0;
            for (var answer : answers) {
                written += switch (answer.get()) {
                    case Receipt.Done it -> it.events();
                    case Receipt.Declined it ->
                        throw new IllegalStateException("a meaning that we ship was refused: " + it.code());
                };
            }
            log.info("{} of {} meanings of reasons published, the others were", written, answers.size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the meanings of reasons that we ship could not be published", e);
        }
    }
}
