package claimtrail.command.web;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes a request to the command port and its receipt back to the caller. The same for every controller.
@Component
public final class Door {

    private final CommandPort port;
    private final Practices practices;
    private final JsonMapper mapper;
    private final Clock clock;

    Door(CommandPort port, Practices practices, JsonMapper mapper, Clock clock) {
        this.port = port;
        this.practices = practices;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// Asks something for the practice that the caller names.
    ///
    /// @param place where the stream can be seen: its id is put behind it
    /// @param body the request, as far as an idempotency key stands for it
    /// @param asked makes the command for the practice
    public ResponseEntity<Object> forPractice(
            Caller caller, String place, Object body, Function<UUID, ? extends Command> asked) {
        if (caller.practice() == null) {
            throw new Malformed("", "Name the practice: header X-Practice, its id or number.");
        }
        var practice = practices.practice(caller.practice());
        var command = asked.apply(practice.orElse(Command.PLATFORM)); // what cannot be read is told first
        return practice.isPresent()
                ? send(caller, place, body, command, practice.get())
                : Answers.of(new Receipt.Declined("PRACTICE_UNKNOWN", 404, null), place);
    }

    /// Asks something for the practice that the caller names, or for the platform when it names none.
    public ResponseEntity<Object> forPracticeOrPlatform(
            Caller caller, String place, Object body, Function<UUID, ? extends Command> asked) {
        return caller.practice() == null
                ? forPlatform(caller, place, body, asked.apply(Command.PLATFORM))
                : forPractice(caller, place, body, asked);
    }

    /// Asks something that belongs to no practice.
    public ResponseEntity<Object> forPlatform(Caller caller, String place, Object body, Command command) {
        return send(caller, place, body, command, Command.PLATFORM);
    }

    private ResponseEntity<Object> send(Caller caller, String place, Object body, Command command, UUID practice) {
        var receipt = port.send(new Order<>(
                command,
                new Actor(Actor.Kind.USER, caller.user()),
                new Source.Api(caller.user()),
                Ids.next(),
                null,
                LocalDate.now(clock.withZone(practices.zone(practice))),
                caller.idempotencyKey(),
                hash(caller, body),
                caller.expectedVersion()));
        return Answers.of(receipt, place);
    }

    private @Nullable String hash(Caller caller, Object body) {
        return caller.idempotencyKey() == null ? null : RequestJson.hash(mapper, caller.path(), body);
    }
}
