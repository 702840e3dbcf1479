package claimtrail.simulator;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// One side of the product, running as an application of its own. It has heard of the database and of nothing else, so
/// that no shared object can make the laptop work and production fail.
final class Side implements AutoCloseable {

    /// What every side of a sandbox is told: stand where only this machine reaches you, and be quiet.
    private static final List<String> MANNERS = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--spring.main.log-startup-info=false",
            "--logging.level.root=warn");

    private final ConfigurableApplicationContext application;

    private Side(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /// Starts a side through its own front door, exactly as its `main` would.
    ///
    /// @param settings arguments that say where the database is and as whom to enter it
    static Side start(Function<String[], ConfigurableApplicationContext> door, List<String> settings) {
        return new Side(
                door.apply(Stream.concat(MANNERS.stream(), settings.stream()).toArray(String[]::new)));
    }

    /// Where it listens.
    URI address() {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        application.close();
    }
}
