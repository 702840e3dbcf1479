package claimtrail.command.store;

import static claimtrail.command.store.Writing.PRACTICE;
import static claimtrail.command.store.Writing.event;

import claimtrail.command.store.Appended.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;

/// A process that writes with all its threads until somebody kills it, and says what was acknowledged.
final class WritingUntilKilled {

    private static final int CALLERS = 32;

    private WritingUntilKilled() {}

    /// Prints one line for each acknowledged append: its stream.
    ///
    /// @param args the database, and the file of the master key
    public static void main(String[] args) {
        var database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        try (var log = EventLog.open(database, Vault.developmentKey(Path.of(args[1])));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < CALLERS; i++) {
                callers.execute(() -> writeWithoutEnd(log));
            }
        }
    }

    /// One append is a new stream of two events, one number, one key and one text.
    static Append append(UUID stream) {
        return new Append(
                List.of(event(stream, 0), event(stream, 1)),
                List.of(new DirectoryEntry(PRACTICE, "light", stream.toString(), stream)),
                List.of(new VaultEntry(stream, PRACTICE, stream, new byte[] {1})),
                new IdempotencyKey(PRACTICE, stream.toString(), "a".repeat(64)));
    }

    private static void writeWithoutEnd(EventLog log) {
        while (true) {
            var stream = UUID.randomUUID();
            if (log.append(append(stream)) instanceof Stored) {
                System.out.println(stream);
            }
        }
    }
}
