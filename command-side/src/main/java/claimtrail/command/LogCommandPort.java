package claimtrail.command;

import claimtrail.command.Decision.Accepted;
import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.provider.PayerNotStated;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.command.store.Appended.KeySeen;
import claimtrail.command.store.Appended.NumberTaken;
import claimtrail.command.store.Appended.Stored;
import claimtrail.command.store.Appended.StreamMoved;
import claimtrail.command.store.CommandSender;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.NotAppended;
import claimtrail.command.store.Sent;
import claimtrail.command.store.VersionStale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes an order through the refusals that all commands share, to its aggregate, and through whatever it meets in the
/// log: a number that is taken, a key that was seen.
@Component
final class LogCommandPort implements CommandPort {

    /// A command meets a taken number once for each number it brings; more often means that two ids chase each other.
    private static final int DETOURS = 8;

    private final CommandSender sender;
    private final EventLog log;
    private final RulebookShelf shelf;
    private final FirstAnswers firstAnswers;

    LogCommandPort(CommandSender sender, EventLog log, RulebookShelf shelf) {
        this.sender = sender;
        this.log = log;
        this.shelf = shelf;
        this.firstAnswers = new FirstAnswers(log);
    }

    @Override
    public Receipt send(Order<? extends Command> order) {
        var receipt = firstAnswers.find(order).or(() -> refusedByAll(order)).orElseGet(() -> sendOn(order));
        if (order.command() instanceof RegisterPractice && receipt instanceof Receipt.Done done) {
            giveItsFirstPayer(done.stream(), order);
        }
        return receipt;
    }

    /// Every practice has a payer "not stated". Asked at each registration, so that a retry brings what a process that
    /// was killed in between left out.
    private void giveItsFirstPayer(UUID practice, Order<? extends Command> registration) {
        sendOn(new Order<>(
                PayerNotStated.of(practice),
                registration.actor(),
                registration.source(),
                registration.correlation(),
                null,
                registration.today(),
                null,
                null,
                null));
    }

    /// What every command is refused for, in the order of events.md, section 14.
    private Optional<Receipt> refusedByAll(Order<? extends Command> order) {
        var command = order.command();
        if (!isPracticeKnown(command)) {
            return Optional.of(declined("PRACTICE_UNKNOWN", ""));
        }
        var future = BusinessDay.of(command, shelf.zone(command.practice()))
                .filter(it -> it.day().isAfter(order.today()));
        if (future.isEmpty()) {
            return Optional.empty(); // the aggregate compares the version: nobody writes between its look and its word
        }
        return Optional.of(
                isStale(order)
                        ? declined("VERSION_STALE", "")
                        : declined("DAY_IN_FUTURE", future.get().field()));
    }

    private boolean isPracticeKnown(Command command) {
        if (command instanceof RegisterPractice || command.practice().equals(Command.PLATFORM)) {
            return true;
        }
        var practice = command.practice();
        return shelf.inForce().knowsPractice(practice)
                || (shelf.catchUp() && shelf.inForce().knowsPractice(practice));
    }

    private boolean isStale(Order<? extends Command> order) {
        var expected = order.expectedVersion();
        return expected != null
                && expected
                        != log.streams().lastSequence(order.command().stream()).orElse(-1);
    }

    private Receipt sendOn(Order<? extends Command> first) {
        Order<? extends Command> order = first;
        for (var detour = 0; detour < DETOURS; detour++) {
            try {
                return answer(order, sender.send(order));
            } catch (VersionStale e) {
                return declined("VERSION_STALE", "");
            } catch (Tenant.NotYours e) {
                return declined(StreamName.unknown(order.command()), "");
            } catch (NotAppended e) {
                switch (e.because()) {
                    case KeySeen it -> {
                        return firstAnswers.of(order, it);
                    }
                    case NumberTaken it -> {
                        var other = around(it.wanted(), order.command());
                        if (other.isEmpty()) {
                            return declined(StreamName.taken(order.command()), "");
                        }
                        order = order(order, other.get());
                    }
                    case StreamMoved _ -> throw new IllegalStateException("the stream never stood still", e);
                    case Stored it -> throw new IllegalStateException("stored, and yet not: " + it, e);
                }
            }
        }
        return declined(StreamName.taken(order.command()), "");
    }

    private Receipt answer(Order<? extends Command> order, Sent<Decision<?, ?>> sent) {
        return switch (sent.decision()) {
            case Refused<?, ?> it -> refused(order, it);
            case Accepted<?, ?> it -> {
                if (sent.events() > 0 && !(order.command() instanceof ClaimCommand)) {
                    shelf.catchUpTo(sent.position()); // whoever gets this answer may build on it at once
                }
                yield new Receipt.Done(
                        order.command().stream(),
                        sent.version(),
                        sent.position(),
                        sent.events(),
                        it.warnings().stream().map(Warning::of).toList());
            }
        };
    }

    /// What is unknown here may have become known on another node a moment ago.
    private Receipt refused(Order<? extends Command> order, Refused<?, ?> refused) {
        var code = refused.because().name();
        return code.endsWith("_UNKNOWN") && shelf.catchUp() ? sendOn(order) : declined(code, refused.field());
    }

    /// The command in another form, because a number it brought names another stream already.
    private Optional<Command> around(DirectoryEntry wanted, Command command) {
        var owner = owner(wanted);
        if (owner.isEmpty()) {
            return Optional.of(command); // whoever had it did not commit
        }
        if (Redirected.isPatient(wanted)) {
            return Redirected.about(owner.get(), wanted, command);
        }
        return wanted.kind().equals("payer-control-number") // found by other numbers as well; the first keeps this one
                ? Redirected.without(wanted, command)
                : Redirected.to(owner.get(), withKnownPatient(command));
    }

    /// Who was first with the number was probably first with the person, too.
    private Command withKnownPatient(Command command) {
        return Redirected.patient(command)
                .flatMap(entry -> owner(entry).flatMap(patient -> Redirected.about(patient, entry, command)))
                .orElse(command);
    }

    private Optional<UUID> owner(DirectoryEntry wanted) {
        return log.directory().find(wanted.practice(), wanted.kind(), wanted.key());
    }

    private static Order<Command> order(Order<? extends Command> order, Command command) {
        return new Order<>(
                command,
                order.actor(),
                order.source(),
                order.correlation(),
                order.causation(),
                order.today(),
                order.idempotencyKey(),
                order.requestHash(),
                order.expectedVersion());
    }

    private static Receipt declined(String code, String field) {
        return new Receipt.Declined(code, RefusalStatus.of(code), field.isEmpty() ? null : field);
    }
}
