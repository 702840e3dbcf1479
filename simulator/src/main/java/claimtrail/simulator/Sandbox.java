package claimtrail.simulator;

import claimtrail.command.CommandSide;
import claimtrail.query.QuerySide;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The whole product on one machine: PostgreSQL, both sides as sibling applications, and one address in front of them.
final class Sandbox implements AutoCloseable {

    private final Running running;
    private final DataDirectory directory;
    private final URI address;

    private Sandbox(Running running, DataDirectory directory, URI address) {
        this.running = running;
        this.directory = directory;
        this.address = address;
    }

    /// Starts everything, in the order in which the parts need each other. Stops with the process, if not before.
    ///
    /// @param port the address; 0 for any free port
    /// @throws CannotStart with the one sentence to show; nothing is left running then
    static Sandbox start(Path data, int port) {
        requireFree(port);
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "sandbox-stop"));
        try {
            var directory = running.add(DataDirectory.hold(data));
            var postgres = running.add(Postgres.start(directory));
            postgres.requireKnownSchemas();
            // The command side first: the other one reads what its migrations make.
            // Keys and waiting files stay with the data they belong to, so that one directory is all there is.
            var commandSide = running.add(Side.start(
                    CommandSide::start,
                    List.of(
                            "--claimtrail.database.url=" + postgres.url(),
                            "--claimtrail.database.user=" + Postgres.WRITER,
                            "--claimtrail.database.owner-user=" + Postgres.OWNER,
                            "--claimtrail.vault.master-key=" + directory.place().resolve("keys/master.key"),
                            "--claimtrail.vault.token-key=" + directory.place().resolve("keys/token.key"),
                            "--claimtrail.imports.directory="
                                    + directory.place().resolve("imports"))));
            var querySide = running.add(Side.start(
                    QuerySide::start,
                    Stream.concat(
                                    directory.checkpoints().stream(),
                                    Stream.of(
                                            "--claimtrail.database.url=" + postgres.url(),
                                            "--claimtrail.database.user=" + Postgres.READER,
                                            // somebody who tries it does not wait long
                                            "--claimtrail.integrity.every=1m"))
                            .toList()));
            var door = running.add(FrontDoor.open(port, commandSide.address(), querySide.address()));
            return new Sandbox(running, directory, door.address());
        } catch (RuntimeException | Error e) {
            running.close();
            throw e;
        }
    }

    /// The one address, for people and programs.
    URI address() {
        return address;
    }

    /// Where everything is kept.
    DataDirectory directory() {
        return directory;
    }

    @Override
    public void close() {
        running.close();
    }

    /// Everything else takes seconds to start; say at once that it would be in vain.
    private static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new CannotStart(FrontDoor.inUse(port), e);
        }
    }
}
