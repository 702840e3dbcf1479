package claimtrail.command.store;

import javax.sql.DataSource;

/// The log: facts in one dense order, and what is written in the same commit as they are.
///
/// Callers stand on their own (virtual) threads. One appender per node takes what waits and writes it with
/// one statement and one commit; each caller is answered after it. Any number of nodes may write to one
/// database.
public final class EventLog implements AutoCloseable {

    /// Events in one commit: more would let the first caller wait for the last.
    private static final int HEAVIEST_GROUP = 4_096;

    private final LogConnections writing;
    private final LogConnections reading;
    private final Appender appender;
    private final Gathering<SealedAppend, Outcome> appends;
    private final StreamReader streams;
    private final LogPages pages;
    private final Directory directory;
    private final IdempotencyKeys keys;
    private final Vault vault;

    private EventLog(LogConnections writing, LogConnections reading, MasterKey master) {
        this.writing = writing;
        this.reading = reading;
        this.appender = new Appender(writing);
        this.appends = new Gathering<SealedAppend, Outcome>(
                        "log-appender", SealedAppend::weight, HEAVIEST_GROUP, appender::write)
                .start();
        this.streams = new StreamReader(reading);
        this.pages = new LogPages(reading);
        this.directory = new Directory(reading);
        this.keys = new IdempotencyKeys(reading);
        this.vault = new Vault(reading, master);
    }

    /// Opens the log on a migrated database, with connections of its own: 2 for the appender, 4 for readers.
    ///
    /// @param source makes connections; not a pool
    public static EventLog open(DataSource source, MasterKey master) {
        return new EventLog(
                new LogConnections("log-writing", source, 2), new LogConnections("log-reading", source, 4), master);
    }

    /// Writes all of it in one commit, or nothing. Returns when it is durable.
    ///
    /// @throws LogUnavailable if the database fails or the log is closed
    /// @throws NotStorable if no log could hold it
    public Appended append(Append append) {
        while (true) {
            var sealed = new SealedAppend(append, vault.seal(append.vault()));
            sealed.starts(); // throws here, on the thread that is to blame
            switch (appends.ask(sealed)) {
                case Outcome.Answer it -> {
                    return it.appended();
                }
                case Outcome.OtherKey _ ->
                    vault.forget(append.vault().stream().map(VaultEntry::owner).toList());
            }
        }
    }

    /// Reads single streams.
    public StreamReader streams() {
        return streams;
    }

    /// Reads the log in its order.
    public LogPages pages() {
        return pages;
    }

    /// Finds streams by the numbers of the outside world.
    public Directory directory() {
        return directory;
    }

    /// Finds first answers.
    public IdempotencyKeys idempotencyKeys() {
        return keys;
    }

    /// Persons.
    public Vault vault() {
        return vault;
    }

    /// Position of the last fact.
    ///
    /// @throws LogUnavailable if the database fails
    public long head() {
        return pages.head();
    }

    /// Position of the last fact this node knows of without asking, or asks once.
    long knownHead() {
        var head = appender.head();
        return head < 0 ? head() : head;
    }

    /// Takes nobody any more, answers all who wait, and gives the connections back.
    @Override
    public void close() {
        appends.close();
        streams.close();
        directory.close();
        keys.close();
        vault.close();
        writing.close();
        reading.close();
    }
}
