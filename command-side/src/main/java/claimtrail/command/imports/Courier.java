package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.event.Actor;
import claimtrail.event.Source;
import java.time.LocalDate;
import java.util.UUID;

/// Sends the commands of one import: the file and the place of the record go with each of them.
record Courier(CommandPort port, UUID file, String sha256, LocalDate today) {

    private static final Actor IMPORT = new Actor(Actor.Kind.IMPORT, "importer");

    Receipt send(Command command, String place, long from, long to) {
        var source = new Source.File(sha256, place, from, to);
        return port.send(new Order<>(command, IMPORT, source, file, null, today, null, null, null));
    }

    /// Sends what must not be said twice, however often the file is read.
    Receipt once(String key, Command command) {
        var source = new Source.File(sha256, "", 0, 0);
        return port.send(new Order<>(command, IMPORT, source, file, null, today, key, sha256, null));
    }
}
