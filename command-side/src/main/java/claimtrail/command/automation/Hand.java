package claimtrail.command.automation;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Sends the automation's commands through the door that everybody uses. Each is idempotent by its own content.
@Component
final class Hand {

    /// The automation, as the log names it.
    static final String NAME = "find-patterns";

    private final CommandPort port;
    private final Clock clock;

    Hand(CommandPort port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    /// @param day the business day that the command speaks of: no day of it may be later
    /// @return how many facts it became; 0 where it was known
    /// @throws IllegalStateException if it is refused: the automation asked for something it should not have
    int send(Command command, LocalDate day) {
        var today = LocalDate.now(clock);
        var receipt = port.send(new Order<>(
                command,
                new Actor(Actor.Kind.AUTOMATION, NAME),
                new Source.Api(NAME),
                Ids.next(),
                null,
                day.isAfter(today) ? day : today,
                null,
                null,
                null));
        return switch (receipt) {
            case Receipt.Done it -> it.events();
            case Receipt.Declined it ->
                throw new IllegalStateException(
                        command.getClass().getSimpleName() + " was refused: " + it.code() + " " + it.field());
        };
    }
}
