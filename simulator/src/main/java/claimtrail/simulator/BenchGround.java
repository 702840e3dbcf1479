package claimtrail.simulator;

import claimtrail.query.QuerySide;
import claimtrail.simulator.bench.Ground;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// The sandbox's PostgreSQL with the tables of the log, and on demand its reading side.
record BenchGround(DataDirectory directory, Postgres postgres) implements Ground {

    /// Opens the ground that a directory holds, or a new one.
    ///
    /// @throws CannotStart with the one sentence to show
    static Ground open(Path data) {
        var directory = DataDirectory.hold(data);
        try {
            var postgres = Postgres.start(directory);
            try {
                Flyway.configure()
                        .dataSource(postgres.url(), Postgres.OWNER, "")
                        .defaultSchema("event_store")
                        .locations("classpath:db/command")
                        .load()
                        .migrate();
                return new BenchGround(directory, postgres);
            } catch (RuntimeException e) {
                postgres.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public String url() {
        return postgres.url();
    }

    @Override
    public String owner() {
        return Postgres.OWNER;
    }

    @Override
    public Reading read(List<String> settings) {
        var side = Side.start(
                QuerySide::start,
                Stream.of(
                                Stream.of(
                                        "--claimtrail.database.url=" + url(),
                                        "--claimtrail.database.user=" + Postgres.READER),
                                directory.checkpoints().stream(),
                                settings.stream())
                        .flatMap(it -> it)
                        .toList());
        return new Running(side);
    }

    @Override
    public void close() {
        postgres.close();
        directory.close();
    }

    private record Running(Side side) implements Reading {

        @Override
        public URI address() {
            return side.address();
        }

        @Override
        public void close() {
            side.close();
        }
    }
}
